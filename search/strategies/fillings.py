"""Rows of one length: a sequence cut into pieces, of which the last is filled up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import INT, STR, Type
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost
from ..cost.prior import EACH_COST
from ..task.goals import Bound, Goal
from .context.context import SearchContext

MOST_ENTRIES = 2_000
"""How many of the cheapest sequences are considered."""
MOST_WIDTH_COST = 14
CHUNKS = BUILTIN.searched["chunks"]
FILLED = {True: BUILTIN.searched["pad_text_right"], False: BUILTIN.searched["pad_right"]}
"""What fills up a row: of a text, or of a list."""


def filled_pieces(context: SearchContext, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
    """Programs that cut an entry into rows of the goal's length, and fill up the last one."""
    row = goal.type.item
    if row is None or not row.is_flat:
        return
    wanted = context.bank.goal_values(goal)
    widths = [{*map(len, rows)} for rows in wanted]
    if any(len(each) > 1 or 0 in each for each in widths) or not any(widths):
        return
    width = _width(context, {example: next(iter(each)) for example, each in enumerate(widths) if each})
    if width is None:
        return
    filled = FILLED[row == STR]
    for cost, sequence, filler in _sequences(context, row, wanted):
        literal = Literal(filler, STR if row == STR else row.item or INT)
        parts = 2 * width[0] + cost + constant_cost(filler, literal.type)
        total = goal.cost + parts + CHUNKS.cost + filled.cost + EACH_COST
        if total < bound():
            pieces = call(CHUNKS, sequence, width[1])
            body = call(filled, pieces, width[1], literal, each=True)
            if context.gives(body, wanted):
                yield total, goal.complete(body)


def _width(context: SearchContext, told: dict[int, int]) -> tuple[int, Expression] | None:
    """The cheapest entry, or else the constant, that is the width of the rows wherever there are any."""
    for cost in range(1, MOST_WIDTH_COST):
        for entry in context.bank.equal(INT, cost, told):
            return cost, context.expression(entry)
    return None


def _sequences(
    context: SearchContext, row: Type, wanted: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, Expression, Any]]:
    """Entries that all rows together begin with, and what is always the same after them; with what they cost."""
    bank = context.bank
    whole = ["".join(rows) if row == STR else [*chain(*rows)] for rows in wanted]
    shortest = [len(all_) - len(rows[-1]) if rows else 0 for all_, rows in zip(whole, wanted, strict=True)]
    for entry in islice(_fitting(context, row, [*map(len, whole)], shortest), context.budget.at_most(MOST_ENTRIES)):
        context.budget.note("edits", 1, 0.0)
        values = bank.values(entry, row)
        rest = [all_[len(value) :] for value, all_ in zip(values, whole, strict=True)]
        fillers = {item for each in rest for item in each}
        if len(fillers) == 1 and all(all_[: len(value)] == value for value, all_ in zip(values, whole, strict=True)):
            yield bank.cost_of(entry), context.expression(entry), next(iter(fillers))


def _fitting(context: SearchContext, row: Type, most: Sequence[int], least: Sequence[int]) -> Iterator[int]:
    """The entries of a type that are longer than all rows but the last in every example, and no longer than all."""
    bank = context.bank
    for start, end in bank.segments[:, bank.types[row]].tolist():
        lengths = bank.lengths[:, np.arange(start, end)]
        fits = (lengths <= np.array(most)[:, None]) & (lengths >= np.array(least)[:, None])
        yield from (np.flatnonzero(fits.all(axis=0)) + start).tolist()
