"""The longest stretch in which a condition holds: how long it is, or its items.

People write one pass with two counters: how many are so up to here, and the most there have been. Neighbours that go
on, as where a list rises, count one more than the places between them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Function, Literal, Variable, call
from ...dsl.core.types import BOOL, INT, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..task.goals import Bound, Goal
from .context.context import SearchContext

MASKS = list_of(BOOL)
MOST_MASKS, MOST_LENGTH = 30_000, 64
"""How many masks of the bank are tried, and of what length at most."""
MOST_WORDS = 4_000_000
"""Of their values that are held at once: of many examples these are fewer."""
MASKS_FOR_ONE = 4
"""So many masks are looked at while the search tries one candidate."""
MOST_FOUND = 8
LENGTH_COST, ITEMS_COST = 6, 12
"""What it costs that the stretch is the longest: it is a notion of its own, which the parts of the loop do not tell."""
LEAST_LONG = 2
"""In one example the stretch must have so many items."""
LEAST_DIFFERENT = 2
"""So many different outputs there must be."""
STATES = BUILTIN.unsearched["states"]
WHERE, ADD, SUB, MAX, ARGMAX, SLICE = (
    BUILTIN.searched[name] for name in ("where", "add", "sub", "max", "argmax", "slice")
)


class Streaks:
    """Looks for conditions whose longest stretch gives the target."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.parameters = context.subsearch.problem.parameters
        self.inputs = [example.inputs for example in context.examples]

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        wanted = self.bank.goal_values(goal)
        if MASKS not in self.bank.types or len({*map(repr, wanted)}) < LEAST_DIFFERENT:
            return
        if goal.type == INT:
            yield from self._tried(wanted, None, bound)
        for place, parameter in enumerate(self.parameters if goal.type.is_list else ()):
            if parameter.type == goal.type and all(len(given[place]) <= MOST_LENGTH for given in self.inputs):
                yield from self._tried(wanted, place, bound)

    def _tried(self, wanted: Sequence[Any], place: int | None, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Lengths, or items of a parameter, that are those of the longest stretch of a mask."""
        lengths = [value if place is None else len(value) for value in wanted]
        if max(lengths) < LEAST_LONG:
            return
        began = time.perf_counter()
        masks = self._masks()
        found = [(more, self._right(masks, [length - more for length in lengths])) for more in (0, 1)]
        self.budget.note("firsts", self.budget.at_most(len(masks) // MASKS_FOR_ONE), time.perf_counter() - began)
        for more, entries in found:
            for entry in entries[:MOST_FOUND].tolist():
                mask = self.context.expression(entry)
                loop = self._counted(mask, more)
                body = call(MAX, loop) if place is None else _items(self.parameters[place], loop, more)
                cost = self.bank.cost_of(entry) + (LENGTH_COST if place is None else ITEMS_COST)
                if cost < bound() and self.context.gives(body, wanted):
                    yield cost, body

    def _masks(self) -> np.ndarray:
        """The cheapest lists of truth values."""
        most = min(MOST_MASKS, MOST_WORDS // self.bank.examples)
        levels = [np.arange(level.start, level.stop) for level in self.bank.levels(MASKS)]
        found: np.ndarray = np.concatenate([np.zeros(0, np.int64), *levels])[:most]
        return found

    def _right(self, entries: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
        """Those masks whose longest stretches have these lengths."""
        for example, length in enumerate(lengths):
            items = self._items(entries, example)
            entries = entries[longest_stretches(items) == length]
        return entries

    def _items(self, entries: np.ndarray, example: int) -> np.ndarray:
        """The truth values of masks in an example, false where there are no more."""
        lengths = self.bank.lengths[example, entries]
        width = int(min(MOST_LENGTH, max(lengths.max(initial=0), 0)))
        places = self.bank.starts(entries)[example][:, None] + np.arange(width)
        items = self.bank.mem[np.minimum(places, len(self.bank.mem) - 1)]
        found: np.ndarray = (items != 0) & (np.arange(width) < lengths[:, None])
        return found

    def _counted(self, mask: Expression, more: int) -> Expression:
        """How many have been so up to each place, one more if neighbours are counted."""
        language = self.context.subsearch.problem.language
        run, flag = fresh_variables([("run", INT), ("flag", BOOL)], scope=self.parameters, language=language)
        start = Literal(more, INT)
        step = call(WHERE, flag, call(ADD, run, Literal(1, INT)), start)
        return call(STATES, mask, start, Function((run, flag), step))


def longest_stretches(items: np.ndarray) -> np.ndarray:
    """How many are true one after the other in each row, at most."""
    total = np.cumsum(items, axis=1)
    before = np.maximum.accumulate(np.where(items, 0, total), axis=1)
    found: np.ndarray = (total - before).max(axis=1, initial=0)
    return found


def _items(parameter: Variable, loop: Expression, more: int) -> Expression:
    """The items of the first of the longest stretches."""
    last = call(ARGMAX, loop)
    end = call(ADD, last, Literal(more, INT)) if more else last
    return call(SLICE, parameter, call(SUB, end, call(MAX, loop)), end)
