"""The rows of a list as a problem of their own: one example for each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.core.expression import Expression, Function, Variable, free_variables
from ...dsl.core.types import BOOL, Type
from ...dsl.program import NO_VALUE
from ...dsl.text.variables import fresh_variables
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import Piece, Solver, apply, pose, value_on
from .views import Views

MOST_ROWS = 40
"""A search is given so many rows as examples; what it finds is tried on all of them."""

Table = list[list[Any]]
"""A list of rows for each example."""


@dataclass(frozen=True)
class Rows:
    """A list that a problem's programs can make, row by row.

    Parameters
    ----------
    body
        An expression over the parameters of the problem.
    values, asked
        Its value in each example, in the given order, and for each input asked.
    """

    problem: Problem
    body: Expression
    values: Table
    asked: Table

    @classmethod
    def of(cls, problem: Problem, body: Expression) -> Rows | None:
        """What the expression makes; None if it is undefined in an example."""
        task = problem.given
        values = [value_on(body, problem.parameters, example.inputs) for example in task.train]
        asked = [value_on(body, problem.parameters, inputs) for inputs in task.inputs]
        if NO_VALUE in values:
            return None
        return cls(problem, body, values, [[] if rows is NO_VALUE else rows for rows in asked])

    @property
    def type(self) -> Type:
        assert self.body.type.item is not None
        return self.body.type.item

    @property
    def variable(self) -> Variable:
        """The parameter of a function of a row."""
        name = "row" if self.type.is_record or self.type.is_tuple or self.type.is_list else "x"
        name = "group" if self.type.item is not None and (self.type.item.is_list or self.type.item.parts) else name
        scope, language = self.problem.parameters, self.problem.language
        return fresh_variables([(name, self.type)], scope=scope, language=language)[0]

    def mapped(self, made: Table, result: Type, *, alone: bool = False) -> Problem | None:
        """The problem of making each of these of the row at its place; None if one row makes two things.

        Of the row `alone`, or with the other parameters beside it.
        """
        others = [] if alone else [p for p in self.problem.parameters if p not in free_variables(self.body)]
        places = [self.problem.parameters.index(other) for other in others]

        def inputs_of(inputs: Sequence[Any], row: Any) -> list[Any]:
            return [row, *(inputs[place] for place in places)]

        task = self.problem.given
        rows = [
            inputs_of(example.inputs, row)
            for example, table in zip(task.train, self.values, strict=True)
            for row in table
        ]
        asked = [inputs_of(inputs, row) for inputs, table in zip(task.inputs, self.asked, strict=True) for row in table]
        outputs = [one for table in made for one in table]
        return pose(
            (self.variable, *others), rows, outputs, result, asked=asked[:MOST_ROWS], language=self.problem.language
        )

    def keys(self) -> Mapping[Expression, Table]:
        """What rows can be compared by, as expressions over `variable`, and the keys of all rows."""
        problem = self.mapped([[False] * len(table) for table in self.values], BOOL, alone=True)
        if problem is None:
            return {}
        found: dict[Expression, Table] = {}
        variable = self.variable
        for body in (*(view.body for view in Views(problem).all), *self._places(problem)):
            varies = free_variables(body) == {variable}
            if varies and not body.type.is_structured and not body.type.is_list:
                keys = [[value_on(body, [variable], [row]) for row in table] for table in self.values]
                if not any(NO_VALUE in table for table in keys):
                    found[body] = keys
        return found

    def _places(self, problem: Problem) -> list[Expression]:
        """The items of rows that are lists."""
        if not self.type.is_list:
            return []
        width = min((len(row) for table in self.values for row in table), default=0)
        return [apply(problem.language, "at", self.variable, place) for place in range(width)]

    def function(self, body: Expression) -> Function:
        """The function of a row that an expression over `variable` is the body of."""
        return Function((self.variable,), body)

    def made_by(self, name: str, body: Expression) -> Expression:
        """A primitive on the list and a function of a row; the list itself where it is mapped to itself."""
        if name == "map" and body == self.variable:
            return self.body
        return apply(self.problem.language, name, self.body, self.function(body))


def solved_by_rows(solver: Solver, rows: Rows, made: Table, result: Type, budget: Budget) -> list[Piece]:
    """Programs over a row that make each of these of the row at its place."""
    whole = rows.mapped(made, result)
    return [] if whole is None else solved_by_some(solver, whole, budget)


def solved_by_some(solver: Solver, whole: Problem, budget: Budget) -> list[Piece]:
    """Programs found from some of the examples that are right on all."""
    few = _fewer(whole)
    pieces = solver.solve(few, budget)
    if few is whole:
        return pieces
    examples = whole.given.train
    return [
        piece
        for piece in pieces
        if all(
            repr(value_on(piece.body, whole.parameters, example.inputs)) == repr(example.output) for example in examples
        )
    ]


def _fewer(problem: Problem) -> Problem:
    """The problem with some of its examples, evenly chosen of each output."""
    train = problem.given.train
    if len(train) <= MOST_ROWS:
        return problem
    seen: dict[str, int] = {}
    ranked = []
    for number, example in enumerate(train):
        rank = seen[repr(example.output)] = seen.get(repr(example.output), -1) + 1
        ranked.append((rank, number))
    chosen = [train[number] for _, number in sorted(ranked)[:MOST_ROWS]]
    few = pose(
        problem.parameters,
        [example.inputs for example in chosen],
        [example.output for example in chosen],
        problem.result_type,
        asked=problem.given.inputs,
        language=problem.language,
    )
    return few or problem


def lengths(table: Table) -> list[int]:
    return [len(rows) for rows in table]


def columns(table: Table) -> list[Table]:
    """The columns of rows that all have the same places."""
    cells = [[_cells(row) for row in rows] for rows in table]
    first = next((row for rows in cells for row in rows), {})
    places = [place for place in first if all(place in row for rows in cells for row in rows)]
    return [[[row[place] for row in rows] for rows in cells] for place in places]


def _cells(row: Any) -> dict[Any, Any]:
    if isinstance(row, dict):
        return row
    return dict(enumerate(row)) if isinstance(row, list) else {0: row}
