"""The step of a table is found, and so is what it begins with and what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from induce import Result, synthesize


def shared(s: str, t: str) -> int:
    """The length of the longest text that is left of both where characters are taken out."""

    @cache
    def longest(i: int, j: int) -> int:
        if not i or not j:
            return 0
        if s[i - 1] == t[j - 1]:
            return longest(i - 1, j - 1) + 1
        return max(longest(i - 1, j), longest(i, j - 1))

    return longest(len(s), len(t))


def groups(n: int, k: int) -> int:
    """How many ways to put n people into k groups."""
    if not n or not k:
        return int(n == k)
    return k * groups(n - 1, k) + groups(n - 1, k - 1)


def cheapest(rows: list[list[int]]) -> int:
    @cache
    def cost(i: int, j: int) -> int:
        before = [cost(*one) for one in ((i - 1, j), (i, j - 1)) if min(one) >= 0]
        return rows[i][j] + min(before, default=0)

    return cost(len(rows) - 1, len(rows[0]) - 1)


def payments(xs: list[int], n: int) -> int:
    """How many ways to pay an amount with coins."""
    if not xs or n < 0:
        return int(n == 0)
    return payments(xs[1:], n) + payments(xs, n - xs[0])


TASKS: list[tuple[Callable[..., Any], list[Any], list[Any]]] = [
    (
        shared,
        [("caddab", "bacdbca"), ("dcabda", "cdbda"), ("abcabcd", "dccba"), ("bbad", "adbbcad"), ("cad", "bdb"),
         ("dabcdab", "abdcbad"), ("accb", "ddbac")],
        [("abab", "babab"), ("dcba", "abcd"), ("", "abc")],
    ),
    (groups, [(4, 2), (5, 3), (3, 3), (6, 4), (4, 0), (7, 3)], [(8, 4), (2, 5), (9, 2)]),
    (
        cheapest,
        [[[2, 7, 1], [3, 1, 8]], [[4, 9], [1, 1], [6, 2]], [[5]], [[1, 8, 8, 2], [3, 1, 4, 9], [7, 2, 2, 3]]],
        [[[9, 1], [1, 9]], [[1, 2, 3], [9, 9, 1], [9, 9, 1]]],
    ),
    (
        payments,
        [([2, 3], 12), ([1, 4, 5], 9), ([7], 10), ([3, 5, 6], 18), ([1, 2], 7), ([1, 3, 4], 10), ([2, 5], 23)],
        [([3, 5], 20), ([4, 6], 13)],
    ),
]  # fmt: skip


def called(function: Callable[..., Any], value: Any) -> Any:
    return function(*value) if isinstance(value, tuple) else function(value)


def solved(function: Callable[..., Any], shown: list[Any], asked: list[Any], **options: Any) -> Result:
    pairs = [(value, called(function, value)) for value in shown]
    return synthesize(pairs, inputs=asked, timeout=None, guide=None, **options)


@pytest.mark.parametrize(("function", "shown", "asked"), TASKS, ids=lambda x: getattr(x, "__name__", ""))
def test_a_table_is_found(function: Callable[..., Any], shown: list[Any], asked: list[Any]) -> None:
    result = solved(function, shown, asked, max_candidates=2_000_000)
    expected = [called(function, value) for value in asked]
    assert result.predictions == expected
    assert any(name in str(result.program) for name in ("pair_table", "cell_table", "amounts_"))
    space: dict[str, Any] = {}
    assert result.program is not None
    exec(result.program.python(), space)
    assert [called(space["solve"], value) for value in asked] == expected


def test_without_the_strategy_no_table_is_found() -> None:
    function, shown, asked = TASKS[3]
    result = solved(function, shown, asked, max_candidates=400_000, without=["tabulation"])
    assert "amounts_" not in str(result.program)


def test_lists_of_numbers_pay_nothing() -> None:
    shown = [[3, 1, 2], [4, 9], [8, 8, 1, 5], [7, 0, 2, 6]]
    with_, without = (
        solved(lambda xs: [x * x + len(xs) for x in xs[::-1]], shown, [[1]], max_candidates=900_000, without=names)
        for names in ([], ["tabulation"])
    )
    assert str(with_.program) == str(without.program)
    assert with_.stats.candidates == without.stats.candidates


@pytest.mark.parametrize(
    "examples",
    [
        [((0, 5), 3), ((-1, 2), 8), ((4, 4), 1)],
        [(([], 3), 1), (([2, 0], 5), 7), (([1], 4), 2)],
        [(([], 3), 0), (([], 5), 4), (([], 2), 9)],
        [(([], []), 3), (([1], []), 5), (([], [2]), 4)],
        [([[1, 2], [3]], 5), ([[1]], 8), ([[2, 2]], 1)],
        [([[]], 5), ([[1]], 8), ([[2, 2]], 1)],
        [(("", ""), 4), (("a" * 3000, "b" * 3000), 9), (("c", ""), 17)],
    ],
    ids=("numbers", "amounts", "no items", "lists", "rows", "nothing", "texts"),
)
def test_inputs_without_such_tables_are_no_trouble(examples: list[tuple[Any, Any]]) -> None:
    result = synthesize(examples, timeout=None, max_candidates=400_000, guide=None)
    assert result.stats.candidates <= 400_000


@pytest.mark.parametrize("large", [2001, 10**9, 2**53])
def test_nothing_is_counted_up_to_large_numbers(large: int) -> None:
    examples = [((large - number, large - 3 * number), 7 * number % 5) for number in range(6)]
    assert synthesize(examples, max_candidates=700_000).stats.candidates > 0
