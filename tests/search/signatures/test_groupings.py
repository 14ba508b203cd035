"""Dictionaries of what the items with a key in common come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from induce import Result, synthesize
from induce.search.signatures.groupings import grouped
from induce.search.task.budget import Budget
from induce.search.task.task import Task

from .printing import check_printed

WORDS = [
    ["aster", "bee", "apt", "beetle"],
    ["one", "two", "one", "three"],
    ["q"],
    ["tost", "at", "on", "tea"],
    ["red", "rose", "blue", "rose"],
]
ENDS = [["tie", "beetle", "axe", "cat"], ["ox", "fox", "axe", "wax"], ["day"], ["sty", "yak", "pity", "sky", "z"]]
NUMBERS = [[4, 7, 2], [9, 9, 3, 8], [5], [12, 1, 6, 7, 30], [2, 2, 11]]
SALES = [
    [["tea", 3], ["milk", 5], ["tea", 4]],
    [["oil", 2], ["oil", 2], ["salt", 9]],
    [["rice", 8]],
    [["fig", 1], ["tea", 7], ["fig", 6], ["fig", 2]],
]


def made(pairs: Iterable[tuple[Any, Any]], end: Callable[[list[Any]], Any]) -> dict[Any, Any]:
    groups: dict[Any, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: end(values) for key, values in groups.items()}


FUNCTIONS: list[tuple[Callable[[Any], Any], list[Any], str]] = [
    (lambda xs: dict(Counter(x[0] for x in xs)), WORDS, "return dict(Counter(word[0] for word in lines))"),
    (lambda xs: dict(Counter(map(len, xs))), WORDS, "return dict(Counter(len(word) for word in lines))"),
    (lambda xs: dict(Counter(str(len(x)) for x in xs)), WORDS, "Counter(str(len(word)) for word in lines)"),
    (
        lambda xs: made(((x[0], len(x)) for x in xs), sum),
        WORDS,
        "groups.setdefault(word[0], []).append(len(word))\n    return {k: sum(values) for k, values in groups.items()}",
    ),
    (lambda xs: made(((x % 3, x) for x in xs), max), NUMBERS, "max(values) for k, values in groups.items()"),
    (lambda xs: made(((x[-1], x) for x in xs), lambda ws: max(ws, key=len)), ENDS, "max(values, key=len)"),
    (lambda xs: {x[0]: x for x in xs}, WORDS, "return {word[0]: word for word in lines}"),
    (lambda rows: made(rows, sum), SALES, "{k: sum(values) for k, values in groups.items()}"),
    (
        lambda xs: made((("even" if x % 2 == 0 else "odd", x) for x in xs), sum),
        NUMBERS,
        'groups.setdefault("even" if x % 2 == 0 else "odd", []).append(x)',
    ),
]


def solved(function: Callable[[Any], Any], given: list[Any], **more: Any) -> Result:
    return synthesize([(one, function(one)) for one in given], timeout=None, max_candidates=100_000, **more)


@pytest.mark.parametrize(("function", "given", "python"), FUNCTIONS)
def test_found_and_printed(function: Callable[[Any], Any], given: list[Any], python: str) -> None:
    check_printed(solved(function, given), function, given, python)


def test_what_is_not_usual_is_searched_for() -> None:
    def spread(xs: list[int]) -> dict[int, int]:
        return made(((x % 2, x) for x in xs), lambda values: max(values) - min(values) + 10)

    result = solved(spread, NUMBERS, inputs=[[5, 8, 2, 11]])
    assert result.predictions == [spread([5, 8, 2, 11])]


@pytest.mark.parametrize(
    "examples",
    [
        [(["ab", "cd"], {"a": 2, "c": 2}), (["ef"], {"e": 2})],  # Each word has a key of its own.
        [(["ab", "ac"], {"x": 2}), (["bd", "bc", "e"], {"y": 2, "z": 1})],  # No key leads there.
    ],
)
def test_where_nothing_is_put_together_nothing_is_known(examples: list[tuple[Any, Any]]) -> None:
    def never(*_: Any) -> Any:
        raise AssertionError("nothing is to be searched for")

    assert grouped(Task.from_examples(examples), Budget(None, 1000, 10**8), never) == []
