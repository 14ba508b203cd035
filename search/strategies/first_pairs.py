"""The first two items of a list that go together: their positions, where two loops would leave with them.

What goes together is told by a sum, a difference or a product that is equal to a number given, or beyond it, or by
how the two compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations

import numpy as np

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable
from ...dsl.core.types import INT, list_of, tuple_of
from ...dsl.text.variables import fresh_variables
from ..cost.prior import expression_cost
from ..readings.scene.applying import applied
from ..task.goals import Bound, Goal
from .context.context import SearchContext

NUMBERS = list_of(INT)
MOST_LENGTH = 60
"""Of longer lists there are too many pairs."""
LEAST_PAIRS = 3
"""In so many examples there must be a pair."""
CONSTANTS = (0, 1, 2, 10, 100)

Calculate = Callable[[np.ndarray, np.ndarray], np.ndarray]
Write = Callable[[Expression, Expression], Expression]


def _written(name: str) -> Write:
    return lambda x, y: applied(name, x, y)


VALUES: tuple[tuple[Calculate, Write], ...] = (
    (lambda x, y: x + y, _written("add")),
    (lambda x, y: y - x, lambda x, y: applied("sub", y, x)),
    (lambda x, y: x - y, _written("sub")),
    (lambda x, y: np.abs(x - y), lambda x, y: applied("abs", applied("sub", x, y))),
    (lambda x, y: x * y, _written("mul")),
)
"""What may be made of two items."""

COMPARISONS: tuple[tuple[str, Callable[[np.ndarray, int], np.ndarray]], ...] = (
    ("eq", lambda values, number: values == number),
    ("lt", lambda values, number: values < number),
    ("le", lambda values, number: values <= number),
)
"""How these may compare with a number; they may also do so the other way round."""


class FirstPairs:
    """Looks for what two items have in common of which the outputs are the positions."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.examples = context, context.examples
        self.parameters = context.subsearch.problem.parameters

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        if goal.depth or goal.type != NUMBERS:
            return
        wanted = self.context.bank.goal_values(goal)
        default = _default(wanted)
        if default is None:
            return
        for place, parameter in enumerate(self.parameters):
            given = [example.inputs[place] for example in self.examples]
            if parameter.type == NUMBERS and max(map(len, given)) <= MOST_LENGTH:
                for body in self._over(parameter, given, wanted, default):
                    cost = expression_cost(body)
                    if cost < bound() and self.context.gives(body, wanted):
                        yield cost, body

    def _over(
        self, parameter: Variable, given: Sequence[list[int]], wanted: Sequence[list[int]], default: list[int]
    ) -> Iterator[Expression]:
        """The programs for a list of which the outputs are positions."""
        (pair,) = fresh_variables([("pair", tuple_of((INT, INT)))], scope=self.parameters)
        x, y = (applied("part", pair, place) for place in (0, 1))
        places = [_places(len(xs)) for xs in given]
        ends = [_end(pairs, value, default) for pairs, value in zip(places, wanted, strict=True)]
        if any(end is None for end in ends):
            return
        items = [
            (np.array(xs, np.int64)[pairs[:, 0]], np.array(xs, np.int64)[pairs[:, 1]])
            for xs, pairs in zip(given, places, strict=True)
        ]
        for made, written in VALUES:
            values = [made(*one) for one in items]
            for numbers, number in self._numbers(values, ends):
                for name, holds in COMPARISONS:
                    for turned in (False, True) if name != "eq" else (False,):
                        truths = [
                            ~holds(row, one) if turned else holds(row, one)
                            for row, one in zip(values, numbers, strict=True)
                        ]
                        if all(_first(truth) == end for truth, end in zip(truths, ends, strict=True)):
                            condition = _condition(name, written(x, y), number, turned=turned)
                            otherwise = Literal(default, NUMBERS)
                            yield applied("first_pair", parameter, Function((pair,), condition), otherwise)

    def _numbers(
        self, values: Sequence[np.ndarray], ends: Sequence[int | None]
    ) -> Iterator[tuple[list[int], Expression]]:
        """What the values may be compared with: parameters, usual constants, and what all pairs have in common."""
        for place, parameter in enumerate(self.parameters):
            if parameter.type == INT:
                yield [example.inputs[place] for example in self.examples], parameter
        common = {int(row[end]) for row, end in zip(values, ends, strict=True) if end is not None and end >= 0}
        for number in dict.fromkeys((*CONSTANTS, *(common if len(common) == 1 else ()))):
            yield [number] * len(values), Literal(number, INT)


def _default(wanted: Sequence[list[int]]) -> list[int] | None:
    """What is told where there is no such pair; None where the outputs are no positions."""
    pairs = [value for value in wanted if len(value) == 2 and 0 <= value[0] < value[1]]
    others = [value for value in wanted if value not in pairs]
    if len(pairs) < LEAST_PAIRS or any(value != others[0] for value in others):
        return None
    return others[0] if others else []


@cache
def _places(length: int) -> np.ndarray:
    """The positions of all pairs of a list, in their order: int64, (pairs, 2)."""
    return np.array([*combinations(range(length), 2)], np.int64).reshape(-1, 2)


def _end(pairs: np.ndarray, value: list[int], default: list[int]) -> int | None:
    """Which pair an output is, -1 for none; None if it is no pair of the list."""
    if value == default:
        return -1
    found = np.flatnonzero((pairs == value).all(axis=1))
    return int(found[0]) if len(found) else None


def _first(truth: np.ndarray) -> int:
    return int(truth.argmax()) if truth.any() else -1


def _condition(name: str, value: Expression, number: Expression, *, turned: bool) -> Expression:
    """A comparison, or its opposite; a difference is compared with zero as its two sides with one another."""
    match value, number:
        case Call(primitive, (one, other)), Literal(0) if primitive.name == "sub":
            value, number = one, other
    if turned:
        return applied("le" if name == "lt" else "lt", number, value)
    return applied(name, value, number)
