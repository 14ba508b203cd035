"""Patterns, templates, masks and records: what they give, and where they are undefined."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.language.language import BUILTIN

from .printed import check, run

CASES = [
    (r'matches(s, "[A-Z]+")', "aBCdE", ["BC", "E"]),
    (r'matches(s, "\\d{2}-\\d+")', "7-1, 12-345-6", ["12-345"]),
    (r'remove_matches(s, " \\(\\d+\\)")', "a (1) b (22)", "a b"),
    (r'fields(s, "<([^>]*)> (\\d+): (.*)")', "<x y> 12: a: b", ["x y", "12", "a: b"]),
    (r'found(s, "([a-z]+) \\d+")', "a fig 12, oak 3", "fig"),
    (r'found(s, "([a-z]+) \\d+")', "a fig", None),
    (r'found(s, "[a-z]+")', "a fig", None),
    (r'found(s, "([a-z]+)=(\\d+)")', "a=1", None),
    ("cut_at(s, [2, 2, 5])", "abcdefg", ["ab", "", "cde", "fg"]),
    ("cut_at(s, [2, 9])", "abcdefg", None),
    ('pour(s, "(##) #-#")', "1234", "(12) 3-4"),
    ('pour(s, "##")', "123", None),
    ('hide(s, "*", 0, 4)', "4000-1234-5678", "****-****-5678"),
    ('hide(s, "x", 1, 1)', "Anna Roe", "Axxx xxe"),
    ('hide(s, "*", 2, 2)', "abc", "abc"),
    ('hide(s, "**", 1, 1)', "abc", None),
    ('csv_fields(s, ",")', '1,"Roe, ""Al""",', ["1", 'Roe, "Al"', ""]),
    ('csv_fields(s, ";")', "1;2,5", ["1", "2,5"]),
    ('csv_fields(s, ",")', '1,"Roe', None),
    ('csv_fields(s, ",")', "1\n2", None),
    ('value_of_key(s, ";", "=", "b")', "a=1;b=2=3;c", "2=3"),
    ('value_of_key(s, ";", "=", "b")', "a=1", None),
    ('value_of_key(s, "", "=", "b")', "b=1", None),
    ("run_length_code(s)", "aaab", "a3b1"),
    ("count_first_code(s)", "aaab", "3a1b"),
    ("run_length_text(s)", "a3bc2", "aaabcc"),
    ("count_first_text(s)", "3ab2c", "aaabcc"),
    ("run_length_text(s)", "a9999999", None),
    ("count_on(s, 1)", "099", "100"),
    ("count_on(s, -1)", "100", "099"),
    ("count_on(s, -1)", "0", None),
    ("count_on(s, 1)", "-1", None),
]


@pytest.mark.parametrize(("body", "given_", "expected"), CASES)
def test_what_they_give(body: str, given_: str, expected: Any) -> None:
    check(f"(s: Str) -> {body}", given_, expected)


@pytest.mark.parametrize("pattern", ["", "(a", "((a))", "a++", "(a+)+", "[a", "[b-a]", r"\1", "a|b", "a?", r"\d+\w+x"])
@pytest.mark.parametrize("name", ["matches", "fields", "found"])
def test_other_patterns_are_undefined(name: str, pattern: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|runs"):
        BUILTIN.vocabulary[name].reference("aab", pattern)


@given(st.text("()[]^\\da+*{1}-.|?", max_size=10), st.text("a1-(", max_size=10))
def test_any_pattern_is_matched_or_undefined(pattern: str, text: str) -> None:
    for name in ("matches", "fields", "found"):
        try:
            found = BUILTIN.vocabulary[name].reference(text, pattern)
        except ValueError:
            continue
        assert all(isinstance(piece, str) and piece in text for piece in found)


def test_patterns_are_matched_in_a_time_that_is_bounded() -> None:
    """A run that goes on to the end of the text again and again takes the square of its length, and no more."""
    assert BUILTIN.vocabulary["matches"].reference("7" * 10_000, r"\d+-\d+-\d+") == []
    with pytest.raises(ValueError, match="long"):
        BUILTIN.vocabulary["matches"].reference("7" * 10_001, r"\d+")


@given(st.text("abc\n -", max_size=30))
def test_runs_that_were_counted_come_back(text: str) -> None:
    for code, back in (("run_length_code", "run_length_text"), ("count_first_code", "count_first_text")):
        assert BUILTIN.vocabulary[back].reference(BUILTIN.vocabulary[code].reference(text)) == text


def test_numbers_in_texts_count_as_numbers_in_natural_order() -> None:
    text = "(lines: List[Str]) -> sort_naturally(lines)"
    lines = ["b2", "a10", "a9", "²", "a", "10", "9", "a9b"]
    assert parse(text)(lines) == run(text, lines) == ["9", "10", "a", "a9", "a9b", "a10", "b2", "²"]


def test_the_enumeration_does_not_try_them() -> None:
    assert {"matches", "found", "pour", "csv_fields"} <= BUILTIN.vocabulary.keys() - BUILTIN.searched.keys()
