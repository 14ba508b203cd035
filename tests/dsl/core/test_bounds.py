"""How large values may be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from induce.dsl.core.bounds import MAX_BITS, MAX_LENGTH, MAX_SIZE, MOST_DECIMAL, gathered, within_bounds
from induce.dsl.core.types import LIMIT

ROW = [0] * MAX_LENGTH


@pytest.mark.parametrize(
    ("value", "inside", "inside_if_exact"),
    [
        (LIMIT, True, True),
        (-LIMIT - 1, False, True),
        ([1, LIMIT + 1], False, True),
        (2 ** (MAX_BITS - 1), False, True),
        (2**MAX_BITS, False, False),
        ([2 ** (MAX_BITS - 1)] * 100, False, True),
        ([2 ** (MAX_BITS - 1)] * 1000, False, False),
        (True, True, True),
        (0.5, True, True),
        (float("inf"), False, False),
        ("x" * MAX_LENGTH, True, True),
        ("x" * (MAX_LENGTH + 1), False, False),
        (["x" * MAX_LENGTH] * 100, True, True),
        (["x" * MAX_LENGTH] * 1000, False, False),
        (ROW, True, True),
        ([*ROW, 0], False, False),
        ([ROW] * (MAX_SIZE // MAX_LENGTH - 1), True, True),
        ([ROW] * (MAX_SIZE // MAX_LENGTH), False, False),
        ([[ROW] * 1000] * 1000, False, False),
        ([Decimal("0.5"), MOST_DECIMAL, -MOST_DECIMAL], True, True),
        ([Decimal("0.5"), MOST_DECIMAL + 1], False, True),
        ([Decimal("0.5"), Decimal("inf")], False, False),
        ([Decimal("0.5"), Decimal("nan")], False, False),
        ([Decimal("0.5"), "a", None], True, True),
    ],
    ids=count(),
)
def test_what_is_within_bounds(value: Any, inside: bool, inside_if_exact: bool) -> None:
    assert within_bounds(value) is inside
    assert within_bounds(value, exact=True) is inside_if_exact


@pytest.mark.parametrize("item", [0, ROW, 2 ** (MAX_BITS - 1)], ids=["items", "rows", "digits"])
def test_no_more_is_gathered_than_a_list_may_hold(item: Any) -> None:
    made = 0

    def items() -> Iterator[Any]:
        nonlocal made
        while True:
            made += 1
            yield item

    with pytest.raises(ValueError, match="too many or too large"):
        gathered(items())
    assert made <= MAX_LENGTH + 1
    assert gathered([item, item]) == [item, item]
