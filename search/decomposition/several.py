"""Several rows made of each: one for each part of a field, or as many of every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ...dsl.core.expression import Expression, Function, Variable
from ...dsl.core.types import BOOL, STR
from ...dsl.program import NO_VALUE
from ...dsl.text.variables import fresh_variables
from ..task.budget import Budget
from .pieces import Piece, Solver, apply, combined, pose, value_on
from .rows import MOST_ROWS, Rows, Table, lengths, solved_by_rows, solved_by_some
from .views import Views

SEPARATORS = (",", ";", "|", "/", " ", ", ", "; ", "-", "\n")
"""What texts are cut at to make several rows."""
MOST_TIMES = 12
"""No more rows are made of one where all make as many."""
EXPLODE_COST, UNFOLD_COST = 8, 8
"""What these cost beside their parts."""


def several_of_each(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """A row for each part of something in a row, or the same number of rows of each."""
    if lengths(made) == lengths(rows.values):
        return []
    with budget.portion(0.5) as share:
        found = _exploded(solver, rows, made, share)
    return found or _unfolded(solver, rows, made, budget)


def _exploded(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    ways = [*_explosions(rows, lengths(made))]
    for parts, share in zip(ways, budget.shares(len(ways)), strict=True):
        if pieces := _solved_by_parts(solver, rows, parts, made, share):
            return pieces
    return []


def _explosions(rows: Rows, wanted: Sequence[int]) -> Iterator[Expression]:
    """Lists in a row, or that its texts can be cut into, of which there are as many items as rows to make."""
    language = rows.problem.language
    problem = rows.mapped([[False] * len(table) for table in rows.values], BOOL, alone=True)
    views = [] if problem is None else [view.body for view in Views(problem).all]
    for body in (*views, *rows.keys()):
        cut = [apply(language, "split", body, separator) for separator in SEPARATORS] if body.type == STR else []
        for parts in [body] if body.type.item is not None and body != rows.variable else cut:
            values = [_parts_of(rows, parts, table) for table in rows.values]
            if [sum(map(len, some)) for some in values] == [*wanted]:
                yield parts


def _parts_of(rows: Rows, parts: Expression, table: Sequence[object]) -> list[list[object]]:
    values = [value_on(parts, [rows.variable], [row]) for row in table]
    return [[] if value is NO_VALUE else value for value in values]


def _solved_by_parts(solver: Solver, rows: Rows, parts: Expression, made: Table, budget: Budget) -> list[Piece]:
    """Programs over a row and one of its parts."""
    assert parts.type.item is not None
    item = _variable_of(rows, parts)
    pairs, asked = (
        [
            (row, one)
            for table in tables
            for row, values in zip(table, _parts_of(rows, parts, table), strict=True)
            for one in values
        ]
        for tables in (rows.values, rows.asked)
    )
    outputs, result = [one for table in made for one in table], rows.problem.result_type.item
    assert result is not None
    problem = pose(
        (rows.variable, item), pairs, outputs, result, asked=asked[:MOST_ROWS], language=rows.problem.language
    )
    pieces = [] if problem is None else solved_by_some(solver, problem, budget)
    return [Piece(EXPLODE_COST + piece.cost, _over_parts(rows, parts, item, piece.body)) for piece in pieces]


def _variable_of(rows: Rows, parts: Expression) -> Variable:
    """The name of one part: the parameter of a function within a function of a row."""
    assert parts.type.item is not None
    scope = (*rows.problem.parameters, rows.variable)
    return fresh_variables([("part", parts.type.item)], scope=scope, language=rows.problem.language)[0]


def _over_parts(rows: Rows, parts: Expression, item: Variable, body: Expression) -> Expression:
    each = parts if body == item else apply(rows.problem.language, "map", parts, Function((item,), body))
    return rows.made_by("flat_map", each)


def _unfolded(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """As many rows of each: a program for the first of them, the second, and so on."""
    result = rows.problem.result_type.item
    assert result is not None
    times = sum(lengths(made)) // max(1, sum(lengths(rows.values)))
    if not 2 <= times <= MOST_TIMES or lengths(made) != [times * length for length in lengths(rows.values)]:
        return []
    found = []
    for place, share in zip(range(times), budget.shares(times), strict=True):
        pieces = solved_by_rows(solver, rows, [table[place::times] for table in made], result, share)
        if not pieces:
            return []
        found.append(pieces)
    together = combined(found, partial(apply, rows.problem.language, "items"))
    return [Piece(UNFOLD_COST + piece.cost, rows.made_by("flat_map", piece.body)) for piece in together]
