"""What the rows that have a certain value in one column say in another: found without a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from ...dsl.core.expression import Expression, Literal, renamed
from ...dsl.core.types import DECIMAL, INT, STR, Type
from ..cost.literals import constant_cost
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece, Solver, apply, value_on
from .rows import Rows, Table

MOST_VALUES = 12
"""So many values of a column are tried: those that are in the most examples."""
LOOKUP_COST = 4
"""What a lookup costs: the value that is looked for is one of the few that a column has, and costs nothing more."""
SUMMARIES = ("sum", "max", "min", "len")
"""What else there is to say of the values of several rows, the likeliest first."""


def by_lookup(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """The first row with a certain value in one column has the output in another; or all such rows together have."""
    found: list[Piece] = []
    for parameter in problem.parameters:
        row = parameter.type.item
        rows = Rows.of(problem, parameter) if row is not None and (row.is_record or row.is_tuple) else None
        if rows is not None:
            found += [*_found(rows), *_of_extremes(rows)]
    return sorted(found, key=lambda piece: piece.cost)[:MOST_RIVALS]


def _of_extremes(rows: Rows) -> Iterator[Piece]:
    """What the row with the largest or the smallest number says, where that is not always the first or the last."""
    problem = rows.problem
    outputs = [example.output for example in problem.given.train]
    if not all(rows.values) or len(set(map(repr, outputs))) < 2:
        return
    known = rows.keys().items()
    numbers = [(key, keys) for key, keys in known if key.type in (INT, DECIMAL)]
    for (key, keys), (name, end) in product(numbers, (("max_by", max), ("min_by", min))):
        places = [column.index(end(column)) for column in keys]
        ends = [place - len(column) for place, column in zip(places, keys, strict=True)]
        if not any(places) or set(ends) == {-1}:
            continue
        row = rows.made_by(name, key)
        for body, values in known:
            told = [column[place] for column, place in zip(values, places, strict=True)]
            if body not in (key, rows.variable) and body.type == problem.result_type and repr(told) == repr(outputs):
                yield Piece(LOOKUP_COST, renamed(body, {rows.variable: row}))


def _found(rows: Rows) -> Iterator[Piece]:
    problem = rows.problem
    outputs = [example.output for example in problem.given.train]
    if len(set(map(repr, outputs))) < 2:
        return
    for key, keys in rows.keys().items():
        for value in _values(keys) if key.type in (STR, INT) else ():
            condition = apply(problem.language, "same" if key.type == STR else "eq", key, value)
            chosen = Rows.of(problem, rows.made_by("filter", condition))
            if chosen is None or not _tells(rows.values, chosen.values):
                continue
            for extra, body in _said(chosen, key, outputs):
                values = [value_on(body, problem.parameters, example.inputs) for example in problem.given.train]
                if repr(values) == repr(outputs):
                    yield Piece(LOOKUP_COST + extra, body)


def _values(keys: Table) -> list[Any]:
    """The values that are in more than one example, or in all of them."""
    counts = Counter(key for table in keys for key in dict.fromkeys(table))
    least = min(2, len(keys))
    return [value for value, count in counts.most_common(MOST_VALUES) if count >= least]


def _tells(tables: Table, chosen: Table) -> bool:
    """Whether in more than one example some rows are chosen and some are not."""
    return sum(0 < len(some) < len(table) for table, some in zip(tables, chosen, strict=True)) > 1


def _said(rows: Rows, key: Expression, outputs: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
    """What there is to say of some rows, of the type that is asked for, and what it costs."""
    problem, result = rows.problem, rows.problem.result_type
    inner = result.parts[0] if result.is_optional else result
    bodies = [body for body, _ in rows.keys().items() if body != key]
    for number, body in enumerate(bodies):
        if body.type == inner:
            yield from ((number + extra, one) for extra, one in _first(rows, body, result, outputs))
        if result.item == body.type:
            yield number + 2, rows.made_by("map", body)
        if body.type == inner and not result.is_optional and inner in (INT, DECIMAL):
            column = rows.made_by("map", body)
            for extra, name in enumerate(SUMMARIES[:-1]):
                yield number + 2 + extra, apply(problem.language, name, column)
    if result == INT:
        yield 3, apply(problem.language, SUMMARIES[-1], rows.body)


def _first(rows: Rows, body: Expression, result: Type, outputs: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
    """The value of the first row; where there is none nothing, or a constant."""
    language = rows.problem.language
    column = rows.made_by("map", body)
    if all(rows.values):
        first = apply(language, "head", column)
        yield 0, apply(language, "some", first) if result.is_optional else first
        return
    others = [output for output, table in zip(outputs, rows.values, strict=True) if not table]
    if others[0] is None:
        maybe = rows.made_by("map", apply(language, "some", body))
        yield 1, apply(language, "first_or", maybe, Literal(None, result))
    elif not result.is_optional:
        yield 2 + constant_cost(others[0], result), apply(language, "first_or", column, Literal(others[0], result))
