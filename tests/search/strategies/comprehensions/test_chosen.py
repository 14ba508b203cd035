"""Items chosen among those of a source: the best of some, or all that meet a condition."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import prod
from typing import Any

import pytest

from induce.search.strategies.comprehensions.chosen import Chosen

from .banks import gives, items_of, wanted

LISTS = [[3, 1, 4, 1, 5], [9, 2, 6], [5, 3, 8, 9], [2, 7, 1], [3, 8, 4, 6, 2], [1, 4, 6]]
BESTS: dict[str, tuple[str, Callable[[list[int]], Any]]] = {
    "max_by": ("combinations_of", lambda xs: list(max((p for p in combinations(xs, 2) if p[0] < p[1]), key=prod))),
    "min_by": ("combinations_of", lambda xs: list(min((p for p in combinations(xs, 2) if sum(p) > 5), key=prod))),
    "max_by_or": (
        "combinations_of",
        lambda xs: list(max((p for p in combinations(xs, 2) if p[0] == p[1] + 1), key=sum, default=[])),
    ),
    "filter": ("combinations_of", lambda xs: [list(p) for p in combinations(xs, 2) if p[0] > p[1]]),
}


@pytest.mark.parametrize("name", list(BESTS))
def test_what_was_planted_is_found(name: str) -> None:
    source, function = BESTS[name]
    items = items_of([(xs, function(xs)) for xs in LISTS], source)
    found = list(Chosen(items, items.problem.result_type, wanted(items), 60).found())
    assert any(f"name='{name}'" in str(body) and gives(body, items) for _, body in found)
    assert all(gives(body, items) and cost < 60 for cost, body in found)


def test_the_best_of_a_list_that_may_be_empty() -> None:
    items = items_of([(xs, max(xs, key=lambda x: x % 5, default=0)) for xs in [*LISTS, []]])
    found = [body for _, body in Chosen(items, items.problem.result_type, wanted(items), 60).found()]
    assert any("name='max_by_or'" in str(body) and gives(body, items) for body in found)


def test_items_that_no_example_wants_are_not_chosen() -> None:
    items = items_of([([3, 1, 2], 7), ([5, 8], 9), ([4, 4], 11)])
    assert not list(Chosen(items, items.problem.result_type, wanted(items), 60).found())
