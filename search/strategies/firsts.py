"""The first place in a list at which a condition holds: its position, the item there, or the items up to it.

Where a loop would leave early with something else, the examples say what that is. So a condition on the places of a
list need only be true nowhere before the right one; what it says afterwards does not matter.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Literal, Variable, call
from ...dsl.core.types import BOOL, INT, Type, list_of
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost, integer_cost
from ..cost.prior import VARIABLE_COST
from ..task.goals import Bound, Goal
from .context.bounds import roundest
from .context.context import SearchContext
from .first_pairs import FirstPairs
from .streaks import Streaks

MOST_MASKS, MOST_SERIES = 30_000, 4_000
"""How many masks of the bank are tried, and how many lists of integers get a limit."""
MOST_WORDS = 4_000_000
"""Of their values that are held at once: of many examples these are fewer."""
MASKS_FOR_ONE = 4
"""So many masks are looked at while the search tries one candidate."""
MOST_LENGTH = 64
"""No longer list is looked at."""
MOST_FOUND = 8
USUAL = (-1, 0)
"""What is told where the condition holds nowhere, if it is told of an example."""
LEAST_TOLD, LEAST_PLACES = 3, 2
"""In so many examples there must be a first place, and so many places must be told."""
FAR = 1 << 60
NOWHERE = -1
"""Stands for the place of the first true where there is none."""
FIRST, FIRST_OR = BUILTIN.searched["first_true"], BUILTIN.unsearched["first_true_or"]
AT, TAKE, ADD, LEN, LESS = (BUILTIN.searched[name] for name in ("at", "take", "add", "len", "lt"))
MASKS, NUMBERS = list_of(BOOL), list_of(INT)


@dataclass(frozen=True)
class Outcome:
    """What the first place may be for a goal.

    Parameters
    ----------
    allowed
        bool, (examples, places + 1): where the first true may be; the last column is for a condition that holds
        nowhere.
    places
        The one place of each example, -1 for a condition that holds nowhere; None where there may be several.
    make
        The goal from a mask, and what that costs.
    """

    allowed: np.ndarray
    places: Sequence[int] | None
    make: Callable[[Expression], Expression]
    cost: int


class Firsts:
    """Looks for conditions whose first true gives the target."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.parameters = context.subsearch.problem.parameters
        self.inputs = [example.inputs for example in context.examples]
        self._pairs, self._streaks = FirstPairs(context), Streaks(context)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives; none for deduced goals."""
        yield from self._pairs.solve(goal, bound)
        if goal.depth or MASKS not in self.bank.types or self._longest() > MOST_LENGTH:
            return
        yield from self._streaks.solve(goal, bound)
        wanted = self.bank.goal_values(goal)
        outcomes = [one for one in self._outcomes(goal.type, wanted) if self._says_enough(one)]
        if outcomes:
            for cost, body in [*self._by_masks(outcomes), *self._by_limits(outcomes)]:
                if cost < bound() and self.context.gives(body, wanted):
                    yield cost, body

    def _longest(self) -> int:
        lengths = [len(x) for inputs in self.inputs for x in inputs if isinstance(x, str | list)]
        return max(lengths, default=FAR)

    def _outcomes(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Outcome]:
        if type_ == INT:
            for otherwise in (None, *(one for one in USUAL if one in wanted)):
                for more in (0, 1):
                    yield self._position(wanted, otherwise, more)
        for place, parameter in enumerate(self.parameters):
            given = [inputs[place] for inputs in self.inputs]
            if parameter.type.item == type_ and type_.is_scalar:
                yield self._item(parameter, given, wanted)
            if parameter.type == type_ and type_.is_list:
                yield from self._prefixes(parameter, given, wanted)

    def _position(self, wanted: Sequence[int], otherwise: int | None, more: int) -> Outcome:
        """The position, counted from 0 or 1, or something else."""
        allowed = [{NOWHERE} if value == otherwise else _place(value - more) for value in wanted]

        def make(mask: Expression) -> Expression:
            if otherwise is None:
                return _added(call(FIRST, mask), more)
            return _added(call(FIRST_OR, mask, Literal(otherwise - more, INT)), more)

        cost = (ADD.cost + integer_cost(more)) * more
        cost += FIRST.cost if otherwise is None else FIRST_OR.cost + integer_cost(otherwise - more)
        return self._outcome(allowed, make, cost)

    def _item(self, parameter: Variable, given: Sequence[list[Any]], wanted: Sequence[Any]) -> Outcome:
        """The item there."""
        pairs = zip(given, wanted, strict=True)
        allowed = [{place for place, x in enumerate(xs) if x == value} for xs, value in pairs]
        cost = AT.cost + VARIABLE_COST + FIRST.cost
        return self._outcome(allowed, lambda mask: call(AT, parameter, call(FIRST, mask)), cost)

    def _prefixes(
        self, parameter: Variable, given: Sequence[list[Any]], wanted: Sequence[list[Any]]
    ) -> Iterator[Outcome]:
        """The items before it, and those up to it; all of them where there is no such place."""
        pairs = list(zip(given, wanted, strict=True))
        if any(xs[: len(value)] != value for xs, value in pairs):
            return
        for more in (0, 1):
            allowed = [({NOWHERE} if xs == value else set()) | _place(len(value) - more) for xs, value in pairs]
            cost = TAKE.cost + LEN.cost + 2 * VARIABLE_COST + FIRST_OR.cost + (ADD.cost + integer_cost(more)) * more
            yield self._outcome(allowed, partial(_prefix, parameter, more), cost)

    def _outcome(self, allowed: Sequence[set[int]], make: Callable[[Expression], Expression], cost: int) -> Outcome:
        table = np.zeros((len(allowed), MOST_LENGTH + 2), np.bool_)
        for row, places in zip(table, allowed, strict=True):
            row[[place for place in places if place <= MOST_LENGTH]] = True
        told = [min(places) for places in allowed if len(places) == 1]
        return Outcome(table, told if len(told) == len(allowed) else None, make, cost)

    def _says_enough(self, outcome: Outcome) -> bool:
        """Whether there is a place in several examples, and not always the same."""
        told = ~outcome.allowed[:, -1] & outcome.allowed.any(axis=1)
        return bool(told.sum() >= LEAST_TOLD) and len({row.tobytes() for row in outcome.allowed}) >= LEAST_PLACES

    def _by_masks(self, outcomes: Sequence[Outcome]) -> Iterator[tuple[int, Expression]]:
        """The masks of the bank whose first true is where an outcome wants it, the cheapest of each."""
        entries = self._entries(MASKS, min(MOST_MASKS, MOST_WORDS // self.bank.examples))
        began = time.perf_counter()
        places = np.stack([self._first_true(entries, example) for example in range(self.bank.examples)])
        self.budget.note("firsts", self.budget.at_most(len(entries) // MASKS_FOR_ONE), time.perf_counter() - began)
        examples = np.arange(self.bank.examples)[:, None]
        for outcome in outcomes:
            right = np.flatnonzero(outcome.allowed[examples, places].all(axis=0))[:MOST_FOUND]
            for entry in entries[right].tolist():
                yield outcome.cost + self.bank.cost_of(entry), outcome.make(self.context.expression(entry))

    def _by_limits(self, outcomes: Sequence[Outcome]) -> Iterator[tuple[int, Expression]]:
        """Lists of integers of which the first item beyond a limit is where an outcome wants it."""
        entries = self._entries(NUMBERS, min(MOST_SERIES, MOST_WORDS // (MOST_LENGTH * self.bank.examples)))
        rows = [self._items(entries, example) for example in range(self.bank.examples)]
        for outcome in outcomes:
            for is_above in (True, False) if outcome.places is not None else ():
                low, high = np.full(len(entries), -FAR), np.full(len(entries), FAR)
                for (items, lengths), place in zip(rows, outcome.places or (), strict=True):
                    _narrow(low, high, items if is_above else -items, lengths, place)
                for chosen in np.flatnonzero((low < high) & (low > -FAR) & (high < FAR))[:MOST_FOUND].tolist():
                    entry, least, most = int(entries[chosen]), int(low[chosen]), int(high[chosen]) - 1
                    limit = roundest(least, most) if is_above else roundest(-most, -least)
                    series, number = self.context.expression(entry), Literal(limit, INT)
                    mask = call(LESS, number, series) if is_above else call(LESS, series, number)
                    cost = outcome.cost + self.bank.cost_of(entry) + LESS.cost + constant_cost(limit, INT)
                    yield cost, outcome.make(mask)

    def _entries(self, type_: Type, most: int) -> np.ndarray:
        """The cheapest entries of a type."""
        levels = [np.arange(level.start, level.stop) for level in self.bank.levels(type_)]
        found: np.ndarray = np.concatenate([np.zeros(0, np.int64), *levels])[:most]
        return found

    def _items(self, entries: np.ndarray, example: int) -> tuple[np.ndarray, np.ndarray]:
        """The items of lists in an example, as far as there is room, and the lengths."""
        lengths = self.bank.lengths[example, entries]
        width = int(min(MOST_LENGTH, max(lengths.max(initial=0), 0)))
        places = self.bank.starts(entries)[example][:, None] + np.arange(width)
        items = self.bank.mem[np.minimum(places, len(self.bank.mem) - 1)]
        return items, lengths

    def _first_true(self, entries: np.ndarray, example: int) -> np.ndarray:
        """Where the first true of each mask is; -1 for none."""
        items, lengths = self._items(entries, example)
        holds = (items != 0) & (np.arange(items.shape[1]) < lengths[:, None])
        first: np.ndarray = np.where(holds.any(axis=1), holds.argmax(axis=1) if holds.size else 0, -1)
        return first


def _narrow(low: np.ndarray, high: np.ndarray, items: np.ndarray, lengths: np.ndarray, place: int) -> None:
    """Narrow the limits, from `low` up to but not with `high`, beyond which the item at a place is the first."""
    inside = np.arange(items.shape[1]) < lengths[:, None]
    before = np.where(inside, items, -FAR)
    if place < 0:
        np.maximum(low, before.max(axis=1, initial=-FAR), out=low)
        return
    if place >= items.shape[1]:
        high[:] = -FAR
        return
    np.maximum(low, before[:, :place].max(axis=1, initial=-FAR), out=low)
    np.minimum(high, before[:, place], out=high)


def _place(place: int) -> set[int]:
    return {place} if place >= 0 else set()


def _added(body: Expression, more: int) -> Expression:
    return call(ADD, body, Literal(more, INT)) if more else body


def _prefix(parameter: Variable, more: int, mask: Expression) -> Expression:
    return call(TAKE, parameter, _added(call(FIRST_OR, mask, call(LEN, parameter)), more))
