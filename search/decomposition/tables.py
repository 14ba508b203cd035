"""Tables: lists of rows that are made of other lists row by row, by choice, in order, or of groups of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

from ...dsl.core.expression import Expression
from ...dsl.core.types import BOOL, STR, Type, list_of
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece, Solver, apply, combined, with_outputs
from .rows import Rows, Table, solved_by_rows

SEPARATORS = (",", ";", "|", "/", " ", ", ", "; ", "-", "\n")
"""What texts are cut at to make several rows."""
DEAR = 24
"""Where a program costs more than this, the other ways are tried as well."""
MOST_KEYS = 6
"""So many keys are tried in pairs."""
SORT_COST, TAKE_COST, FILTER_COST, GROUP_COST, EXPLODE_COST = 7, 5, 5, 8, 8
"""What these cost beside their parts."""

RowWay = Callable[[Solver, Rows, Table, Budget], list[Piece]]
"""A way to make the outputs of the rows of a list."""


def lists_of_rows(problem: Problem) -> list[int]:
    """The positions of the parameters that are lists."""
    return [position for position, parameter in enumerate(problem.parameters) if parameter.type.is_list]


def keeps_length(problem: Problem) -> bool:
    """Whether the outputs are as long as a list among the inputs."""
    columns = zip(*(example.inputs for example in problem.given.train), strict=True)
    lengths = _lengths([example.output for example in problem.given.train])
    return any(isinstance(column[0], list) and _lengths([*column]) == lengths for column in columns)


def by_row(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Each row is made of the row at its place; of several lists, of what is at the same place in all."""
    outputs = [example.output for example in problem.given.train]
    lengths = _lengths(outputs)
    lists = [problem.parameters[place] for place in lists_of_rows(problem)]
    every = [Rows.of(problem, one) for one in lists]
    alike = [rows.body for rows in every if rows is not None and _lengths(rows.values) == lengths]
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
    return _by_ways(solver, problem, budget, (_aligned, _grouped, _exploded))


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
            if [_sorted(table, row, down)[:1] for table, row in zip(rows.values, keys, strict=True)] == outputs
        ]
        language = problem.language
        for piece in [] if found else _filtered(solver, rows, outputs, budget):
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
    if result is None or _lengths(rows.values) != _lengths(made):
        return []
    pieces = solved_by_rows(solver, rows, made, result, budget)
    return [Piece(piece.cost + 1, rows.made_by("map", piece.body)) for piece in pieces]


def _lengths(table: Table) -> list[int]:
    return [len(rows) for rows in table]


