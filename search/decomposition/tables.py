"""Tables: lists of rows that are made of other lists row by row, by choice, in order, or of groups of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, product
from typing import Any

from ...dsl.core.expression import Expression
from ...dsl.core.types import list_of
from ..task.budget import Budget
from ..task.problem import Problem
from .cuts import cut_into
from .groups import grouped
from .pieces import Piece, Solver, apply, combined, with_outputs
from .rows import Rows, Table, columns, lengths, solved_by_rows
from .selection import SORT_COST, filtered, in_order_of, kept, selection
from .several import several_of_each

DEAR = 24
"""Where a program costs more than this, the other ways are tried as well."""

RowWay = Callable[[Solver, Rows, Table, Budget], list[Piece]]
"""A way to make the outputs of the rows of a list."""


def lists_of_rows(problem: Problem) -> list[int]:
    """The positions of the parameters that are lists."""
    return [position for position, parameter in enumerate(problem.parameters) if parameter.type.is_list]


def keeps_length(problem: Problem) -> bool:
    """Whether the outputs are as long as a list among the inputs."""
    given = zip(*(example.inputs for example in problem.given.train), strict=True)
    wanted = lengths([example.output for example in problem.given.train])
    return any(isinstance(column[0], list) and lengths([*column]) == wanted for column in given)


def chooses_rows(problem: Problem) -> bool:
    """Whether the outputs are some of the rows of a list of lists, which does not depend on the places of the rows."""
    if problem.result_type.item is None or not problem.result_type.item.is_list:
        return False
    outputs = [example.output for example in problem.given.train]
    for place in lists_of_rows(problem):
        tables = [example.inputs[place] for example in problem.given.train]
        told = (kept(table, some) is not None for table, some in zip(tables, outputs, strict=True))
        alike = problem.parameters[place].type == problem.result_type
        if alike and lengths(tables) != lengths(outputs) and all(told):
            return True
    return False


def by_row(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Each row is made of the row at its place; of several lists, of what is at the same place in all."""
    outputs = [example.output for example in problem.given.train]
    wanted = lengths(outputs)
    lists = [problem.parameters[place] for place in lists_of_rows(problem)]
    every = [Rows.of(problem, one) for one in lists]
    alike = [rows.body for rows in every if rows is not None and lengths(rows.values) == wanted]
    alike = alike or [*islice(cut_into(problem, wanted), 1)]
    if not alike:
        return []
    body = alike[0] if len(alike) == 1 else apply(problem.language, "zipped", *alike)
    rows = Rows.of(problem, body)
    return [] if rows is None else _mapped(solver, rows, outputs, budget)


