"""Numbers put together by one operator: each is found where it was planted."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from math import gcd, lcm
from operator import and_, or_, xor
from typing import Any

import pytest

from induce.search.strategies.comprehensions.folded import Folded

from .banks import gives, items_of, wanted

LISTS = [[12, 30, 6], [14, 7], [40, 24, 56, 8], [9, 27, 45], [13, 21, 29], [60, 44]]
OPERATORS: dict[str, Callable[[int, int], int]] = {
    "bit_xor": xor,
    "bit_or": or_,
    "bit_and": and_,
    "gcd_of": gcd,
    "lcm_of": lcm,
}


@pytest.mark.parametrize("name", list(OPERATORS))
@pytest.mark.parametrize("function", [lambda x: x, lambda x: x + 3], ids=["items", "of items"])
def test_what_was_planted_is_found(name: str, function: Callable[[int], int]) -> None:
    items = items_of([(xs, reduce(OPERATORS[name], map(function, xs))) for xs in LISTS])
    found = list(Folded(items, items.problem.result_type, wanted(items), 60).found())
    assert any(f"name='{name}'" in str(body) for _, body in found)
    assert all(gives(body, items) and cost < 60 for cost, body in found)


def test_other_types_are_left_alone() -> None:
    examples: list[tuple[Any, Any]] = [([3, 1], True), ([2, 2], False), ([5, 4], True)]
    items = items_of(examples)
    assert not list(Folded(items, items.problem.result_type, wanted(items), 60).found())
