"""Loops from number to number that end where one comes again: what they pass, how much, and whether some number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Expression, Function, Literal, call
from ....dsl.core.types import BOOL, INT, Type, list_of
from ....dsl.language.language import BUILTIN
from ...cost.literals import integer_cost
from ...cost.prior import FUNCTION_COST
from ..context.context import Known
from .running import WalkRunner
from .steps import Found, Step, Steps

AT_ONCE, MOST_PASSED = 512, 120
"""Steps that are taken between two looks at the budget, and how many numbers they may pass."""
PASSED_FOR_ONE = 8
"""So many numbers are passed and looked at while the search tries one candidate."""
FIRST = 1
"""The place of the number among the variables of a step, as a bit."""
LEAST_TOLD = 2
"""In so many examples of either kind a number must be passed or not."""
ORBIT = BUILTIN.unsearched["orbit"]
LEN, LAST, MAX, CONTAINS = (BUILTIN.searched[name] for name in ("len", "last", "max", "contains"))

ENDS: Mapping[Callable[[list[int]], int], Any] = {
    len: LEN,
    lambda passed: passed[-1]: LAST,
    max: MAX,
}
"""What number is made of those that a loop passes."""


class Orbits:
    """Loops that end where a number comes again, which may give a goal.

    Parameters
    ----------
    steps
        Functions of the number and of the shared parameters, in this order.
    start
        What the loop begins with.
    """

    def __init__(
        self, goal: tuple[Type, Sequence[Any]], steps: Steps, start: Known, given: Sequence[Sequence[Any]]
    ) -> None:
        self.type, self.wanted = goal
        self.steps, self.start = steps, start
        self.order = [*range(len(given))]
        self.runner = WalkRunner.without_ends(steps, start.values, given, self.order)

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs of a cost but for what is made of the numbers, and the work for each step."""
        less = self.start.cost + ORBIT.cost + FUNCTION_COST
        for batch in self.steps.batches(INT, cost - less, FIRST, choices=False):
            for rows in np.array_split(batch.rows, -(-len(batch.rows) // AT_ONCE)):
                kept, passed = rows, [list[list[int]]() for _ in rows]
                for place in self.order:
                    orbits = self.runner.orbits(kept, place, MOST_PASSED)
                    yield sum(map(len, orbits)) // PASSED_FOR_ONE
                    chosen = [number for number, one in enumerate(orbits) if one and self._may_be(one, place)]
                    passed = [[*passed[number], orbits[number]] for number in chosen]
                    kept = kept[chosen]
                    if not chosen:
                        break
                for row, orbits in zip(kept.tolist(), passed, strict=True):
                    yield from self._ended(cost, self.steps.step(batch.cost, row), orbits)

    def _may_be(self, passed: list[int], place: int) -> bool:
        """Whether the numbers may give the goal of an example."""
        if self.type == INT:
            return any(end(passed) == self.wanted[place] for end in ENDS)
        return self.type == BOOL or passed == self.wanted[place]

    def _ended(self, cost: int, step: Step, orbits: Sequence[list[int]]) -> Iterator[Found]:
        loop = call(ORBIT, self.start.express(), Function(self.steps.variables[:1], step.express()))
        if self.type == list_of(INT):
            yield cost, loop
        elif self.type == INT:
            for end, primitive in ENDS.items():
                if [*map(end, orbits)] == list(self.wanted):
                    yield cost + primitive.cost, call(primitive, loop)
        elif self.type == BOOL:
            yield from self._passing(cost, loop, orbits)

    def _passing(self, cost: int, loop: Call, orbits: Sequence[list[int]]) -> Iterator[tuple[int, Expression]]:
        """Whether a number is among those passed: the plainest that is in all orbits of the one kind alone."""
        inside = [set(one) for one, is_so in zip(orbits, self.wanted, strict=True) if is_so]
        outside = [set(one) for one, is_so in zip(orbits, self.wanted, strict=True) if not is_so]
        if min(len(inside), len(outside)) >= LEAST_TOLD:
            numbers = set.intersection(*inside).difference(*outside)
            if numbers:
                number = min(numbers, key=lambda one: (integer_cost(one), one))
                yield cost + CONTAINS.cost + integer_cost(number), call(CONTAINS, loop, Literal(number, INT))


def has_orbits(goal: Type) -> bool:
    """Whether a goal of a type may be made of the numbers that a loop passes."""
    return goal in (INT, BOOL, list_of(INT))
