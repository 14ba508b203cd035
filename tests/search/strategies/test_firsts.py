"""The first place at which a condition holds: its position, the item there, the items up to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pytest

from induce import Result, synthesize

PAYMENTS = [
    [3, -1, -4, 2],
    [1, 4, 1],
    [-2, 5],
    [4, -2, -2, -1],
    [5, -3, -2, 6, -9],
    [2, -1, -1, -3, 6],
    [8, -4, -3, 2],
]
HELD_OUT = [[1, -2, 1], [6, -2, -5, 1], [2, 2], []]
PILES = [
    ([3, 5, 2, 9], 9),
    ([10, 1], 5),
    ([1, 1, 1, 1, 1], 3),
    ([4, 4, 4], 11),
    ([2, 7, 3, 8, 1], 12),
    ([5, -9, 8], 5),
    ([9, 4, 8, -20], 12),
]


def place(xs: list[int]) -> int:
    return next((i for i, total in enumerate(accumulate(xs)) if total < 0), -1)


def until(xs: list[int], n: int) -> list[int]:
    kept, total = [], 0
    for x in xs:
        total += x
        kept.append(x)
        if total > n:
            break
    return kept


def beyond(xs: list[int]) -> int:
    return next((i for i, x in enumerate(accumulate(xs, max)) if x > 37), -1)


def solved(function: Callable[..., Any], given: list[Any], asked: list[Any]) -> Result:
    def applied(value: Any) -> Any:
        return function(*value) if isinstance(value, tuple) else function(value)

    result = synthesize([(one, applied(one)) for one in given], inputs=asked, max_candidates=200_000, timeout=None)
    assert result.predictions == [*map(applied, asked)]
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    assert [space["solve"](*(one if isinstance(one, tuple) else (one,))) for one in asked] == [*map(applied, asked)]
    return result


def test_the_position_or_what_the_examples_say_instead() -> None:
    result = solved(place, PAYMENTS, HELD_OUT)
    assert "return next((i for i, x in enumerate(accumulate(xs)) if x < 0), -1)" in result.program.python()  # type: ignore[union-attr]


def test_the_items_up_to_the_first_place() -> None:
    result = solved(until, PILES, [([1, 2, 3, 4], 4), ([2, 2], 9), ([7, -7, 7], 6)])
    assert "first_true_or(" in str(result.program)


def test_a_limit_is_solved_for() -> None:
    given = [[3, 50, 2], [12, 9], [40, 1], [7, 30, 38, 90], [37, 36], [1, 2, 3, 39], [36, 38, 60]]
    result = solved(beyond, given, [[5, 99], [30, 31]])
    assert "first_true_or(xs > " in str(result.program)


@pytest.mark.parametrize("wanted", [[0] * 7, [-1] * 7])
def test_places_that_are_always_the_same_say_nothing(wanted: list[int]) -> None:
    result = synthesize(list(zip(PAYMENTS, wanted, strict=True)), max_candidates=50_000, timeout=None)
    assert "first_true_or" not in str(result.program)
