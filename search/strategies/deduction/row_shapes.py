"""Shapes: a goal cut into rows, which a primitive that joins rows would give back.

Any rows of the right lengths would do, so that the goal alone does not tell them; a value of the
bank that consists of such rows, or a list that has an item for each, makes some of them likely.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, call
from ....dsl.core.layout import length_of
from ...engine.instances import Instance
from ...task.goals import Goal
from ..context.context import SearchContext

JOINING = ("flatten", "glue")
"""Primitives that put rows one after the other and do nothing else."""
MOST_SHAPES = 2
MOST_ENTRIES = 5000
"""How many of the cheapest entries are considered."""
ROWS = 2
"""The depth of the types of rows."""

Shape = tuple[tuple[int, ...], ...]
"""The lengths of the rows in each example."""


class Shapes:
    """Goals of rows, for goals that are rows joined."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget

    def goals(self, goal: Goal) -> Iterator[Goal]:
        """The goal in rows, in the shapes of the cheapest values."""
        for instance, cost in zip(self.context.instances, self.context.costs, strict=True):
            if instance.result == goal.type and _is_joining(instance):
                yield from self._in_rows(goal, instance, int(cost))

    def _in_rows(self, goal: Goal, instance: Instance, cost: int) -> Iterator[Goal]:
        (type_,) = instance.arguments
        values = self.bank.goal_values(goal)

        def complete(part: Expression) -> Expression:
            return goal.complete(call(instance.primitive, part))

        for shape in self._shapes([len(value) for value in values]):
            rows = [_cut(value, lengths) for value, lengths in zip(values, shape, strict=True)]
            offsets = self.bank.write(rows, type_)
            lengths = np.array([length_of(value, type_) for value in rows], np.int64)
            yield Goal(type_, offsets, lengths, goal.cost + cost, complete, goal.depth + 1)

    def _shapes(self, wanted: Sequence[int]) -> list[Shape]:
        """The likeliest shapes of rows that have this many items in all."""
        began, most = time.perf_counter(), self.budget.at_most(MOST_ENTRIES)
        found: dict[Shape, None] = {}
        for shape in self._found(np.array(wanted, np.int64)[:, None], most):
            found.setdefault(shape)
            if len(found) == MOST_SHAPES:
                break
        self.budget.note("deduce", most, time.perf_counter() - began)
        return list(found)

    def _found(self, wanted: np.ndarray, most: int) -> Iterator[Shape]:
        """The shapes that this many values suggest, the cheapest first; many come more than once."""
        types = [(type_, type_id) for type_, type_id in self.bank.types.items() if 0 < type_.depth <= ROWS]
        for cost, (type_, type_id) in product(range(len(self.bank.segments)), types):
            start, end = self.bank.segments[cost, type_id].tolist()
            entries = np.arange(start, min(end, start + most))
            most -= len(entries)
            if not len(entries):
                continue
            yield from self._of_rows(entries, wanted) if type_.depth == ROWS else self._of_items(entries, wanted)

    def _of_rows(self, entries: np.ndarray, wanted: np.ndarray) -> Iterator[Shape]:
        """The shapes of nested values, also with some more items in every row, or a multiple of them."""
        bank = self.bank
        rows = bank.mem[bank.starts(entries)]
        items = bank.lengths[:, entries] - 1 - rows
        more = ((wanted - items) // np.maximum(rows, 1)).max(axis=0, initial=0)
        times = (wanted // np.maximum(items, 1)).max(axis=0, initial=1)
        is_more, is_times = (wanted == items + more * rows).all(axis=0), (wanted == items * times).all(axis=0)
        for n in np.flatnonzero((is_more | is_times) & (rows > 1).any(axis=0)):
            shape = [self._row_lengths(start) for start in bank.starts(entries[n : n + 1])[:, 0].tolist()]
            factor, summand = (1, more[n]) if is_more[n] else (times[n], 0)
            changed = tuple(tuple(int(factor * length + summand) for length in lengths) for lengths in shape)
            if any(set(lengths) - {1} for lengths in changed):
                yield changed

    def _of_items(self, entries: np.ndarray, wanted: np.ndarray) -> Iterator[Shape]:
        """The shapes of equal rows, one for each item of a flat value."""
        items = self.bank.lengths[:, entries].astype(np.int64)
        fits = (wanted == items * (wanted // np.maximum(items, 1))).all(axis=0)
        fits &= (wanted > items).any(axis=0) & (items > 1).any(axis=0)
        totals = wanted[:, 0].tolist()
        for column in dict.fromkeys(map(tuple, items[:, fits].T.tolist())):
            yield tuple((total // max(count, 1),) * count for total, count in zip(totals, column, strict=True))

    def _row_lengths(self, start: int) -> list[int]:
        """Of the nested value that begins there in the arena."""
        lengths: list[int] = self.bank.mem[start + 1 : start + 1 + self.bank.mem[start]].tolist()
        return lengths


def _is_joining(instance: Instance) -> bool:
    return instance.primitive.name in JOINING and not instance.each and not instance.boxed


def _cut(value: Any, lengths: Sequence[int]) -> list[Any]:
    """A list or text in pieces of these lengths."""
    ends = accumulate(lengths)
    return [value[end - length : end] for end, length in zip(ends, lengths, strict=True)]
