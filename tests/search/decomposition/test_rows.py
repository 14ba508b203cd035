"""The rows of a list as a problem of their own."""

from __future__ import annotations

import pytest

from induce.dsl.core.types import BOOL, INT
from induce.dsl.text.printer import print_expression
from induce.search.decomposition.rows import MOST_ROWS, Rows, solved_by_rows

from .helping import Fields, problem_of, unlimited

EXAMPLES = [([{"a": 1, "b": "x"}, {"a": 2, "b": "y"}], [1, 2]), ([{"a": 5, "b": "z"}], [5])]


def rows_of(examples: list[tuple[object, object]]) -> Rows:
    problem = problem_of(examples)
    rows = Rows.of(problem, problem.parameters[0])
    assert rows is not None
    return rows


def test_a_row_is_an_example() -> None:
    rows = rows_of([*EXAMPLES])
    problem = rows.mapped([[1, 2], [5]], INT)
    assert problem is not None
    assert [example.output for example in problem.given.train] == [1, 2, 5]
    assert [parameter.name for parameter in problem.parameters] == ["row"]
    assert rows.mapped([[1, 2], [5]], INT) is not None


def test_other_arguments_belong_to_every_row() -> None:
    rows = rows_of([(([1, 2], 10), [10, 20]), (([3], 7), [21])])
    problem = rows.mapped([[10, 20], [21]], INT)
    assert problem is not None
    assert [example.inputs for example in problem.given.train] == [(1, 10), (2, 10), (3, 7)]


def test_one_row_that_makes_two_things_is_no_problem() -> None:
    assert rows_of([([1, 1], [2, 3])]).mapped([[2, 3]], INT) is None


@pytest.mark.parametrize(
    ("examples", "keys"),
    [([*EXAMPLES], ['field(row, "a")', 'field(row, "b")']), ([([[1, 2], [3, 5]], 1)], ["at(row, 0)", "at(row, 1)"])],
)
def test_keys(examples: list[tuple[object, object]], keys: list[str]) -> None:
    assert [*map(print_expression, rows_of(examples).keys())] == keys


def test_programs_are_tried_on_all_rows() -> None:
    table = [{"a": number, "b": 0} for number in range(3 * MOST_ROWS)]
    rows = rows_of([(table, [row["a"] for row in table])])
    made = [[row["a"] for row in table]]
    solver = Fields()
    assert len(solved_by_rows(solver, rows, made, INT, unlimited())) == 1
    assert len(solver.asked[0].given.train) == MOST_ROWS
    made[0][-1] = 0
    assert solved_by_rows(Fields(), rows, made, INT, unlimited()) == []


def test_the_rows_that_a_search_is_given_have_all_outputs() -> None:
    table = [{"a": number, "b": int(number == 100)} for number in range(3 * MOST_ROWS)]
    rows, solver = rows_of([(table, [1])]), Fields()
    solved_by_rows(solver, rows, [[number == 100 for number in range(3 * MOST_ROWS)]], BOOL, unlimited())
    assert {example.output for example in solver.asked[0].given.train} == {False, True}