def _selected(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    """Some of the rows, or all of them, perhaps in another order."""
    if rows.body.type != rows.problem.result_type:
        return []
    return _selection(solver, rows, wanted, budget)


def _selection(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    if repr(rows.values) == repr(wanted):
        return [Piece(1, rows.body)]
    if _lengths(rows.values) == _lengths(wanted):
        return _in_order(rows, wanted)
    return _first_rows(rows, wanted) + _filtered(solver, rows, wanted, budget)


def _in_order(rows: Rows, wanted: Table) -> list[Piece]:
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
            ordered = [_sorted(table, row, down) for table, row in zip(rows.values, keys, strict=True)]
            yield rows.made_by(name, key), ordered


def _sorted(table: list[Any], keys: list[Any], down: bool) -> list[Any]:
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
    most = max(_lengths(wanted))
    if any(len(some) != min(most, len(table)) for some, table in zip(wanted, rows.values, strict=True)):
        return []
    orders = [(rows.body, rows.values), *_orders(rows)]
    found = [body for body, table in orders if repr([some[:most] for some in table]) == repr(wanted)]
    cost = TAKE_COST + (SORT_COST if rows.body not in found else 0)
    take = [apply(rows.problem.language, "take", body, most) for body in found]
    return [Piece(cost + number, body) for number, body in enumerate(take[:MOST_RIVALS])]


def _filtered(solver: Solver, rows: Rows, wanted: Table, budget: Budget) -> list[Piece]:
    """The rows that meet a condition, as they are or in the order of a key."""
    kept = [_kept(table, some) for table, some in zip(rows.values, wanted, strict=True)]
    mask = [row for row in kept if row is not None]
    if len(mask) < len(kept):
        return []
    found: list[Piece] = []
    for piece in solved_by_rows(solver, rows, mask, BOOL, budget):
        body = rows.made_by("filter", piece.body)
        chosen = Rows.of(rows.problem, body)
        if chosen is not None:
            orders = [Piece(1, body)] if repr(chosen.values) == repr(wanted) else _in_order(chosen, wanted)
            found += [Piece(FILTER_COST + piece.cost + order.cost, order.body) for order in orders]
    return sorted(found, key=lambda piece: piece.cost)[:MOST_RIVALS]


def _kept(table: Sequence[Any], some: Sequence[Any]) -> list[bool] | None:
    """Which rows are among some others; None if that depends on more than the row."""
    before, after = Counter(map(repr, table)), Counter(map(repr, some))
    if any(before[row] != count for row, count in after.items()):
        return None
    return [repr(row) in after for row in table]


def _grouped(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """A row for each group of rows that have a key in common."""
    result = rows.problem.result_type.item
    assert result is not None
    ways = [*_groupings(rows, made)]
    for (groups, order), part in zip(ways, budget.shares(len(ways)), strict=True):
        aligned = [[table[place] for place in places] for table, places in zip(made, order, strict=True)]
        pieces = solved_by_rows(solver, groups, aligned, result, part)
        found = [Piece(GROUP_COST + piece.cost, groups.made_by("map", piece.body)) for piece in pieces]
        if found and repr(aligned) != repr(made):
            found = [one for piece in found for one in _reordered(rows.problem, piece, made)]
        if found:
            return found[:MOST_RIVALS]
    return []


def _reordered(problem: Problem, piece: Piece, wanted: Table) -> list[Piece]:
    rows = Rows.of(problem, piece.body)
    return [] if rows is None else [Piece(piece.cost + one.cost, one.body) for one in _in_order(rows, wanted)]


def _groupings(rows: Rows, made: Table) -> Iterator[tuple[Rows, list[list[int]]]]:
    """Groups of which there are as many as rows to make, and the numbers of these for each group.

    Keys that can be seen in what is to be made come first.
    """
    natural_ones, seen, others = [], [], []
    for key, keys in rows.keys().items():
        distinct = [list(dict.fromkeys(table)) for table in keys]
        if _lengths(distinct) != _lengths(made) or _lengths(distinct) == _lengths(rows.values):
            continue
        for source, names in _group_orders(rows, key, distinct):
            groups = Rows.of(rows.problem, apply(rows.problem.language, "grouped_by", source, rows.function(key)))
            if groups is None:
                continue
            orders = [order for column in _columns(made) if (order := _places(column, names)) is not None]
            natural = [[*range(len(table))] for table in made]
            if natural in orders:
                natural_ones.append((groups, natural))
            elif orders:
                seen.append((groups, orders[0]))
            else:
                others.append((groups, natural))
    yield from (*natural_ones, *seen, *others)


def _group_orders(rows: Rows, key: Expression, distinct: Table) -> Iterator[tuple[Expression, Table]]:
    yield rows.body, distinct
    for name, down in (("sorted_by", False), ("sorted_by_desc", True)):
        yield rows.made_by(name, key), [sorted(names, reverse=down) for names in distinct]


def _columns(table: Table) -> list[Table]:
    """The columns of rows that all have the same places."""
    cells = [[_cells(row) for row in rows] for rows in table]
    first = next((row for rows in cells for row in rows), {})
    places = [place for place in first if all(place in row for rows in cells for row in rows)]
    return [[[row[place] for row in rows] for rows in cells] for place in places]


def _cells(row: Any) -> dict[Any, Any]:
    if isinstance(row, dict):
        return row
    return dict(enumerate(row)) if isinstance(row, list) else {0: row}


def _places(column: Table, names: Table) -> list[list[int]] | None:
    """For each name its place in a column, where the column holds each name once."""
    if any(sorted(map(repr, one)) != sorted(map(repr, some)) for one, some in zip(column, names, strict=True)):
        return None
    return [[one.index(name) for name in some] for one, some in zip(column, names, strict=True)]


def _exploded(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """A row for each part of a text."""
    ways = [*_explosions(rows, _lengths(made))]
    for exploded, part in zip(ways, budget.shares(len(ways)), strict=True):
        if repr(exploded.values) == repr(made):
            return [Piece(EXPLODE_COST, exploded.body)]
        pieces = _mapped(solver, exploded, made, part)
        if pieces:
            return [Piece(EXPLODE_COST + piece.cost, piece.body) for piece in pieces]
    return []


def _explosions(rows: Rows, lengths: Sequence[int]) -> Iterator[Rows]:
    type_, language = rows.type, rows.problem.language
    if lengths == _lengths(rows.values):
        return
    for place, item in _parts(rows):
        for separator in SEPARATORS if item == STR else ():
            name = "explode" if type_.is_record else "explode_at"
            exploded = Rows.of(rows.problem, apply(language, name, rows.body, place, separator))
            if exploded is not None and _lengths(exploded.values) == [*lengths]:
                yield exploded


def _parts(rows: Rows) -> list[tuple[str | int, Type]]:
    """The fields or positions of rows with their types."""
    if rows.type.is_record:
        return [*rows.type.fields.items()]
    if rows.type.is_tuple:
        return [*enumerate(rows.type.parts)]
    width = min((len(row) for table in rows.values for row in table), default=0) if rows.type.is_list else 0
    return [(place, rows.type.item) for place in range(width) if rows.type.item]


def _aligned(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """Rows are chosen or sorted, and each of them makes one: told by a column that is copied."""
    result = rows.problem.result_type.item
    assert result is not None
    ways = [*_alignments(rows, made)]
    for chosen, part in zip(ways, budget.shares(len(ways)), strict=True):
        with part.portion(0.5) as half:
            selections = _selection(solver, rows, chosen, half)
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
        for column in _columns(made):
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
    places = row.keys or tuple(range(len(row.parts)))
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
