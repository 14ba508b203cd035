"""Goals cut into rows: the shapes that values suggest, and the goal in them."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import BOOL, INT, list_of
from induce.search.engine.instances import instances, universe
from induce.search.strategies.deduction.row_shapes import MOST_SHAPES, Shapes

from ...searches import bank_of, context_of, goal_of, unlimited

pytestmark = pytest.mark.bounds

INTS, ROWS = list_of(INT), list_of(list_of(INT))
TYPES = universe((ROWS,), list_of(list_of(BOOL)))
FLATTEN = [one for one in instances(TYPES) if one.primitive.name == "flatten"]


@pytest.mark.parametrize(
    ("wanted", "rows", "expected"),
    [
        ([[1, 2, 3], [4, 5]], [[[9], [9, 9]], [[9, 9], []]], ((1, 2), (2, 0))),
        ([[1, 2, 3, 4], [5]], [[[9], [9]], [[]]], ((2, 2), (1,))),
        ([[1, 2, 3, 4], []], [[[9], [9]], []], ((2, 2), ())),
        ([[1, 2, 3], [4]], [[[9], [9]], [[9]]], None),
    ],
    ids=["as long", "one more in each", "no rows", "of other lengths"],
)
def test_shapes_of_rows(wanted: list[list[int]], rows: list[Any], expected: Any) -> None:
    bank = bank_of(TYPES, [(Variable("rows", ROWS), rows)])
    found = list(Shapes(context_of(bank, FLATTEN, unlimited())).goals(goal_of(bank, INTS, wanted)))
    assert len(found) == (expected is not None) <= MOST_SHAPES
    for goal in found:
        cut = bank.goal_values(goal)
        assert tuple(tuple(map(len, one)) for one in cut) == expected
        assert [[x for row in one for x in row] for one in cut] == wanted


def test_a_flat_value_suggests_equal_rows_for_its_items() -> None:
    bank = bank_of(TYPES, [(Variable("xs", INTS), [[4, 5, 6], [7, 8]])])
    wanted = [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]]
    (goal,) = Shapes(context_of(bank, FLATTEN, unlimited())).goals(goal_of(bank, INTS, wanted))
    assert bank.goal_values(goal) == [[[1, 2], [3, 4], [5, 6]], [[1, 2, 3], [4, 5, 6]]]


def test_what_solves_the_goal_in_rows_solves_the_goal() -> None:
    rows = Variable("rows", ROWS)
    bank = bank_of(TYPES, [(rows, [[[9], [9, 9]], [[9, 9], []]])])
    target = goal_of(bank, INTS, [[1, 2, 3], [4, 5]])
    (goal,) = Shapes(context_of(bank, FLATTEN, unlimited())).goals(target)
    assert evaluate(goal.complete(rows), {"rows": [[1, 2], [3]]}) == [1, 2, 3]
    assert (goal.cost, goal.depth, goal.type) == (target.cost + 1, target.depth + 1, ROWS)


def test_there_are_so_many_shapes_at_most_and_each_once() -> None:
    values = [[[9], [9, 9, 9]], [[8], [8, 8, 8]], [[9, 9], [9, 9]], [[9, 9, 9], [9]]]
    bank = bank_of(TYPES, [(Variable(f"v{number}", ROWS), [value, value]) for number, value in enumerate(values)])
    found = list(Shapes(context_of(bank, FLATTEN, unlimited())).goals(goal_of(bank, INTS, [[1, 2, 3, 4]] * 2)))
    assert [bank.goal_values(goal)[0] for goal in found] == [[[1], [2, 3, 4]], [[1, 2], [3, 4]], [[1, 2, 3], [4]]][
        :MOST_SHAPES
    ]
