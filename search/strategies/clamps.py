"""Bounds solved for: a value that is kept between two constants, or on one side of one."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from ...dsl.core.expression import Expression, call
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost
from ..task.goals import Bound, Goal
from .context.bounds import number_of
from .context.context import SearchContext

MOST_ENTRIES, MOST_ENTRIES_DEEP = 100_000, 2_000
"""Entries that are tried for the target, and for a deduced goal."""
ENTRIES_FOR_ONE = 16
"""So many entries are looked at while the search tries one candidate."""
LEAST_INSIDE = 2
"""How many different values the goal must have that no bound has changed: else a bound says all there is."""
MOST_FITS = 8
AT_ONCE, MOST_WORDS = 4096, 20_000_000
"""Entries that are looked at together, and words of values in all: of long lists these are fewer entries."""
WORDS_AT_ONCE = 500_000
SMALLER, LARGER = BUILTIN.searched["smaller"], BUILTIN.searched["larger"]


class Clamps:
    """Solves for the bounds that make the numbers of a goal of those of a bank.

    A bound that has changed a value is among the values of the goal: it is the least of them or the largest.
    """

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        wanted = self._items(goal.lengths, goal.offsets[:, None])[0]
        if len(np.unique(wanted)) <= LEAST_INSIDE:
            return
        for entry, is_above, is_below in self._fitting(goal, wanted):
            cost, body = goal.cost + self.bank.cost_of(entry), self.context.expression(entry)
            for is_used, primitive, limit in ((is_above, LARGER, wanted.min()), (is_below, SMALLER, wanted.max())):
                if is_used:
                    constant = number_of(int(limit), goal.type.item or goal.type)
                    cost += primitive.cost + constant_cost(constant.value, constant.type)
                    body = call(primitive, body, constant)
            if cost < bound():
                yield cost, goal.complete(body)

    def _fitting(self, goal: Goal, wanted: np.ndarray) -> Iterator[tuple[int, bool, bool]]:
        """The cheapest entries that bounds make the goal, and whether there is one above which and below which."""
        bank, began, words = self.bank, time.perf_counter(), len(wanted)
        most = min(self.budget.at_most(MOST_ENTRIES_DEEP if goal.depth else MOST_ENTRIES), MOST_WORDS // words)
        low, high, tried = wanted.min(), wanted.max(), 0
        found: list[tuple[int, bool, bool]] = []
        for batch in self._batches(goal, most, max(1, min(AT_ONCE, WORDS_AT_ONCE // words))):
            tried += len(batch)
            entries = batch[(bank.lengths[:, batch] == goal.lengths[:, None]).all(axis=0)]
            items = self._items(goal.lengths, bank.offsets[:, entries])
            fits = np.flatnonzero((np.clip(items, low, high) == wanted).all(axis=1))
            for row in fits.tolist():
                below, above = (items[row] < low).any(), (items[row] > high).any()
                inside = np.unique(items[row][items[row] == wanted])
                if (below or above) and len(inside) >= LEAST_INSIDE:
                    found.append((int(entries[row]), bool(below), bool(above)))
            if len(found) >= MOST_FITS or self.budget.stopped_by() in ("time", "interrupted"):
                break
        self.budget.note("constants", tried // ENTRIES_FOR_ONE, time.perf_counter() - began)
        return iter(found[:MOST_FITS])

    def _batches(self, goal: Goal, most: int, at_once: int) -> Iterator[np.ndarray]:
        """The entries of the goal's type, the cheapest first, some at a time."""
        for level in self.bank.levels(goal.type):
            for start in range(level.start, min(level.stop, level.start + most), at_once):
                yield np.arange(start, min(level.stop, start + at_once, level.start + most))
            most -= len(level)
            if most <= 0:
                return

    def _items(self, lengths: np.ndarray, offsets: np.ndarray) -> np.ndarray:
        """The numbers of some values in all examples: int64, (values, numbers); decimals in their smallest units."""
        regions = self.bank.width * np.arange(self.bank.examples, dtype=np.int64)
        starts = regions[:, None] + offsets
        places = [starts[example][:, None] + np.arange(length) for example, length in enumerate(lengths.tolist())]
        items: np.ndarray = self.bank.mem[np.concatenate(places, axis=1)]
        return items
