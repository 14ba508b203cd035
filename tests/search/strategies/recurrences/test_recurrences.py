"""Loops whose step the examples do not give away."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from induce import Result, synthesize
from induce.search.strategies.recurrences import recurrences


def way_walked(xs: list[int]) -> int:
    total = level = 0
    for x in xs:
        level = abs(level - x)
        total += level
    return total


def summed_down(xs: list[int]) -> int:
    while len(xs) > 1:
        xs = [one + other for one, other in pairwise(xs)]
    return xs[0]


def power_reached(n: int) -> int:
    value = 1
    while value < n:
        value *= 3
    return value


def halvings(n: int, m: int) -> int:
    count = 0
    while n > m:
        n, count = n - n // 3, count + 1
    return count


def way_down(n: int) -> list[int]:
    passed = [n]
    while n > 5:
        n //= 3
        passed.append(n)
    return passed


def left_over(text: str) -> str:
    stack = ""
    for c in text:
        stack = stack[:-1] if stack.endswith(c) else stack + c
    return stack


def without_partners(xs: list[int], n: int) -> list[int]:
    kept: list[int] = []
    for x in xs:
        if n - x not in kept:
            kept.append(x)
    return kept


def item(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, 2 * b + a
    return a


def doubled(n: int, m: int) -> int:
    value = m
    for _ in range(n):
        value = value * 2 - 3
    return value


TASKS: list[tuple[str, Callable[..., Any], list[Any]]] = [
    ("states", way_walked, [[3, 9, 1, 4], [2, 8, 9, 6, 1], [1, 1], [4, 5, 8, 7, 3], [2, 6], [6, 5, 3, 3, 1], [7]]),
    ("repeat_while", summed_down, [[3, 6, 5, 9, 2], [6, 5, 3], [8, 3, 1, 2], [1, 4, 6, 5, 8, 7], [1, 8], [7, 6, 3]]),
    ("repeat_while", power_reached, [5, 100, 2, 28, 81, 700, 10, 4]),
    ("steps_while", halvings, [(90, 5), (40, 9), (500, 2), (17, 8), (33, 30), (64, 3), (250, 11)]),
    ("trail_while", way_down, [50, 7, 400, 81, 1000, 19, 256]),
    ("fold", left_over, ["cbbcac", "acabaaaa", "aaabb", "babbbcbbb", "aaacaab", "bacbaba", "caabab"]),
    ("fold", without_partners, [([1, 4, 5, 6, 2], 6), ([6, 7, 9, 1, 5, 3, 1], 9), ([1, 1, 7, 5, 2], 12),
                                ([9, 3, 6, 2, 5, 3, 3], 8), ([6, 5, 1, 2, 9, 9, 1], 6), ([1, 4, 9, 7, 3, 6], 7)]),
    ("recursion", item, [3, 5, 8, 1, 10, 6, 0]),
    ("iterate", doubled, [(3, 5), (5, 4), (2, 9), (6, 8), (1, 7), (4, 6)]),
]  # fmt: skip
ASKED: dict[str, list[Any]] = {
    "way_walked": [[6, 7, 9, 3], [1, 9, 2, 8]],
    "summed_down": [[1, 1, 1, 1], [9, 2, 4]],
    "power_reached": [30, 243],
    "halvings": [(77, 4), (1000, 10)],
    "way_down": [90, 333],
    "left_over": ["abba", "bccbab"],
    "without_partners": [([2, 3, 4, 3, 2], 5), ([8, 1, 7], 9)],
    "item": [4, 12],
    "doubled": [(7, 5), (0, 4)],
}


def solved(function: Callable[..., Any], shown: list[Any], asked: list[Any], **options: Any) -> Result:
    pairs = [(value, applied(function, value)) for value in shown]
    return synthesize(pairs, inputs=asked, timeout=None, **options)


def applied(function: Callable[..., Any], value: Any) -> Any:
    return function(*value) if isinstance(value, tuple) else function(value)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops are looked for at once, and with more work, so that the rest of the search takes little time."""
    monkeypatch.setattr(recurrences, "LEAST_TRIED", 1)
    monkeypatch.setattr(recurrences, "LEAST_TRIED_ELSE", 1)
    monkeypatch.setattr(recurrences, "SHARE", 20)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(("name", "function", "shown"), TASKS, ids=lambda x: getattr(x, "__name__", ""))
def test_a_loop_is_found(name: str, function: Callable[..., Any], shown: list[Any]) -> None:
    asked = ASKED[function.__name__]
    most = 1_500_000 if name == "states" else 1_000_000  # States are found later than other loops.
    result = solved(function, shown, asked, max_candidates=most, guide=None)
    expected = [applied(function, value) for value in asked]
    assert result.status == "solved"
    assert result.predictions == expected
    assert any(f"{name}(" in str(one.program) for one in result.found)
    space: dict[str, Any] = {}
    assert result.program is not None
    exec(result.program.python(), space)
    assert [space["solve"](*(value if isinstance(value, tuple) else (value,))) for value in asked] == expected


def test_lists_of_numbers_pay_nothing_in_the_first_million() -> None:
    """What is soon found is found with the same work."""
    shown = [[3, 1, 2], [4, 9], [8, 8, 1, 5], [7, 0, 2, 6]]
    with_, without = (
        solved(lambda xs: [x * x + len(xs) for x in xs[::-1]], shown, [[1]], max_candidates=900_000, without=names)
        for names in ([], ["recurrences"])
    )
    assert str(with_.program) == str(without.program)
    assert with_.stats.candidates == without.stats.candidates


def test_no_loop_is_looked_for_where_none_can_give_decimals() -> None:
    examples = [(True, 2.37), (False, 1.0)]
    assert synthesize(examples, timeout=None, max_candidates=200_000).stats.stopped_by == "candidates"
    lists = [([3, 1, 2], 7.13), ([8, 5], 1.94)]
    assert synthesize(lists, timeout=None, max_candidates=1_300_000).stats.stopped_by == "candidates"
