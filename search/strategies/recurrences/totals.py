"""Loops from number to number of which the goal says what is made of all that they pass: the largest, the sum, a count.

The goal says at which numbers a loop may end, and a comparison with a constant or a parameter must end it there in
every example. Thousands of loops are looked at side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ....dsl.core.expression import Expression, Function, call
from ....dsl.core.types import INT, LIMIT
from ....dsl.language.language import BUILTIN
from ...cost.literals import integer_cost
from ...cost.prior import FUNCTION_COST, VARIABLE_COST
from ..context.context import Known
from .running import WalkRunner
from .steps import USUAL_POOL, Batch, Found, Pool, Steps
from .summaries import OUT_OF_REACH, Passed, Summary, bounds_of, measured_summaries, plain_summaries, stretches
from .whiles import cheapest_between

FIRST = 1
"""The place of the number among the variables of a step, as a bit."""
MOST_PASSED = 120
"""No loop that passes more numbers is looked for."""
PASSED_FOR_ONE, ROW_FOR = 16, 2
"""So many numbers are passed and summed up while the search tries one candidate; a step takes as long as these."""
MOST_MEASURED = 11
"""Of what dearer steps pass only the sum and the largest are looked at."""
SMALL = 10
"""What is less is soon met by chance."""
LEAST_MOVED, LEAST_STEPS = 3, 2
"""In so many examples a loop must take a step, and in one so many."""
TRAIL, LESS, LESS_EQUAL = BUILTIN.unsearched["trail_while"], BUILTIN.searched["lt"], BUILTIN.searched["le"]


@dataclass(frozen=True)
class Key:
    """What is compared where a loop ends: the number, or how far it is from a parameter, up or down."""

    sign: int
    place: int | None

    def of(self, numbers: np.ndarray, given: Sequence[int]) -> np.ndarray:
        return self.sign * (numbers if self.place is None else numbers - given[self.place])


class Totals:
    """Loops that may give a goal by what they pass.

    Parameters
    ----------
    steps
        Functions of the number and of the shared parameters, in this order.
    starts
        What a loop may begin with.
    given
        The shared parameters in each example.
    pool
        What steps that choose are made of.
    are_measured
        Whether sums of functions of the numbers, and counts, are looked for besides.
    """

    def __init__(
        self,
        wanted: Sequence[int],
        steps: Steps,
        starts: Sequence[Known],
        given: Sequence[Sequence[int]],
        pool: Pool = USUAL_POOL,
        *,
        are_measured: bool = True,
    ) -> None:
        self.wanted, self.steps, self.starts, self.given, self.pool = wanted, steps, starts, given, pool
        self.order = sorted(range(len(given)), key=lambda example: (abs(wanted[example]) < SMALL, abs(wanted[example])))
        places = [place for place, one in enumerate(steps.variables[1:]) if one.type == INT]
        self.keys = [Key(sign, place) for place in (None, *places) for sign in (1, -1)]
        self.plain = [*plain_summaries()]
        self.measured = [*measured_summaries(steps, wanted)] if are_measured else []
        self.runners = [WalkRunner.without_ends(steps, start.values, given, self.order) for start in starts]

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs whose loops cost so much but for the condition and what is made of them, and the work."""
        for start, runner in zip(self.starts, self.runners, strict=True):
            less = start.cost + TRAIL.cost + 2 * FUNCTION_COST
            chosen = self.pool.conditions > 0
            for batch in self.steps.batches(INT, cost - less, FIRST, choices=chosen, pool=self.pool):
                yield from self._tried(batch, start, runner, less + batch.cost)

    def _tried(self, batch: Batch, start: Known, runner: WalkRunner, cost: int) -> Iterator[Found]:
        """Programs whose loops take one of some steps.

        What is farther from zero than their largest number, or their sum, loops do not pass: they seldom have numbers
        of both signs.
        """
        is_measured = batch.cost <= MOST_MEASURED
        summaries = self.plain + (self.measured if is_measured else [])
        left = [_Left.of(summary, len(batch.rows), len(self.keys)) for summary in summaries]
        for place, example in enumerate(self.order):
            kept = np.unique(np.concatenate([one.rows for one in left]))
            if not len(kept):
                return
            wanted = self.wanted[example]
            farthest = LIMIT if is_measured else abs(wanted)
            numbers, lengths = runner.passing(batch.rows[kept], place, MOST_PASSED, farthest=farthest)
            yield (int(lengths.sum()) + ROW_FOR * len(kept)) // PASSED_FOR_ONE
            passed = Passed(numbers[:, : max(1, lengths.max())])
            keyed = [key.of(passed.numbers, self.given[example]) for key in self.keys]
            left = [one.narrowed(np.searchsorted(kept, one.rows), passed, lengths, keyed, wanted) for one in left]
        for one in left:
            for number in np.flatnonzero((one.moved >= LEAST_MOVED) & (one.longest >= LEAST_STEPS)).tolist():
                row = one.rows[number]
                step = self.steps.step(batch.cost, batch.rows[row].tolist())
                for more, condition in self._conditions(one.low[number], one.high[number]):
                    functions = (Function(self.steps.variables[:1], body) for body in (condition, step.express()))
                    loop = call(TRAIL, start.express(), *functions)
                    yield cost + one.summary.cost + more, one.summary.make(loop)

    def _conditions(self, low: np.ndarray, high: np.ndarray) -> Iterator[tuple[int, Expression]]:
        """The conditions on which a loop goes on that end it between some limits, and their costs."""
        value = self.steps.variables[0]
        for key, least, most in zip(self.keys, low.tolist(), high.tolist(), strict=True):
            if least > most or most == OUT_OF_REACH:
                continue
            if key.place is None:
                limit = cheapest_between(least, most) if key.sign > 0 else cheapest_between(-most, -least)
                yield LESS.cost + VARIABLE_COST + integer_cost(limit.value), _beyond(key, value, limit)
                continue
            parameter = self.steps.variables[1 + key.place]
            for distance, is_met in ((0, False), (-1, True)):
                if least <= distance <= most:
                    cost = LESS_EQUAL.cost if is_met else LESS.cost
                    yield cost + 2 * VARIABLE_COST, _beyond(key, value, parameter, is_met=is_met)
                    break


