"""Local rules solved for: what each item becomes is a function of the items around it.

The function is a weighted sum, found by least squares and kept if it is exact in integers, or a
table of the neighbourhoods whose middle changes, which pays for every one of them, or patterns that say the same of
all colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import INT, STR, Type, list_of
from ...dsl.language.language import BUILTIN
from ..cost.literals import integer_cost
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .neighbourhoods import patterns_of

WEIGHTS, TABLES, PATTERNS = (3, 5, 7), (1, 3, 5), (3, 5, 7)
"""Widths that are tried for weighted sums, for tables and for patterns."""
MOST_COST, MOST_TABLE_COST, MOST_ENTRIES = 7, 4, 24
"""Rules are solved for over the cheapest entries; tables, which can make up for any change, over yet cheaper ones."""
COST_PER_CHANGE = 2.5
"""What a table may cost for each item that it changes. A dearer one would have learnt the outputs by heart."""
MOST_WEIGHT = 1000
EXACT = 2**40
"""Sums of numbers up to it are exact in floating point."""


class LocalRules:
    """Rules over the entries of a bank that give the target."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank = context, context.bank
        self._tried: set[int] = set()

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, from entries that are new since the last call."""
        lists = list_of(INT)
        if goal.depth or goal.type != lists or not goal.lengths.any():
            return
        outputs = self.bank.goal_values(goal)
        after = np.array([x for output in outputs for x in output], np.int64)
        for entry in islice(self.bank.alike(lists, goal.lengths, MOST_COST), MOST_ENTRIES):
            if entry in self._tried:
                continue
            self._tried.add(entry)
            inputs = self.bank.values(entry, lists)
            for name, rule, cost in _rules(inputs, after, tables=self.bank.cost_of(entry) <= MOST_TABLE_COST):
                primitive = BUILTIN.vocabulary[name]
                total = goal.cost + primitive.cost + self.bank.cost_of(entry) + cost
                if total < bound():
                    yield total, goal.complete(call(primitive, self.context.expression(entry), rule))


def _rules(inputs: Sequence[Sequence[int]], after: np.ndarray, *, tables: bool) -> Iterator[tuple[str, Literal, int]]:
    """The rules that turn the items of the inputs into those of the goal: primitives, constants and their costs."""
    for width in WEIGHTS:
        weights = _weights(_neighbourhoods(inputs, width), after)
        if weights is not None:
            yield "convolve", *_priced(weights, list_of(INT))
            break
    for width in TABLES if tables else ():
        table = _table(_neighbourhoods(inputs, width), after)
        if table is not None:
            yield "stencil", *_priced(table, list_of(list_of(INT)))
            break
    if tables:
        yield from _pictures(inputs, after)


def _pictures(inputs: Sequence[Sequence[int]], after: np.ndarray) -> Iterator[tuple[str, Literal, int]]:
    """Patterns of items on a background of zeros, the narrowest first, and wider ones if they cost less."""
    items = [x for values in inputs for x in values]
    if 0 not in items:
        return
    example_of = np.repeat(np.arange(len(inputs)), [len(values) for values in inputs])
    least: int | None = None
    for width in PATTERNS:
        found = patterns_of(_neighbourhoods(inputs, width), after, example_of)
        if found is not None and (least is None or found[0] < least):
            least = found[0]
            yield "repaint", Literal(found[1], list_of(STR)), found[0]


def _priced(value: Any, type_: Type) -> tuple[Literal, int]:
    return Literal(value, type_), _constant_cost(value)


def _neighbourhoods(inputs: Sequence[Sequence[int]], width: int) -> np.ndarray:
    """Every item of the inputs amid its neighbours, a row each; outside of the lists are zeros."""
    rim = np.zeros(width // 2, np.int64)
    padded = [np.concatenate([rim, np.array(values, np.int64), rim]) for values in inputs if values]
    return np.concatenate([np.lib.stride_tricks.sliding_window_view(one, width) for one in padded])


def _weights(before: np.ndarray, after: np.ndarray) -> list[int] | None:
    """The weights, None without such, if there are too few items to be sure, or if only the item itself counts."""
    if len(after) < 2 * before.shape[1] or max(np.abs(before).max(), np.abs(after).max()) > EXACT // MOST_WEIGHT:
        return None
    solution, _, rank, _ = np.linalg.lstsq(before.astype(float), after.astype(float), rcond=None)
    if rank < before.shape[1] or np.abs(solution).max() > MOST_WEIGHT:
        return None
    weights = np.rint(solution).astype(np.int64)
    is_local = np.count_nonzero(weights) > 1
    return [int(weight) for weight in weights] if is_local and (before @ weights == after).all() else None


def _table(before: np.ndarray, after: np.ndarray) -> list[list[int]] | None:
    """The neighbourhoods whose middle changes and what it becomes, None if that differs or costs more than it tells."""
    order = np.lexsort(before.T)
    before, after = before[order], after[order]
    same = (before[1:] == before[:-1]).all(axis=1)
    if (after[1:][same] != after[:-1][same]).any():
        return None
    changes = before[:, before.shape[1] // 2] != after
    rows = np.unique(np.column_stack([before[changes], after[changes]]), axis=0).tolist()
    table = [[int(x) for x in row] for row in rows]
    return table if table and _constant_cost(table) <= COST_PER_CHANGE * int(changes.sum()) else None


def _constant_cost(rule: Any) -> int:
    """What the numbers of a rule cost; its shape is known from its width."""
    return sum(map(_constant_cost, rule)) if isinstance(rule, list) else integer_cost(rule)
