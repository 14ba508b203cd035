"""Values that are right on some examples: which they are, and that cheaper ones are not hidden by dearer ones."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, list_of
from induce.search.strategies.partial_matches import MOST_PROGRAMS, partial_programs
from induce.search.task.budget import Budget

from ..searches import bank_of, goal_of, search_of, unlimited

pytestmark = pytest.mark.bounds

INTS = list_of(INT)


def right(values: list[Any], wanted: list[Any]) -> frozenset[int]:
    return frozenset(i for i, (value, want) in enumerate(zip(values, wanted, strict=True)) if value == want)


def test_partial_programs_say_what_they_get_right() -> None:
    examples: list[tuple[Any, Any]] = [([3, 1], [1, 3]), ([4, 2], [4, 2]), ([9, 5, 7], [5, 7, 9]), ([8, 6], [77, 1])]
    search, goal = search_of(examples)
    found = partial_programs(search.bank, goal, unlimited(0))
    wanted = search.bank.goal_values(goal)
    for one in found:
        assert one.right == right(search.bank.values(one.entry, goal.type), wanted)
    assert max(len(one.right) for one in found) >= 2


def naive(rows: list[list[int]], wanted: list[int]) -> list[tuple[int, frozenset[int]]]:
    """The first value of each set of examples, unless an earlier one gets all of that right."""
    found: list[tuple[int, frozenset[int]]] = []
    for entry, row in enumerate(rows):
        mine = right(row, wanted)
        if mine and not any(mine <= known for _, known in found):
            found.append((entry, mine))
    return found


@pytest.mark.parametrize("examples", [1, 5, 70])
@pytest.mark.parametrize("seed", range(4))
def test_a_value_is_kept_where_none_that_is_cheaper_is_as_right(examples: int, seed: int) -> None:
    draw = random.Random(seed)
    wanted = [draw.randrange(3) for _ in range(examples)]
    rows = [[draw.randrange(3) if draw.random() < 0.8 else want for want in wanted] for _ in range(40)]
    distinct = [list(row) for row in dict.fromkeys(map(tuple, rows))]
    bank = bank_of((INT, INTS), [(Variable(f"n{number}", INT), row) for number, row in enumerate(distinct)])
    found = partial_programs(bank, goal_of(bank, INT, wanted), unlimited())
    # The last row serves for the value that is looked at.
    assert [(one.entry, one.right) for one in found] == naive(distinct, wanted)[: MOST_PROGRAMS - 1]


def test_no_more_is_looked_at_than_the_budget_allows() -> None:
    rows = [[number, -1] for number in range(30)]
    bank = bank_of((INT, INTS), [(Variable(f"n{number}", INT), row) for number, row in enumerate(rows)])
    goal = goal_of(bank, INT, [20, 5])
    for most, count in ((30, 1), (21, 1), (20, 0), (0, 0)):
        budget = Budget(timeout=None, max_candidates=most, memory=0)
        assert len(partial_programs(bank, goal, budget)) == count
        assert budget.candidates <= most
