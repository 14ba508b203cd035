"""Comprehensions found on tasks that say what they are for."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import combinations
from math import prod
from operator import xor
from typing import Any

import pytest

from induce import synthesize
from induce.search.strategies.names import STRATEGIES

OTHERS = tuple(name for name in STRATEGIES if name != "comprehensions")
CANDIDATES = 3_000_000


def found(examples: list[tuple[Any, Any]], asked: Any) -> tuple[str, Any]:
    result = synthesize(examples, inputs=[asked], timeout=None, max_candidates=CANDIDATES, without=OTHERS, guide=None)
    assert result.program is not None, result.reason
    assert result.status == "solved"
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    for given, output in examples:
        assert space["solve"](*(given if isinstance(given, tuple) else (given,))) == output
    return str(result.program), result.predictions[0]


@pytest.mark.parametrize(
    ("examples", "asked", "expected", "name"),
    [
        (
            [(([1, 2, 3, 4], 5), 2), (([1, 1, 1, 2], 2), 3), (([5, 7, 3], 0), 0), (([2, 4, 6, 8, 4, 3], 10), 3),
             (([9, 9, 1], 10), 2), (([6, 6, 6, 6], 12), 6), (([8, 1, 3, 7, 2], 10), 2)],
            ([3, 3, 4, 4, 8], 7), 4, "pairs_of",
        ),
        (
            [("abba", 6), ("abc", 3), ("aaa", 6), ("abab", 6), ("xyzzyx", 9), ("q", 1),
             ("level", 7), ("aabaa", 9), ("aaaa", 10)],
            "noon", 6, "substrings",
        ),
        (
            [("the quick brown fox", "quick"), ("a bb ccc", "ccc"), ("hello me", "hello"), ("no yes", "yes")],
            "one three two", "three", "max_by",
        ),
        (
            [("hello", "heLLo"), ("abc", "abc"), ("banana", "bANANA"), ("moose", "mOOse")],
            "door", "dOOr", "if_else",
        ),
    ],
    ids=["count of pairs", "palindromic pieces", "best by a key", "choice for each character"],
)  # fmt: skip
def test_a_comprehension_is_found(examples: list[tuple[Any, Any]], asked: Any, expected: Any, name: str) -> None:
    program, prediction = found(examples, asked)
    assert prediction == expected
    assert name in program


def test_what_fits_the_small_examples_alone_is_not_offered() -> None:
    small = [([1, 2], 2), ([2, 5, 3], 3), ([7, 1, 1, 1], 4), ([4], 1)]
    result = synthesize(
        [*small, (list(range(1300)), 5)],
        timeout=None, max_candidates=CANDIDATES, without=OTHERS, guide=None,
    )  # fmt: skip
    if result.program is not None:
        assert result.program(list(range(1300))) == 5


SOON, SOON_FOR_LISTS = 2_000_000, 4_000_000
"""So many candidates are enough for a number, and for a list."""
LISTS = [[3, -1, 4, 1, -5], [9, 2, 6], [5, 3, 5, -8, 9, 7], [-9, -3, -4, 2], [2, 3, 8, 4, 6, 2, 6], [1, -4, 5, 5]]
OF_LISTS: dict[str, tuple[Callable[[list[int]], Any], str]] = {
    "product of three": (
        lambda xs: max(prod(three) for three in combinations(xs, 3)),
        "return max(math.prod(combo) for combo in combinations(xs, 3))",
    ),
    "inversions": (
        lambda xs: sum(x > y for x, y in combinations(xs, 2)),
        "return sum(1 for x, y in combinations(xs, 2) if y < x)",
    ),
    "smaller ones behind": (
        lambda xs: [sum(y < x for y in xs[i + 1 :]) for i, x in enumerate(xs)],
        "return [sum(y < x for y in xs[i + 1 :]) for i, x in enumerate(xs)]",
    ),
    "bits": (lambda xs: reduce(xor, map(abs, xs)), "acc ^= abs(x)"),
}


@pytest.mark.parametrize("name", list(OF_LISTS))
def test_what_people_write_of_lists_is_found_soon(name: str) -> None:
    function, line = OF_LISTS[name]
    examples = [(xs, function(xs)) for xs in LISTS]
    most = SOON_FOR_LISTS if isinstance(examples[0][1], list) else SOON
    result = synthesize(examples, timeout=None, max_candidates=most, without=OTHERS, guide=None)
    assert result.program is not None
    assert line in result.program.python()
