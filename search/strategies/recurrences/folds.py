"""Loops over items: a step, taken for one item after the other, and what is made of the states in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Call, Function, call
from ....dsl.core.primitive import UNDEFINED_ERRORS
from ....dsl.core.types import Type
from ....dsl.language.language import BUILTIN
from ...cost.prior import FUNCTION_COST
from ..context.closures import Closure
from ..context.context import Known
from .ends import Ends, gives
from .steps import Found, Step, Steps

STATE, ITEM = 1, 2
"""The places of state and item among the variables of a step, as bits."""
MOST_SERIES = 6000
"""How many different series of states are looked at more closely."""
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
        self.known: set[str] = set()
        self.series: dict[int, list[Series]] = {}
        self.order = sorted(range(len(given)), key=self._telling)

    def _telling(self, example: int) -> tuple[bool, int]:
        """Examples of a few items come first: they are soon run over, and drop most steps."""
        length = min(len(track.rests[example]) for track in self.tracks)
        return length < 2, length

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs of a cost, and the work for each loop that is tried."""
        for track in self.tracks:
            for step in self.steps.with_choices(self.state, cost - track.cost):
                if step.needs(STATE | ITEM):
                    yield 1 + len(track.rests[self.order[0]])
                    if self.is_direct and self._is_goal(step.run, track):
                        yield track.cost + step.cost, self._fold(step, track)
                    if self.ends is not None and len(self.known) < MOST_SERIES:
                        self._remember(step, track, cost)
                        yield sum(map(len, track.rests))
        if self.ends is not None:
            yield from self._ended(self.ends, cost)

    def _remember(self, step: Step, track: Track, cost: int) -> None:
        """Keep the states that a loop passes, unless they are known."""
        try:
            rows = [
                (_passed(step.run, start, rests), *parameters)
                for start, rests, parameters in zip(track.start.values, track.rests, self.given, strict=True)
            ]
        except UNDEFINED_ERRORS:
            return
        key = repr([row[0] for row in rows])
        if key not in self.known:
            self.known.add(key)
            self.series.setdefault(cost, []).append(Series(step, track, rows))

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

    def _is_goal(self, run: Closure, track: Track) -> bool:
        try:
            return all(
                _last(run, track.start.values[place], track.rests[place]) == self.wanted[place] for place in self.order
            )
        except UNDEFINED_ERRORS:
            return False

    def _fold(self, step: Step, track: Track) -> Call:
        function = Function(self.steps.variables[:2], step.express())
        return call(FOLD, track.over.express(), track.start.express(), function)


def _last(run: Closure, state: Any, rests: Sequence[tuple[Any, ...]]) -> Any:
    """The state after all items."""
    for rest in rests:
        state = run((state, *rest))
    return state


def _passed(run: Closure, state: Any, rests: Sequence[tuple[Any, ...]]) -> list[Any]:
    """All states, the first and the last too."""
    states = [state]
    for rest in rests:
        state = run((state, *rest))
        states.append(state)
    return states