def by_selection(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Rows are chosen or sorted."""
    return _by_ways(solver, problem, budget, (_selected,))


def by_rows(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Rows are grouped or cut up, or some of them changed."""
    return _by_ways(solver, problem, budget, (grouped, several_of_each))


def by_alignment(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Rows are chosen or sorted, and then changed."""
    return _by_ways(solver, problem, budget, (_aligned,))


def by_choice(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """The row of a list that has the most or the least of something, or the first that meets a condition."""
    outputs = [[example.output] for example in problem.given.train]
    found: list[Piece] = []
    for place in lists_of_rows(problem):
        rows = Rows.of(problem, problem.parameters[place])
        if rows is None or rows.type != problem.result_type or not all(rows.values):
            continue
        orders = [("min_by", False), ("max_by", True)]
        found += [
            Piece(SORT_COST + number, rows.made_by(name, key))
            for number, ((name, down), (key, keys)) in enumerate(product(orders, rows.keys().items()))
            if [in_order_of(table, row, down)[:1] for table, row in zip(rows.values, keys, strict=True)] == outputs
        ]
        language = problem.language
        for piece in [] if found else filtered(solver, rows, outputs, budget):
            found.append(Piece(piece.cost + 1, apply(language, "head", piece.body)))
    return found


def _by_ways(solver: Solver, problem: Problem, budget: Budget, ways: Sequence[RowWay]) -> list[Piece]:
    outputs = [example.output for example in problem.given.train]
    found: list[Piece] = []
    pairs = [(way, place) for way in ways for place in lists_of_rows(problem)]
    for (way, place), part in zip(pairs, budget.shares(len(pairs)), strict=True):
        rows = Rows.of(problem, problem.parameters[place])
        pieces = [] if rows is None else way(solver, rows, outputs, part)
        if pieces and (not found or pieces[0].cost < found[0].cost):
            found = pieces
        if found and found[0].cost <= DEAR:
            break
    return found


def _mapped(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """Every row makes one."""
    result = rows.problem.result_type.item
    if result is None or lengths(rows.values) != lengths(made):
        return []
    pieces = solved_by_rows(solver, rows, made, result, budget)
    return [Piece(piece.cost + 1, rows.made_by("map", piece.body)) for piece in pieces]


def _selected(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    """Some of the rows, or all of them, perhaps in another order."""
    if rows.body.type != rows.problem.result_type:
        return []
    return selection(solver, rows, wanted, budget)


def _aligned(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """Rows are chosen or sorted, and each of them makes one: told by a column that is copied."""
    result = rows.problem.result_type.item
    assert result is not None
    ways = [*_alignments(rows, made)]
    for chosen, part in zip(ways, budget.shares(len(ways)), strict=True):
        with part.portion(0.5) as half:
            selections = selection(solver, rows, chosen, half)
        if not selections:
            continue
        source = Rows.of(rows.problem, selections[0].body)
        pieces = [] if source is None else solved_by_rows(solver, source, made, result, part)
        if pieces and source is not None:
            return combined([selections, pieces], partial(_each_of, source))
    return []


def _each_of(rows: Rows, selected: Expression, body: Expression) -> Expression:
    """What a function of a row makes of each of those selected."""
    return replace(rows, body=selected).made_by("map", body)


def _alignments(rows: Rows, made: Table) -> Iterator[Table]:
    """The rows of which each row to be made has a value, where that tells which row it is."""
    known = set()
    for keys in rows.keys().values():
        if any(len(set(map(repr, table))) < len(table) for table in keys):
            continue
        places = [{repr(key): place for place, key in enumerate(table)} for table in keys]
        for column in columns(made):
            pairs = [*zip(rows.values, places, column, strict=True)]
            if all(repr(value) in known_ for _, known_, some in pairs for value in some):
                chosen = [[table[known_[repr(value)]] for value in some] for table, known_, some in pairs]
                if repr(chosen) not in known:
                    known.add(repr(chosen))
                    yield chosen


def by_column(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """The columns of a table, each made as a list."""
    row = problem.result_type.item
    if row is None or not (row.is_record or row.is_tuple):
        return []
    outputs = [example.output for example in problem.given.train]
    places: tuple[Any, ...] = row.keys or tuple(range(len(row.parts)))
    found = []
    for (place, type_), part in zip(zip(places, row.parts, strict=True), budget.shares(len(places)), strict=True):
        column = with_outputs(problem, [[one[place] for one in table] for table in outputs], list_of(type_))
        pieces = [] if column is None else solver.solve(column, part)
        if not pieces:
            return []
        found.append(pieces)
    return combined(found, partial(_side_by_side, problem))


def _side_by_side(problem: Problem, *columns: Expression) -> Expression:
    """Rows of which each column is a list."""
    row, language = problem.result_type.item, problem.language
    assert row is not None
    if len(columns) == 1:
        rows = Rows(problem, columns[0], [], [])
        values = [rows.variable] if not row.is_record else [row.keys[0], rows.variable]
        return rows.made_by("map", apply(language, "record" if row.is_record else "tuple", *values))
    rows = Rows(problem, apply(language, "zipped", *columns), [], [])
    if row.is_tuple:
        return rows.body
    parts = [apply(language, "part", rows.variable, place) for place in range(len(columns))]
    named = [one for pair in zip(row.keys, parts, strict=True) for one in pair]
    return rows.made_by("map", apply(language, "record", *named))
