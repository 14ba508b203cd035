"""Relations of lists and texts are found as answers."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize

LISTS = [[1, 4], [2, 2], [7, 8, 7], [5], [9, 1, 3, 9]]
WORDS = ["pen", "apple", "tree", "world", "eve"]
ALIKE = [[4, 4], [4, 5], [1, 1, 1], [1, 2, 1], [3]]


@pytest.mark.parametrize(
    ("function", "shown", "asked"),
    [
        (lambda xs: len(set(xs)) == len(xs), LISTS, [[3, 6, 1, 6], [8, 9, 10]]),
        (lambda xs: len(set(xs)) < len(xs), LISTS, [[3, 6, 1, 6], [8, 9, 10]]),
        (lambda s: len(set(s)) == len(s), WORDS, ["level", "cat"]),
        (lambda xs: len(set(xs)) <= 1, ALIKE, [[6, 6, 6, 7], [2, 2]]),
    ],
)
def test_of_one(function: Any, shown: list[Any], asked: list[Any]) -> None:
    result = synthesize([(xs, function(xs)) for xs in shown], inputs=asked, timeout=None, max_candidates=100_000)
    assert result.predictions == [function(xs) for xs in asked]


@pytest.mark.parametrize(
    "function",
    [
        lambda xs, ys: sorted(xs) == sorted(ys),
        lambda xs, ys: set(xs) <= set(ys),
        lambda xs, ys: not set(xs) & set(ys),
        lambda xs, ys: bool(set(xs) & set(ys)),
    ],
)
def test_of_two(function: Any) -> None:
    shown = [([1, 2], [2, 1]), ([1, 3], [3, 4]), ([5], [6, 5]), ([7, 7], [7, 8]), ([2, 9], [4]), ([3, 3, 1], [1, 3, 3]),
             ([8], [1, 2]), ([6, 4], [4, 7, 6])]  # fmt: skip
    asked = [([4, 1], [1, 4]), ([1, 5], [5, 6]), ([2], [3]), ([2, 3], [3, 9, 2])]
    result = synthesize([(one, function(*one)) for one in shown], inputs=asked, timeout=None, max_candidates=200_000)
    assert result.predictions == [function(*one) for one in asked]
