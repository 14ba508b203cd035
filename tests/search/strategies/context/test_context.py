"""What strategies see of a search."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from induce.dsl.core.types import INT, list_of
from induce.search.task.budget import Budget

from ...searches import context_of, search_of, unlimited

INTS = list_of(INT)
EXAMPLES: list[tuple[Any, Any]] = [([7, 2, 6], [7, 5, 8, 1]), ([10, 14, 8, 3], [10, 19, 17]), ([5], [5, 7])]


def test_entries_are_those_that_suit() -> None:
    search, _ = search_of(EXAMPLES)
    context = context_of(search.bank, (), unlimited())
    all_lists = [*context.entries(INTS.__eq__, 5)]
    assert len(all_lists) > 10
    assert [one.cost for one in all_lists] == sorted(one.cost for one in all_lists)
    lengths = np.array([4, 3, 2])[:, None]
    suited = [*context.entries(INTS.__eq__, 5, suited=lambda counts: (counts == lengths).all(axis=0))]
    known = [one.values for one in all_lists if [*map(len, one.values)] == [4, 3, 2]]
    assert [one.values for one in suited] == known


def test_nobody_looks_at_entries_once_the_budget_is_over() -> None:
    """To look at a hundred thousand lists took seconds."""
    search, _ = search_of(EXAMPLES)
    context = context_of(search.bank, (), unlimited())
    over = Budget(timeout=None, max_candidates=None, memory=10**8, cancelled=lambda: True)
    assert not [*replace(context, budget=over).entries(INTS.__eq__, 5)]
