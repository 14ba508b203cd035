"""The regular expressions that programs may use: matched in linear time, and anything else refused."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.primitives.predicates import has_match, is_match
from induce.dsl.primitives.regexes import LONGEST, compiled

ALLOWED = [
    r"[A-Za-z_]\w*",
    r"\d{3}-\d{4}",
    r"\d+(?:\.\d+)*",
    r"(?:[01]\d|2[0-3]):[0-5]\d",
    r"https?://\S+",
    r"[+-]?\d+(?:\.\d+)?",
    r"[A-Z]{2,3}-\d",
    r"(?:ab){2}c",
]
REFUSED = [
    "(a+)+",
    "(?:a+)+",
    "(?:a*)*",
    "(?:a?)*",
    "(?:a|a)b",
    "(?:a|ab)",
    r"\w+\d",
    "a?a",
    "a{2,3}a",
    "(?:ab)+a",
    r".*\.txt",
    r"(a)\1",
    "^a$",
    "a{3,2}",
    "a{0}",
    "(?:a",
    "[z-a]",
    "*",
    "(?=a)",
    "(?:|)",
]


@pytest.mark.parametrize("pattern", ALLOWED)
def test_what_goes_on_in_one_way_is_compiled(pattern: str) -> None:
    assert compiled(pattern).pattern == pattern


@pytest.mark.parametrize("pattern", REFUSED)
def test_what_may_go_on_in_two_ways_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|times|repeated"):
        compiled(pattern)


@given(st.text("ab()?:*+{1,2}|[^]\\d.-", max_size=14), st.text("ab1.", max_size=24))
def test_any_pattern_is_refused_or_says_what_python_says(pattern: str, text: str) -> None:
    try:
        found = is_match(text, pattern)
    except ValueError:
        return
    assert found == (re.fullmatch(pattern, text) is not None)
    assert has_match(text, pattern) == (re.search(pattern, text) is not None)


@pytest.mark.parametrize("pattern", ALLOWED)
def test_the_longest_text_is_matched_at_once(pattern: str) -> None:
    began = time.perf_counter()
    for piece in ("a", "1", "1.", "A", "ab"):
        is_match((piece * LONGEST)[: LONGEST - 1] + "!", pattern)
    assert time.perf_counter() - began < 5


def test_longer_texts_are_undefined() -> None:
    with pytest.raises(ValueError, match="long"):
        is_match("a" * (LONGEST + 1), "a*")
