"""Texts and lists whose pieces are edited one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

from ....dsl.core.expression import Expression, Literal, Variable, call
from ....dsl.core.types import STR, Type
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost
from .bodies import Loop, Row, consistent
from .piecewise import EDIT_BLOCKS, EDITS, FILL_BLOCKS, Items, edited, edited_blocks, items_between, marks_between
from .scope import Scope, item_of, loop_over

MOST_WAYS, MARK_COST = 2, 2
"""How many ways to cut texts into items are tried, and what a mark between items costs."""


class PieceLoops:
    """Edits of the words, numbers or items of a text, and of the blocks of a list."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def of_texts(self, values: Sequence[str]) -> Iterator[Loop]:
        """The pieces of a text edited one by one, where the goal has the same between its pieces."""
        texts = [position for position, one in enumerate(self.scope.parameters) if one.type == STR]
        for position, edit in product(texts, EDITS):
            pairs = [
                edited(edit, given[position], value) for given, value in zip(self.scope.given, values, strict=True)
            ]
            rows = consistent(Row((x,), y) for pieces in pairs for x, y in pieces or ())
            if all(pairs) and len(rows) > 1:
                loop = loop_over(
                    edit.name, [self.scope.parameters[position]], 1, self.scope.bound(("x", STR)), rows, STR
                )
                yield replace(loop, shared=False)

    def of_items(self, values: Sequence[str]) -> Iterator[Loop]:
        """The items of a list in a text edited one by one, however many there are."""
        for position, one in enumerate(self.scope.parameters):
            if one.type != STR:
                continue
            for items in islice(items_between([given[position] for given in self.scope.given], values), MOST_WAYS):
                rows = consistent(Row((x,), y) for x, y in items.pairs)
                if len(rows) > 1 and any(row.inputs[0] != row.output for row in rows):
                    yield self._over_items(one, items, rows)

    def _over_items(self, text: Variable, items: Items, rows: Sequence[Row]) -> Loop:
        split, join = BUILTIN.searched["split"], BUILTIN.searched["join"]
        marks = (Literal(items.mark, STR), Literal(items.other, STR))
        cost = 1 + split.cost + join.cost + sum(MARK_COST for _ in {items.mark, items.other})
        loop = loop_over("map", [call(split, text, marks[0])], cost, self.scope.bound(("x", STR)), rows, STR)

        def close(body: Expression) -> Iterator[tuple[int, Expression]]:
            yield from ((more, call(join, mapped, marks[1])) for more, mapped in loop.close(body))

        return replace(loop, close=close, shared=False, in_pieces=True)

    def of_lists(self, type_: Type, values: Sequence[list[Any]]) -> Iterator[Loop]:
        """The blocks of a list edited one by one, where the goal has the same gaps between its blocks."""
        for position, one in enumerate(self.scope.parameters):
            if one.type != type_:
                continue
            lists = [inputs[position] for inputs in self.scope.given]
            for mark in marks_between(lists):
                yield from self._between(mark, one, lists, values)

    def _between(
        self, mark: Any, parameter: Variable, lists: Sequence[list[Any]], values: Sequence[list[Any]]
    ) -> Iterator[Loop]:
        pairs = [edited_blocks(mark, before, after) for before, after in zip(lists, values, strict=True)]
        found = [((x,), y, e) for e, blocks in enumerate(pairs) for x, y in blocks or ()]
        if any(blocks is None for blocks in pairs) or all(x == y for (x,), y, _ in found):
            return
        item = item_of(parameter)
        known: list[Expression] = [parameter, Literal(mark, item)]
        cost = 1 + constant_cost(mark, item)
        bound = self.scope.bound(("block", parameter.type))
        alone = consistent(Row(x, y) for x, y, _ in found)
        for rows, shared in ((alone, False), (self.scope.rows(found), True)):
            if len(rows) > 1:
                loop = loop_over(EDIT_BLOCKS.name, known, cost, bound, rows, parameter.type)
                yield replace(loop, shared=shared, in_pieces=not shared)
        if len(alone) > 1 and all(_is_uniform(row.inputs[0], row.output) for row in alone):
            filled = [Row(row.inputs, row.output[0]) for row in alone]
            loop = loop_over(FILL_BLOCKS.name, known, cost, bound, filled, item)
            yield replace(loop, shared=False, in_pieces=True)


def _is_uniform(before: Sequence[Any], after: Sequence[Any]) -> bool:
    """Whether a block has become as many items that are all the same."""
    return len(before) == len(after) and all(item == after[0] for item in after)
