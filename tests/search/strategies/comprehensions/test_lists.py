"""Lists and texts made item by item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce.search.strategies.comprehensions.lists import ItemByItem

from .banks import gives, items_of, wanted

LISTS = [[3, -1, 4, 1, -5], [9, 2, 6], [5, 3, 5, -8, 9, 7], [-9, -3], [2, 3, 8, 4, 6, 2, 6], []]
TEXTS = ["Sea Otter", "lynx", "Gnu", "polar bear", "Yak"]

OF_LISTS: dict[str, tuple[str, Callable[[list[int]], Any]]] = {
    "map": ("map", lambda xs: [x * x + 1 for x in xs]),
    "filter": ("filter", lambda xs: [x for x in xs if x > 2]),
    "both": ("filter", lambda xs: [2 * x for x in xs if x % 2 == 1]),
    "choice": ("if_else", lambda xs: [x // 2 if x % 2 == 0 else x * x for x in xs]),
    "choice of three": ("if_else", lambda xs: [0 if x < 0 else x // 2 if x % 2 == 0 else x + 1 for x in xs]),
}
OF_TEXTS: dict[str, Callable[[str], str]] = {
    "choice": lambda s: "".join("*" if c in "aeiou" else c for c in s),
    "filter": lambda s: "".join(c for c in s if c not in "aeiou"),
}


@pytest.mark.parametrize("name", list(OF_LISTS))
def test_lists(name: str) -> None:
    primitive, planted = OF_LISTS[name]
    items = items_of([(xs, planted(xs)) for xs in LISTS])
    found = [body for _, body in ItemByItem(items, items.problem.result_type, wanted(items), 70).found()]
    assert any(f"name='{primitive}'" in str(body) for body in found)
    assert all(gives(body, items) for body in found)


@pytest.mark.parametrize("name", list(OF_TEXTS))
def test_texts(name: str) -> None:
    items = items_of([(s, OF_TEXTS[name](s)) for s in TEXTS], "chars")
    found = [body for _, body in ItemByItem(items, items.problem.result_type, wanted(items), 70).found()]
    assert found
    assert all(gives(body, items) for body in found)


def test_words() -> None:
    items = items_of([(s, " ".join(word[::-1] for word in s.split())) for s in TEXTS], "words")
    found = [body for _, body in ItemByItem(items, items.problem.result_type, wanted(items), 70).found()]
    assert found
    assert all(gives(body, items) for body in found)
