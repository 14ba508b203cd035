"""Tables of how often each value occurs. The enumeration does not try them."""

import collections
import itertools

from ..core.bounds import gathered
from ..core.primitive import primitive


@primitive("(List[t]) -> List[Tuple[t, Int]]", python="[list(pair) for pair in collections.Counter(xs).items()]")
def counted(xs):
    """The different items, in the order in which they first come, each with how often it does; undefined for lists."""
    return gathered(map(list, _counter(xs).items()))


@primitive("(List[t]) -> List[Tuple[t, Int]]", python="[list(pair) for pair in collections.Counter(xs).most_common()]")
def most_common(xs):
    """What `counted` has, the most frequent first; items that are as frequent stay as they first come."""
    return gathered(map(list, _counter(xs).most_common()))


@primitive("(List[t]) -> List[Tuple[t, Int]]", python="[[x, len(list(run))] for x, run in itertools.groupby(xs)]")
def runs_of(xs):
    """The runs of equal neighbours: the item, and how many there are."""
    return gathered([x, len(list(run))] for x, run in itertools.groupby(xs))


def _counter(xs):
    if any(isinstance(x, list | dict) for x in xs):
        raise ValueError("an item that may change")
    return collections.Counter(xs)
