"""Rows made of groups of rows that have a key in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from ...dsl.core.expression import Expression, renamed
from ...dsl.core.types import BOOL
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece, Solver, apply, value_on
from .rows import Rows, Table, columns, lengths, solved_by_rows
from .selection import in_order

GROUP_COST, LISTED_COST = 8, 6
"""What grouping costs beside its parts, and a key followed by values."""


def grouped(solver: Solver, rows: Rows, made: Table, budget: Budget) -> list[Piece]:
    """A row for each group of rows that have a key in common."""
    result = rows.problem.result_type.item
    assert result is not None
    ways = [*_groupings(rows, made)]
    for (groups, order), part in zip(ways, budget.shares(len(ways)), strict=True):
        aligned = [[table[place] for place in places] for table, places in zip(made, order, strict=True)]
        pieces = _listed(rows, groups, aligned) or solved_by_rows(solver, groups, aligned, result, part)
        found = [Piece(GROUP_COST + piece.cost, groups.made_by("map", piece.body)) for piece in pieces]
        if found and repr(aligned) != repr(made):
            found = [one for piece in found for one in _reordered(rows.problem, piece, made)]
        if found:
            return found[:MOST_RIVALS]
    return []


def _reordered(problem: Problem, piece: Piece, wanted: Table) -> list[Piece]:
    rows = Rows.of(problem, piece.body)
    return [] if rows is None else [Piece(piece.cost + one.cost, one.body) for one in in_order(rows, wanted)]


def _groupings(rows: Rows, made: Table) -> Iterator[tuple[Rows, list[list[int]]]]:
    """Groups of which there are as many as rows to make, and the numbers of these for each group.

    Keys that can be seen in what is to be made come first.
    """
    natural_ones, seen, others = [], [], []
    for key, keys in rows.keys().items():
        distinct = [list(dict.fromkeys(table)) for table in keys]
        if lengths(distinct) != lengths(made) or lengths(distinct) == lengths(rows.values):
            continue
        for source, names in _group_orders(rows, key, distinct):
            groups = Rows.of(rows.problem, apply(rows.problem.language, "grouped_by", source, rows.function(key)))
            if groups is None:
                continue
            orders = [order for column in columns(made) if (order := _places(column, names)) is not None]
            natural = [[*range(len(table))] for table in made]
            if natural in orders:
                natural_ones.append((groups, natural))
            elif orders:
                seen.append((groups, orders[0]))
            else:
                others.append((groups, natural))
    yield from (*natural_ones, *seen, *_by_two_keys(rows, made), *others)


def _by_two_keys(rows: Rows, made: Table) -> Iterator[tuple[Rows, list[list[int]]]]:
    """Groups of rows that have two keys in common, both of which can be seen in what is to be made."""
    language, seen = rows.problem.language, columns(made)
    known = {key: keys for key, keys in rows.keys().items() if key.type != BOOL}
    for (key, keys), (other, others) in permutations(known.items(), 2):
        pairs = [[*zip(some, more, strict=True)] for some, more in zip(keys, others, strict=True)]
        distinct = [list(dict.fromkeys(table)) for table in pairs]
        if lengths(distinct) != lengths(made) or lengths(distinct) == lengths(rows.values):
            continue
        ordered = rows.made_by("sorted_by", other)
        twice = replace(rows, body=ordered).made_by("sorted_by", key)
        for source, names in ((rows.body, distinct), (twice, [sorted(table) for table in distinct])):
            shown = [[[name[place] for name in table] for table in names] for place in (0, 1)]
            if all(repr(column) in map(repr, seen) for column in shown):
                functions = rows.function(key), rows.function(other)
                groups = Rows.of(rows.problem, apply(language, "grouped_by_both", source, *functions))
                if groups is not None:
                    yield groups, [[*range(len(table))] for table in made]


def _listed(rows: Rows, groups: Rows, made: Table) -> list[Piece]:
    """Lists that begin with the key of a group, after which there is a value of each of its rows."""
    language, result = rows.problem.language, groups.problem.result_type.item
    assert result is not None
    first = apply(language, "head", groups.variable)
    for key, value in permutations(rows.keys(), 2):
        if result.item == key.type == value.type:
            values = apply(language, "map", groups.variable, rows.function(value))
            body = apply(language, "cons", renamed(key, {rows.variable: first}), values)
            listed = [[value_on(body, [groups.variable], [group]) for group in table] for table in groups.values]
            if repr(listed) == repr(made):
                return [Piece(LISTED_COST, body)]
    return []


def _group_orders(rows: Rows, key: Expression, distinct: Table) -> Iterator[tuple[Expression, Table]]:
    yield rows.body, distinct
    for name, down in (("sorted_by", False), ("sorted_by_desc", True)):
        yield rows.made_by(name, key), [sorted(names, reverse=down) for names in distinct]


def _places(column: Table, names: Table) -> list[list[int]] | None:
    """For each name its place in a column, where the column holds each name once."""
    if any(sorted(map(repr, one)) != sorted(map(repr, some)) for one, some in zip(column, names, strict=True)):
        return None
    return [[one.index(name) for name in some] for one, some in zip(column, names, strict=True)]
