"""Loops that make the items of a list one by one, and texts of such items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, call
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost
from ...cost.prior import FUNCTION_COST
from ...readings.scene.cutting import Cut, cuts
from ...task.goals import Goal
from ..context.context import Known
from .bodies import Close, Loop, Row, gives
from .piecewise import all_numbers, numbers_written
from .scope import MOST_COLLECTION_COST, MOST_COUNT_COST, Scope, item_name, item_of, loop_over

JOIN_COST = BUILTIN.searched["join"].cost


class ListLoops:
    """Loops over lists: `map`, `filter`, `scan`, `unfold`, and `join` of what a `map` makes."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def over_items(self, goal: Goal, item: Type, values: Sequence[list[Any]]) -> Iterator[Loop]:
        """Loops that make the items of the goal one by one."""
        yield from self._unfolds(item, values)
        known = self._numbers([*map(numbers_written, values)]) if item == STR else None
        for loop in () if known is None else self._maps(item, values, known):
            yield replace(loop, in_pieces=True)
        lengths = np.array([*map(len, values)])[:, None]
        as_long = partial(_all_examples, np.equal, lengths)
        for collection in self.scope.context.entries(lambda type_: type_.is_list, MOST_COLLECTION_COST, suited=as_long):
            yield from self._maps(item, values, collection)
            yield from self._scans(item, values, collection)
        longer = partial(_all_examples, np.less_equal, lengths)
        for collection in self.scope.context.entries(goal.type.__eq__, MOST_COLLECTION_COST, suited=longer):
            yield from self._filters(values, collection)

    def _maps(self, result: Type, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = item_of(collection)
        if item.is_scalar and result.is_scalar and not any(one.type.is_list for one in self.scope.parameters):
            return  # An elementwise function, which needs no loop.
        (variable,) = self.scope.bound((item_name(item), item))
        rows = self.scope.rows(
            ((x,), y, e)
            for e, (before, after) in enumerate(zip(collection.values, values, strict=True))
            for x, y in zip(before, after, strict=True)
        )
        if rows:
            yield loop_over("map", [collection.express()], collection.cost, (variable,), rows, result)

    def _numbers(self, written: Sequence[list[int] | None]) -> Known | None:
        """The list of the numbers that texts write, if all of them write some."""
        return self.scope.entry(list_of(INT), written, MOST_COUNT_COST) if written and all(written) else None

    def _collections(self, numbers: Sequence[list[int]]) -> Iterator[Known]:
        """Lists that a loop may make texts of: that of the numbers which the texts write, then all others."""
        written = self._numbers(numbers)
        if written is not None:
            yield written
        yield from self.scope.context.entries(lambda type_: type_.is_list, MOST_COLLECTION_COST)

    def joins(self, values: Sequence[str]) -> Iterator[Loop]:
        """Texts with a piece for each item of a list."""
        for collection in self._collections([all_numbers(value) for value in values]):
            for cut in cuts(values, [*map(len, collection.values)]):
                for loop in self._maps(STR, cut.pieces, collection):
                    cost = sum(constant_cost(part, STR) for part in (cut.before, cut.mark, cut.after) if part)
                    close = partial(_joined, cut, loop.close)
                    yield replace(loop, cost=loop.cost + JOIN_COST + cost, close=close, in_pieces=True)

    def _filters(self, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = item_of(collection)
        (variable,) = self.scope.bound((item_name(item), item))
        kept = list(zip(collection.values, values, strict=True))
        if any([x for x in before if x in after] != after for before, after in kept):
            return
        rows = self.scope.rows(((x,), x in after, e) for e, (before, after) in enumerate(kept) for x in before)
        if len({row.output for row in rows}) == 2:
            yield loop_over("filter", [collection.express()], collection.cost, (variable,), rows, BOOL)

    def _scans(self, result: Type, values: Sequence[list[Any]], collection: Known) -> Iterator[Loop]:
        item = item_of(collection)
        bound = self.scope.bound(("acc", result), (item_name(item), item))
        pairs = list(zip(collection.values, values, strict=True))
        rows = self.scope.rows(
            ((after[i - 1], before[i]), after[i], e)
            for e, (before, after) in enumerate(pairs)
            for i in range(1, len(after))
        )
        if not rows:
            return

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            for start in self.scope.entries_for_start(result):
                firsts = [
                    Row((start.values[e], before[0], *self.scope.shared_given[e]), after[0])
                    for e, (before, after) in enumerate(pairs)
                    if after
                ]
                if all(gives(body, (*bound, *self.scope.shared), row) for row in firsts):
                    step = Function(bound, body)
                    yield start.cost, call(BUILTIN.searched["scan"], collection.express(), start.express(), step)
                    return

        cost = BUILTIN.searched["scan"].cost + FUNCTION_COST + collection.cost
        yield Loop(cost, bound, rows, result, close)

    def _unfolds(self, result: Type, values: Sequence[list[Any]]) -> Iterator[Loop]:
        if any(not value for value in values):
            return
        count = self.scope.entry(INT, [len(value) for value in values], MOST_COUNT_COST)
        start = self.scope.entry(result, [value[0] for value in values], MOST_COUNT_COST)
        if count is None or start is None:
            return
        bound = self.scope.bound(("value", result))
        rows = self.scope.rows(((one,), other, e) for e, v in enumerate(values) for one, other in pairwise(v))
        if len(rows) > 1:
            known = [count.express(), start.express()]
            yield loop_over("unfold", known, count.cost + start.cost, bound, rows, result)


def _all_examples(compare: np.ufunc, lengths: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """For which entries all examples have lists of numbers of items that compare so with some lengths."""
    found: np.ndarray = compare(lengths, counts).all(axis=0)
    return found


def _joined(cut: Cut, close: Close, body: Expression) -> Iterator[tuple[int, Expression]]:
    """The texts of pieces that a loop makes if it has this body."""
    yield from ((more, cut.together(pieces)) for more, pieces in close(body))
