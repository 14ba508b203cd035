"""The constants of comparisons: of all that tell the examples apart, the one that a person would have chosen."""

from __future__ import annotations

from ....dsl.core.decimals import of_word
from ....dsl.core.expression import Literal
from ....dsl.core.types import DECIMAL, INT, Type
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost


def bound_in(low: int, high: int, type_: Type, *, is_above: bool) -> tuple[str, Literal]:
    """The comparison with a constant that tells words above a gap from those below it: the one that costs least."""
    ends = {"lt": (low, high - 1) if is_above else (low + 1, high)}
    if type_ == DECIMAL:  # Of integers the one comparison is the other with the next integer.
        ends["le"] = (low + 1, high) if is_above else (low, high - 1)
    bounds = [(name, number_of(roundest(first, last), type_)) for name, (first, last) in ends.items()]
    return min(bounds, key=lambda pair: BUILTIN.searched[pair[0]].cost + constant_cost(pair[1].value, type_))


def number_of(word: int, type_: Type) -> Literal:
    """The integer or decimal of a word as a constant."""
    return Literal(of_word(word), DECIMAL) if type_ == DECIMAL else Literal(word, INT)


def roundest(low: int, high: int) -> int:
    """The number from `low` to `high` that a person would have chosen: the one that takes the fewest digits."""
    if low <= 0 <= high:
        return 0
    step = 1
    while (high // (10 * step)) * 10 * step >= low:
        step *= 10
    for size in (5 * step, 2 * step, step):
        if (high // size) * size >= low:
            candidates = [value for value in (-(-low // size) * size, (high // size) * size) if low <= value <= high]
            return min(candidates, key=abs)
    return low
