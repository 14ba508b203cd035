"""Loops over items: a step, taken for one item after the other, and what is made of the states in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Function, call
from ....dsl.core.types import Type
from ....dsl.language.language import BUILTIN
from ...cost.prior import FUNCTION_COST
from ..context.context import Known
from .ends import Ends, gives
from .running import FoldRunner
from .steps import Batch, Found, Step, Steps

STATE, ITEM = 1, 2
"""The places of state and item among the variables of a step, as bits."""
MOST_SERIES = 6000
"""How many different series of states are looked at more closely."""
MOST_ITEMS = 10_000
"""Of the items of all examples so many are run over between two looks at the budget."""
FOLD, SERIES = BUILTIN.searched["fold"], BUILTIN.unsearched["states"]


@dataclass(frozen=True)
class Track:
    """What a loop runs over and starts from.

    Parameters
    ----------
    rests
        For each example what a step is given at each item besides the state: the item, and parameters.
    """

    over: Known
    start: Known
    rests: Sequence[Sequence[tuple[Any, ...]]]

    @property
    def cost(self) -> int:
        return FOLD.cost + FUNCTION_COST + self.over.cost + self.start.cost


def track_of(over: Known, start: Known, given: Sequence[Sequence[Any]]) -> Track:
    """What a loop runs over and starts from, with parameters that its steps may use."""
    rests = [[(item, *parameters) for item in items] for items, parameters in zip(over.values, given, strict=True)]
    return Track(over, start, rests)


@dataclass(frozen=True)
class Series:
    """A step on a track, and the states that it passes in each example, with the parameters."""

    step: Step
    track: Track
    rows: Sequence[tuple[Any, ...]]


class Folds:
    """Loops over items that may give a goal.

    Parameters
    ----------
    steps
        Functions of a state, an item and the shared parameters, in this order.
    ends
        What may be made of states that are numbers; without them the last state is the goal.
    """

    def __init__(
        self,
        goal: tuple[Type, Sequence[Any]],
        steps: Steps,
        tracks: Sequence[Track],
        ends: Ends | None,
        given: Sequence[Sequence[Any]],
    ) -> None:
        self.type, self.wanted = goal
        self.steps, self.tracks, self.ends, self.given = (
            steps,
            sorted(tracks, key=lambda track: track.cost),
            ends,
            given,
        )
        self.state = steps.variables[0].type
        self.is_direct = self.state == self.type
        self.known: set[bytes] = set()
        self.series: dict[int, list[Series]] = {}
        self.order = sorted(range(len(given)), key=self._telling)
        self.runners = [self._runner(track) for track in self.tracks]

    def _runner(self, track: Track) -> FoldRunner:
        wanted = self.wanted if self.is_direct else track.start.values  # Else none is right but by chance.
        return FoldRunner(
            self.steps, starts=track.start.values, items=track.over.values, given=self.given,
            wanted=wanted, order=self.order,
        )  # fmt: skip

    def _telling(self, example: int) -> tuple[bool, int]:
        """Examples of a few items come first: they are soon run over, and drop most steps."""
        length = min(len(track.rests[example]) for track in self.tracks)
        return length < 2, length

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs of a cost, and the work for the loops that are tried."""
        for track, runner in zip(self.tracks, self.runners, strict=True):
            for batch in self.steps.batches(self.state, cost - track.cost, STATE | ITEM):
                for rows in self._pieces(batch, track):
                    is_passed = self.ends is not None and len(self.known) < MOST_SERIES
                    each = 1 + len(track.rests[self.order[0]]) + is_passed * sum(map(len, track.rests))
                    yield each * len(rows)
                    right = self._passed(batch.cost, rows, track, runner, cost) if is_passed else runner.right(rows)
                    if self.is_direct:
                        for row in right.tolist():
                            yield track.cost + batch.cost, self._fold(self.steps.step(batch.cost, row), track)
        if self.ends is not None:
            yield from self._ended(self.ends, cost)

    def _pieces(self, batch: Batch, track: Track) -> Iterator[np.ndarray]:
        """Rows that are run between two looks at the budget."""
        count = max(8, MOST_ITEMS // (1 + sum(map(len, track.rests))))
        for start in range(0, len(batch.rows), count):
            yield batch.rows[start : start + count]

    def _passed(self, own: int, rows: np.ndarray, track: Track, runner: FoldRunner, cost: int) -> np.ndarray:
        """Keep the states that loops pass, unless they are known; return the rows that are right."""
        passing, are_right, all_states = runner.passed(rows)
        for row, states in zip(passing.tolist(), all_states, strict=True):
            key = states.tobytes()
            if key not in self.known:
                self.known.add(key)
                values = [(one, *given) for one, given in zip(runner.by_example(states), self.given, strict=True)]
                self.series.setdefault(cost, []).append(Series(self.steps.step(own, row), track, values))
        right: np.ndarray = passing[are_right]
        return right

    def _ended(self, ends: Ends, cost: int) -> Iterator[Found]:
        """Functions of the states of a loop that give the goal, for this cost together."""
        for less, found in self.series.items():
            for end in ends.by_cost.get(cost - less, ()):
                yield 2 * len(found)
                for series in found:
                    if gives(end, series.rows, self.wanted):
                        last = self._fold(series.step, series.track)
                        known = series.track.cost + series.step.cost
                        yield known + end.cost, ends.of(end.express(), call(SERIES, *last.arguments), last)

    def _fold(self, step: Step, track: Track) -> Call:
        function = Function(self.steps.variables[:2], step.express())
        return call(FOLD, track.over.express(), track.start.express(), function)
