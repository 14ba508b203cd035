"""Lists as blocks of items between gaps, each block edited by itself. The search solves for what edits them."""

import itertools

from ..core.bounds import gathered
from ..core.primitive import primitive


@primitive("(List[t], t, (List[t]) -> List[t]) -> List[t]", cost=5)
def edit_blocks(xs, x, f):
    """The items, with what the function makes of each run of items that are not x in its place."""
    blocks = itertools.groupby(xs, lambda y: y == x)
    return gathered(y for gap, block in blocks for y in (block if gap else f(list(block))))


@primitive("(List[t], t, (List[t]) -> t) -> List[t]", cost=5)
def fill_blocks(xs, x, f):
    """The items, with the one that the function makes of each run of items that are not x in all its places."""
    return edit_blocks(xs, x, lambda block: [f(block)] * len(block))
