"""Lists in order, or with each value once, of what becomes of some items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce.dsl.core.patience import OutOfTime, until
from induce.search.strategies.comprehensions.arranged import Arranged
from induce.search.strategies.comprehensions.forms import Forms
from induce.search.strategies.comprehensions.lists import ItemByItem

from .banks import gives, items_of, wanted

LISTS = [[3, -1, 4, 1, -5, 4], [9, 2, 6, 9], [5, 3, 5, -8, 9, 7], [-9, -3, 8], [2, 3, 8, 4, 6, 2, 6], [1, -4, 7]]
OF_LISTS: dict[str, Callable[[list[int]], list[int]]] = {
    "sorted": lambda xs: sorted(x * x for x in xs if x > 2),
    "once": lambda xs: list(dict.fromkeys(x % 4 for x in xs if x > 1)),
    "both": lambda xs: sorted({x % 4 for x in xs if x > 1}),
}
TEXTS = ["the old moose ate", "an eel is in it", "up to us", "ox in a box or so", "ape owl ant"]


@pytest.mark.parametrize("name", list(OF_LISTS))
def test_numbers_are_put_in_order(name: str) -> None:
    items = items_of([(xs, OF_LISTS[name](xs)) for xs in LISTS])
    found = list(Arranged(items, items.problem.result_type, wanted(items), 60).found())
    assert found
    assert all(gives(body, items) and cost < 60 for cost, body in found)


def test_texts_are_put_in_order() -> None:
    examples: list[tuple[Any, Any]] = [
        (s, sorted({word.upper() for word in s.split() if word[0] in "aeiou"})) for s in TEXTS
    ]
    items = items_of(examples, "words")
    found = [body for _, body in Arranged(items, items.problem.result_type, wanted(items), 60).found()]
    assert any(gives(body, items) for body in found)


def test_what_is_in_no_order_is_not_arranged() -> None:
    items = items_of([([3, 1, 3], [3, 1, 3]), ([2, 5, 2], [2, 5, 2]), ([7, 4, 7], [7, 4, 7])])
    assert not list(Arranged(items, items.problem.result_type, wanted(items), 60).found())


@pytest.mark.parametrize("form", [Arranged, ItemByItem])
def test_what_is_put_in_order_ends_with_the_time(form: type[Forms]) -> None:
    items = items_of([(xs, OF_LISTS["both"](xs)) for xs in LISTS])
    forms = form(items, items.problem.result_type, wanted(items), 60)
    assert len(items.conditions)
    with pytest.raises(OutOfTime), until(0.0):
        list(forms.found())
