"""Characters in alphabetical order, and each of them once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce.search.readings.texts.letters import sorted_letters

from .scenes import exact, readings

WORDS = ["Sparrow", "owl", "", "Kingfisher"]
PAIRS = [("owl", "wool"), ("", "hen"), ("duck", "dodo")]


@pytest.mark.parametrize(
    ("given", "function", "expected"),
    [
        (WORDS, lambda s: "".join(sorted(s.lower())), "glue(sort(chars(lower(s))))"),
        (WORDS, lambda s: "".join(dict.fromkeys(s)), "glue(unique(chars(s)))"),
        (PAIRS, lambda pair: "".join(sorted({*pair[0], *pair[1]})), "glue(sort(unique(chars(concat(s, t)))))"),
    ],
)
def test_letters_are_sorted(given: list[Any], function: Callable[[Any], str], expected: str) -> None:
    assert expected in exact(sorted_letters, [(one, function(one)) for one in given])


def test_other_outputs_are_not_read() -> None:
    assert not readings(sorted_letters, [("hen", "ehn"), ("owl", "owl")])
