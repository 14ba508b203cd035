"""Numbers, truth values and items over a source: each form is found where it was planted."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import pytest

from induce.search.strategies.comprehensions.results import Results

from .banks import gives, items_of, wanted

LISTS = [[3, -1, 4, 1, -5], [9, 2, 6], [5, 3, 5, -8, 9, 7], [-9, -3], [2, 3, 8, 4, 6, 2, 6], [1, -4]]

PLANTED: dict[str, Callable[[list[int]], Any]] = {
    "any_of": lambda xs: any(x % 2 == 0 and x > 2 for x in xs),
    "all_of": lambda xs: all(x > -5 for x in xs),
    "count_where": lambda xs: sum(x > 2 for x in xs),
    "sum_of": lambda xs: sum(x * x for x in xs),
    "max": lambda xs: max(x * x for x in xs),
    "min": lambda xs: min(abs(x) for x in xs),
    "product": lambda xs: prod(x + 1 for x in xs),
    "first_where": lambda xs: next((x for x in xs if x % 2 == 0), 0),
    "max_by": lambda xs: max(xs, key=abs),
    "head": lambda xs: next(x * x for x in xs if x < 3),
    "last": lambda xs: [x * x for x in xs if x < 4][-1],
    "unique": lambda xs: len({x % 3 for x in xs}),
}


@pytest.mark.parametrize("name", list(PLANTED))
def test_what_was_planted_is_found(name: str) -> None:
    items = items_of([(xs, PLANTED[name](xs)) for xs in LISTS])
    found = list(Results(items, items.problem.result_type, wanted(items), 60).found())
    right = [str(body) for _, body in found if gives(body, items)]
    assert any(f"name='{name}'" in one for one in right)
    assert all(cost < 60 for cost, _ in found)


@pytest.mark.parametrize("name", list(PLANTED))
def test_all_that_is_found_is_right(name: str) -> None:
    items = items_of([(xs, PLANTED[name](xs)) for xs in LISTS])
    for _, body in Results(items, items.problem.result_type, wanted(items), 45).found():
        assert gives(body, items)


def test_nothing_dear_is_found() -> None:
    items = items_of([(xs, PLANTED["sum_of"](xs)) for xs in LISTS])
    assert not list(Results(items, items.problem.result_type, wanted(items), 8).found())


@pytest.mark.filterwarnings("error")
def test_products_of_large_values_warn_nobody() -> None:
    items = items_of([([10**9, 0, 10**12] * 20, 0), ([10**15] * 30, 1), ([2, 3], 6)])
    assert isinstance(list(Results(items, items.problem.result_type, wanted(items), 60).found()), list)
