"""Some of the rows of a list, or all of them in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Expression
from ...dsl.core.types import BOOL, STR
from ..cost.literals import constant_cost
from ..task.budget import Budget
from .pieces import MOST_RIVALS, Piece, Solver, apply
from .rows import Rows, Table, lengths, solved_by_rows

MOST_KEYS = 6
"""So many keys are tried in pairs."""
SORT_COST, TAKE_COST, FILTER_COST, MARK_COST = 7, 5, 5, 2
"""What these cost beside their parts."""


def selection(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    if repr(rows.values) == repr(wanted):
        return [Piece(1, rows.body)]
    if lengths(rows.values) == lengths(wanted):
        return in_order(rows, wanted)
    found = _first_rows(rows, wanted) + filtered(solver, rows, wanted, budget)
    return sorted(found, key=lambda piece: piece.cost)


def in_order(rows: Rows, wanted: Table) -> list[Piece]:
    """The rows sorted by a key, or by one within another."""
    found = [body for body, table in _orders(rows) if repr(table) == repr(wanted)]
    return [Piece(SORT_COST + number, body) for number, body in enumerate(found[:MOST_RIVALS])] or [
        Piece(2 * SORT_COST + number, body) for number, body in enumerate(_by_two_keys(rows, wanted)[:MOST_RIVALS])
    ]


def _orders(rows: Rows) -> Iterator[tuple[Expression, Table]]:
    """The rows in the order of each key, up and down."""
    known = rows.keys().items()
    for name, down in (("sorted_by", False), ("sorted_by_desc", True)):
        for key, keys in known:
            ordered = [in_order_of(table, row, down) for table, row in zip(rows.values, keys, strict=True)]
            yield rows.made_by(name, key), ordered


def in_order_of(table: list[Any], keys: list[Any], down: bool) -> list[Any]:
    places = sorted(range(len(table)), key=lambda place: keys[place], reverse=down)
    return [table[place] for place in places]


def _by_two_keys(rows: Rows, wanted: Table) -> list[Expression]:
    found = []
    inner = [*_orders(rows)][: 2 * MOST_KEYS]
    for body, table in inner:
        once = Rows(rows.problem, body, table, rows.asked)
        found += [outer for outer, twice in _orders(once) if repr(twice) == repr(wanted)]
    return found


def _first_rows(rows: Rows, wanted: Table) -> list[Piece]:
    """The first so many rows, as they are or in the order of a key."""
    most = max(lengths(wanted))
    if any(len(some) != min(most, len(table)) for some, table in zip(wanted, rows.values, strict=True)):
        return []
    orders = [(rows.body, rows.values), *_orders(rows)]
    found = [body for body, table in orders if repr([some[:most] for some in table]) == repr(wanted)]
    cost = TAKE_COST + (SORT_COST if rows.body not in found else 0)
    take = [apply(rows.problem.language, "take", body, most) for body in found]
    return [Piece(cost + number, body) for number, body in enumerate(take[:MOST_RIVALS])]


def filtered(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    """The rows that meet a condition, as they are or in the order of a key."""
    told = [kept(table, some) for table, some in zip(rows.values, wanted, strict=True)]
    mask = [row for row in told if row is not None]
    if len(mask) < len(told):
        return []
    found: list[Piece] = []
    conditions = [*_by_mark(rows, mask), *solved_by_rows(solver, rows, mask, BOOL, budget)]
    for piece in conditions:
        body = rows.made_by("filter", piece.body)
        chosen = Rows.of(rows.problem, body)
        if chosen is not None:
            orders = [Piece(1, body)] if repr(chosen.values) == repr(wanted) else in_order(chosen, wanted)
            found += [Piece(FILTER_COST + piece.cost + order.cost, order.body) for order in orders]
    return sorted(found, key=lambda piece: piece.cost)[:MOST_RIVALS]


def _by_mark(rows: Rows, mask: Sequence[Sequence[bool]]) -> Iterator[Piece]:
    """That a text in a row is the one which all rows have that are kept, or the one which all others have."""
    keeps = [keep for some in mask for keep in some]
    for key, keys in rows.keys().items():
        if key.type != STR or key == rows.variable:
            continue
        cells = [*zip([cell for column in keys for cell in column], keeps, strict=True)]
        for side in (True, False):
            marks, others = ({cell for cell, keep in cells if keep is one} for one in (side, not side))
            if len(marks) == 1 and not marks & others:
                (mark,) = marks
                body = apply(rows.problem.language, "same", key, mark)
                cost = MARK_COST + constant_cost(mark, STR)
                yield Piece(cost, body) if side else Piece(cost + 1, apply(rows.problem.language, "not", body))


def kept(table: Sequence[Any], some: Sequence[Any]) -> list[bool] | None:
    """Which rows are among some others; None if that depends on more than the row."""
    before, after = Counter(map(repr, table)), Counter(map(repr, some))
    if any(before[row] != count for row, count in after.items()):
        return None
    return [repr(row) in after for row in table]
