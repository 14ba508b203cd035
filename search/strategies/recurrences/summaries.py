"""What may be made of the numbers that a loop passes: their sum, the largest, how many of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ....dsl.core.expression import Expression, Function, Variable, call
from ....dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ....dsl.core.types import BOOL, INT, LIMIT, Type
from ....dsl.language.language import BUILTIN
from ...cost.prior import FUNCTION_COST
from .steps import Step, Steps

MOST_KINDS, MOST_MEASURES = 6, 16
"""From how many conditions and numbers of what is passed counts and sums are made."""
MOST_BODY = 8
"""No dearer condition or number is used."""
LEAST_TOLD = 16
"""So many bits must the counts of all examples say: small ones are soon met by chance."""
OUT_OF_REACH = 1 << 56
"""Stands for a number that is undefined, or too large: no sum with it is that of an example."""
SUM, MAX, INIT, TAIL = (BUILTIN.searched[name] for name in ("sum", "max", "init", "tail"))
SUM_OF, COUNT_WHERE = (BUILTIN.unsearched[name] for name in ("sum_of", "count_where"))

Body = Callable[[Expression], Expression]
"""How something is made of the list of numbers."""


@dataclass(frozen=True, eq=False)
class Summary:
    """One number made of those that a loop passes.

    Parameters
    ----------
    cost
        What it costs beside the list.
    make
        Writes it, given the list of all numbers, the one at the end included.
    is_whole
        Whether the number at the end counts.
    is_begun
        Whether the number at the beginning does.
    is_largest
        Whether it is the largest, and else the sum.
    measure
        What counts of each number; of a condition 1 or 0. Without it the number itself.
    """

    cost: int
    make: Body
    is_whole: bool = True
    is_begun: bool = True
    is_largest: bool = False
    measure: Measure | None = None

    def series(self, passed: Passed) -> np.ndarray:
        """What it is if the loop ends at each of the numbers."""
        if self.is_largest:
            largest: np.ndarray = np.maximum.accumulate(passed.numbers, axis=1)
            return largest
        measured = passed.numbers if self.measure is None else self.measure.of(passed)
        summed: np.ndarray = np.cumsum(measured, axis=1)
        if not self.is_begun:
            summed = summed - measured[:, :1]
        return summed if self.is_whole else summed - measured


@dataclass(frozen=True, eq=False)
class Passed:
    """Numbers that loops pass, row by row."""

    numbers: np.ndarray

    @cached_property
    def different(self) -> tuple[list[int], np.ndarray]:
        """The different numbers, and which of them each is."""
        found, where = np.unique(self.numbers, return_inverse=True)
        return found.tolist(), where.reshape(self.numbers.shape)


@dataclass(frozen=True, eq=False)
class Measure:
    """A function of a number, which remembers its values."""

    step: Step
    known: dict[int, int] = field(default_factory=dict)

    def of(self, passed: Passed) -> np.ndarray:
        """The values for some numbers."""
        different, where = passed.different
        found: np.ndarray = np.array([self._value(number) for number in different], np.int64)[where]
        return found

    def _value(self, number: int) -> int:
        if number not in self.known:
            self.known[number] = self._made(number)
        return self.known[number]

    def _made(self, number: int) -> int:
        try:
            value = int(self.step.run((number,)))
        except UNDEFINED_ERRORS:
            return OUT_OF_REACH
        return value if abs(value) <= LIMIT else OUT_OF_REACH


def plain_summaries() -> Iterator[Summary]:
    """The sum of what a loop passes, with and without the numbers at its ends, and the largest."""
    yield Summary(SUM.cost, lambda passed: call(SUM, passed))
    yield Summary(SUM.cost + TAIL.cost, lambda passed: call(SUM, call(TAIL, passed)), is_begun=False)
    yield Summary(SUM.cost + INIT.cost, lambda passed: call(SUM, call(INIT, passed)), is_whole=False)
    yield Summary(MAX.cost, lambda passed: call(MAX, passed), is_largest=True)


def measured_summaries(steps: Steps, wanted: Sequence[int]) -> Iterator[Summary]:
    """Sums of what the cheapest functions make of each number, and how many meet the cheapest conditions.

    Parameters
    ----------
    steps
        Functions of the number first; those that need nothing else are used.
    """
    value = steps.variables[0]
    kinds = [(SUM_OF, one) for one in _of_value(steps, INT, MOST_MEASURES)]
    if sum(np.log2(1 + number) for number in wanted if number > 0) >= LEAST_TOLD:
        kinds += [(COUNT_WHERE, one) for one in _of_value(steps, BOOL, MOST_KINDS)]
    for primitive, step in kinds:
        cost = primitive.cost + FUNCTION_COST + step.cost
        for is_whole in (True, False):
            make = _making(primitive, value, step, is_whole=is_whole)
            yield Summary(cost + INIT.cost * (not is_whole), make, is_whole, measure=Measure(step))


def _of_value(steps: Steps, type_: Type, most: int) -> list[Step]:
    """The cheapest functions that see the number and nothing else."""
    found = [one for one in steps.cheapest(type_, 8 * most, places=1) if one.uses == 1 and one.cost <= MOST_BODY]
    return [one for one in found if one.express() != steps.variables[0]][:most]


def _making(primitive: Primitive, value: Variable, step: Step, *, is_whole: bool) -> Body:
    def make(passed: Expression) -> Expression:
        return call(primitive, passed if is_whole else call(INIT, passed), Function((value,), step.express()))

    return make


def stretches(series: np.ndarray, lengths: np.ndarray, wanted: int) -> tuple[np.ndarray, np.ndarray]:
    """The first place of each row where something is as wanted, and the last that follows it without a gap.

    The first is -1 where there is none.
    """
    places = np.arange(series.shape[1])
    hits = (series == wanted) & (places < lengths[:, None])
    first = np.where(hits.any(axis=1), hits.argmax(axis=1), -1)
    after = ~hits & (places > first[:, None])
    last = np.where(after.any(axis=1), after.argmax(axis=1), series.shape[1]) - 1
    return first, last


def bounds_of(numbers: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Between which floors, both included, a loop that goes on above its floor ends at one of some places.

    The loop ends at the first number that is not above the floor.
    """
    least = np.minimum.accumulate(numbers, axis=1)
    rows = np.arange(len(numbers))
    low = least[rows, last]
    high = np.where(first > 0, least[rows, np.maximum(first - 1, 0)] - 1, OUT_OF_REACH)
    return low, high
