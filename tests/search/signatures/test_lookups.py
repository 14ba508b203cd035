"""The value of a key and the union of two dictionaries are found as such."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize
from induce.search.signatures.lookups import looked_up
from induce.search.task.task import Task

ONE, OTHER = {"x": 2, "y": 3}, {"y": 7, "a": 1}


@pytest.mark.parametrize(
    ("examples", "text"),
    [
        ([((ONE, "x"), 2), ((OTHER, "a"), 1)], "get(d, s)"),
        ([((ONE, "x"), 2), ((OTHER, "u"), -5)], "get_or(d, s, -5)"),
        ([(("x", ONE), 2), (("u", OTHER), 0)], "get_or(d, s, 0)"),
        ([((ONE, OTHER), {"x": 2, "y": 7, "a": 1}), ((OTHER, {"k": 1}), {"y": 7, "a": 1, "k": 1})], "merged(d, d2)"),
        ([((ONE, OTHER), {"a": 1, "x": 2, "y": 3}), ((OTHER, {"a": 0}), {"y": 7, "a": 1})], "merged(d2, d)"),
        ([((ONE, "x"), 3), ((OTHER, "a"), 1)], None),
        ([((ONE, "u"), 0), ((OTHER, "w"), 1)], None),
    ],
)
def test_looked_up(examples: list[Any], text: str | None) -> None:
    found = [str(one.program).partition(" -> ")[2] for one in looked_up(Task.from_examples(examples))]
    assert found == ([] if text is None else [text])


STOCKS = [
    ({"a": 1, "b": 2}, {"b": 3, "c": 4}),
    ({"x": 5}, {"x": 1}),
    ({"p": 2, "q": 3}, {"r": 1}),
    ({"k": 7}, {"k": 2}),
]


@pytest.mark.parametrize(
    ("function", "python"),
    [
        (
            lambda d, e: {k: d.get(k, 0) + e.get(k, 0) for k in {**d, **e}},
            "{key: d.get(key, 0) + d2.get(key, 0) for key in d | d2}",
        ),
        (lambda d, e: {k: d[k] - e[k] for k in d if k in e}, "{key: d[key] - d2[key] for key in d if key in d2}"),
    ],
)
def test_two_dictionaries_are_made_one_key_by_key(function: Callable[..., Any], python: str) -> None:
    result = synthesize([(one, function(*one)) for one in STOCKS], timeout=None, max_candidates=50_000)
    assert result.program is not None
    assert python in result.program.python()