def _beyond(key: Key, value: Expression, limit: Expression, *, is_met: bool = False) -> Expression:
    """Whether a number is beyond a limit, or there if `is_met`."""
    sides = (limit, value) if key.sign > 0 else (value, limit)
    return call(LESS_EQUAL if is_met else LESS, *sides)


@dataclass(frozen=True, eq=False)
class _Left:
    """The steps of a batch that a summary is not ruled out for.

    Parameters
    ----------
    rows
        Which steps.
    low, high
        int64, (steps, keys): between which limits a loop ends where it should.
    moved, longest
        In how many examples it takes a step, and how many it takes in one.
    """

    summary: Summary
    rows: np.ndarray
    low: np.ndarray
    high: np.ndarray
    moved: np.ndarray
    longest: np.ndarray

    @classmethod
    def of(cls, summary: Summary, count: int, keys: int) -> _Left:
        far = np.full((count, keys), OUT_OF_REACH)
        return cls(summary, np.arange(count), -far, far, np.zeros(count, np.int64), np.zeros(count, np.int64))

    def narrowed(
        self, where: np.ndarray, passed: Passed, lengths: np.ndarray, keyed: Sequence[np.ndarray], wanted: int
    ) -> _Left:
        """Those that one more example does not rule out.

        Parameters
        ----------
        where
            The rows of the numbers that the steps passed.
        """
        first, last = stretches(self.summary.series(passed)[where], lengths[where], wanted)
        met = np.flatnonzero(first >= 0)
        first, last, where = first[met], last[met], where[met]
        bounds = [bounds_of(one[where], first, last) for one in keyed]
        low = np.maximum(self.low[met], np.stack([one for one, _ in bounds], axis=1))
        high = np.minimum(self.high[met], np.stack([one for _, one in bounds], axis=1))
        moved, longest = self.moved[met] + (first > 0), np.maximum(self.longest[met], first)
        right = (low <= high).any(axis=1)
        return _Left(self.summary, self.rows[met][right], low[right], high[right], moved[right], longest[right])
