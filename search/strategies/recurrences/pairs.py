"""Recursions on a number: an item from the two before it and its number, and what the first two are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from ....dsl.core.expression import Expression, Function, Literal, call
from ....dsl.core.primitive import UNDEFINED_ERRORS
from ....dsl.core.types import INT
from ....dsl.language.language import BUILTIN
from ...cost.literals import integer_cost
from ...cost.prior import FUNCTION_COST
from ..context.closures import Closure
from ..context.context import Known
from .steps import Found, Step, Steps

EARLIER, LATER = 1, 2
"""The places of the items two and one before, among the variables of a step, as bits."""
MOST_NUMBER = 300
"""No later item is looked for."""
USUAL = (0, 1, 2)
"""What the first two items may be, where no example says."""
RECURSION = BUILTIN.unsearched["recursion"]


@dataclass(frozen=True)
class Beginning:
    """Which item is wanted, and what the first two are."""

    number: Known
    first: int
    second: int

    @property
    def cost(self) -> int:
        starts = integer_cost(self.first) + integer_cost(self.second)
        return RECURSION.cost + FUNCTION_COST + self.number.cost + starts


def beginnings(numbers: Sequence[Known], wanted: Sequence[int]) -> list[Beginning]:
    """The ways to begin: with the outputs of examples where these say the first items, the cheapest first."""
    found = []
    for number in numbers:
        if max(number.values) <= MOST_NUMBER and min(number.values) >= 0 and max(number.values) > 2:
            told = dict(zip(number.values, wanted, strict=True))
            pairs = product(*((told[place],) if place in told else USUAL for place in (0, 1)))
            found += [Beginning(number, *pair) for pair in pairs]
    return sorted(found, key=lambda one: one.cost)


class Recursions:
    """Recursions on a number that may give the outputs.

    Parameters
    ----------
    steps
        Functions of the last two items, the number of the next and the shared parameters, in this order.
    given
        The shared parameters in each example.
    """

    def __init__(
        self, wanted: Sequence[int], steps: Steps, begun: Sequence[Beginning], given: Sequence[Sequence[Any]]
    ) -> None:
        self.wanted, self.steps, self.begun, self.given = wanted, steps, begun, given

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs of a cost, and the work for each recursion that is tried."""
        for begun in self.begun:
            for step in self.steps.of(INT, cost - begun.cost):
                if step.needs(EARLIER):
                    if self._is_goal(step.run, begun):
                        yield cost, self._written(step, begun)
                    yield 2 + min(begun.number.values)

    def _is_goal(self, run: Closure, begun: Beginning) -> bool:
        try:
            for number, given, value in sorted(zip(begun.number.values, self.given, self.wanted, strict=True)):
                if item(run, begun.first, begun.second, number, given) != value:
                    return False
        except UNDEFINED_ERRORS:
            return False
        return True

    def _written(self, step: Step, begun: Beginning) -> Expression:
        starts = [Literal(value, INT) for value in (begun.first, begun.second)]
        return call(RECURSION, begun.number.express(), *starts, Function(self.steps.variables[:3], step.express()))


def item(run: Closure, first: int, second: int, number: int, given: Sequence[Any]) -> int:
    """The item of this number."""
    for k in range(2, number + 2):
        first, second = second, run((first, second, k, *given))
    return first
