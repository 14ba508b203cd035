"""Dictionaries that list what belongs to a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from induce import Result, synthesize

from .printing import check_printed

WORDS = [
    ["ant", "bee", "asp", "beetle"],
    ["one", "two", "one", "three"],
    ["q"],
    ["to", "at", "on", "tea"],
    ["red", "rose", "blue", "rose"],
]
NUMBERS = [[4, 7, 2], [9, 9, 3, 8], [5], [12, 1, 6, 7, 30], [2, 2, 11]]
ROWS = [[["p", "q"], ["q"]], [["a"], ["b", "a"], ["c"]], [["z"]], [["m", "n"], ["n", "o"], ["m"]]]
TABLES = [dict(zip("abc", rows, strict=False)) for rows in ROWS]


def listed(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


FUNCTIONS: list[tuple[Callable[[Any], Any], list[Any], str]] = [
    (lambda xs: listed((x[0], x) for x in xs), WORDS, "groups.setdefault(word[:1], []).append(word)"),
    (lambda xs: listed((len(x), x) for x in xs), WORDS, "groups.setdefault(len(word), []).append(word)"),
    (lambda xs: listed((x, i) for i, x in enumerate(xs)), WORDS, "for i, line in enumerate(lines):"),
    (lambda xs: listed((len(x), i + 1) for i, x in enumerate(xs)), WORDS, "append(i + 1)"),
    (lambda xs: listed((x % 3, x) for x in xs), NUMBERS, "groups.setdefault(x % 3, []).append(x)"),
    (lambda rows: listed((x, i) for i, row in enumerate(rows) for x in row), ROWS, "for word in part:"),
    (lambda d: listed((x, key) for key, row in d.items() for x in row), TABLES, "for key, values in d.items():"),
    (lambda s: listed((c, i) for i, c in enumerate(s)), ["noon", "abca", "x", "otto"], "for i, c in enumerate(s):"),
]  # fmt: skip


def solved(function: Callable[[Any], Any], given: list[Any]) -> Result:
    return synthesize([(one, function(one)) for one in given], timeout=None, max_candidates=300_000)


@pytest.mark.parametrize(("function", "given", "python"), FUNCTIONS)
def test_found_and_printed(function: Callable[[Any], Any], given: list[Any], python: str) -> None:
    check_printed(solved(function, given), function, given, python)


def test_a_number_beside_the_list_may_say_what_belongs_together() -> None:
    given = [([5, 8, 13], 4), ([2, 3, 9, 6], 3), ([10], 7), ([20, 15, 11, 30], 5)]
    examples = [((xs, n), listed((x % n, x) for x in xs)) for xs, n in given]
    result = synthesize(examples, inputs=[([7, 9, 12], 2)], timeout=None, max_candidates=300_000)
    assert result.predictions == [{1: [7, 9], 0: [12]}]


def test_no_key_is_learnt_where_an_item_is_under_two() -> None:
    examples = [(["a", "a"], {"x": ["a"], "y": ["a"]}), (["b", "c"], {"x": ["b"], "z": ["c"]}), (["d"], {"x": ["d"]})]
    result = synthesize(examples, timeout=None, max_candidates=50_000)
    assert result.program is None or "by_key" not in str(result.program)
