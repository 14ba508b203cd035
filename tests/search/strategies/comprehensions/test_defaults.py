"""Numbers of some items, with a default where there are none: each form is found where it was planted."""

from __future__ import annotations

from collections.abc import Callable
from math import prod

import pytest

from induce.search.strategies.comprehensions.defaults import Defaults

from .banks import gives, items_of, wanted

LISTS = [[3, -1, 4, 1, -5], [9, 2, 6], [5, 3, 5, -8, 9, 7], [-9, -3], [2, 3, 8, 4, 6, 2, 6], [1, -4]]
OF_SOME: dict[str, Callable[[list[int]], int]] = {
    "max_or": lambda xs: max((x * x for x in xs if x > 2), default=0),
    "min_or": lambda xs: min((abs(x) for x in xs if x < -4), default=-1),
    "first_or": lambda xs: next((x * x for x in xs if x > 4), -1),
    "product_or": lambda xs: prod(x for x in xs if x > 2) if max(xs) > 2 else 0,
}


@pytest.mark.parametrize("name", list(OF_SOME))
def test_a_default_for_no_items_that_meet_a_condition(name: str) -> None:
    items = items_of([(xs, OF_SOME[name](xs)) for xs in LISTS])
    found = list(Defaults(items, items.problem.result_type, wanted(items), 60).found())
    assert any(f"name='{name}'" in str(body) and gives(body, items) for _, body in found)
    assert all(cost < 60 for cost, _ in found)


def test_a_default_for_lists_without_items() -> None:
    items = items_of([(xs, max((x * x for x in xs), default=7)) for xs in [*LISTS, []]])
    found = [body for _, body in Defaults(items, items.problem.result_type, wanted(items), 60).found()]
    assert gives(found[0], items)
    assert "name='max_or'" in str(found[0])
    assert "name='filter'" not in str(found[0])


TEXTS = ["seesaw", "noon", "", "axolotl", "moose", "q"]
OF_TEXTS: dict[str, Callable[[str], int]] = {
    "first_or": lambda s: next((i for i, c in enumerate(s) if s.count(c) == 1), -1),
    "max_or": lambda s: max([0, *(s.count(c) for c in s)]),
}


@pytest.mark.parametrize(("name", "source"), [("first_or", "enumerated"), ("max_or", "chars")])
def test_a_default_is_found_where_there_are_no_characters(name: str, source: str) -> None:
    items = items_of([(s, OF_TEXTS[name](s)) for s in TEXTS], source)
    found = [body for _, body in Defaults(items, items.problem.result_type, wanted(items), 90).found()]
    assert any(f"name='{name}'" in str(body) and gives(body, items) for body in found)


def test_two_values_for_no_items_are_no_default() -> None:
    items = items_of([(([3, 1], 1), 4), (([2, 5], 1), 6), (([], 2), 7), (([], 3), 8)])
    assert not list(Defaults(items, items.problem.result_type, wanted(items), 60).found())


def test_no_default_without_an_example_of_it() -> None:
    items = items_of([([3, 1], 9), ([2, 5], 25), ([4], 16)])
    assert not list(Defaults(items, items.problem.result_type, wanted(items), 60).found())
