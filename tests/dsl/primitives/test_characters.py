"""Characters edited, kept, reordered and written as numbers: what is given, and where it is undefined."""

from __future__ import annotations

from string import ascii_letters
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.language.language import BUILTIN

from .printed import check, run

LETTERS = st.text(ascii_letters + " 1é", max_size=12)


CASES = [
    ('edit_characters(s, (c: Str) -> if_else(has("aeiou", c), upper(c), c))', "garden", "gArdEn"),
    ('edit_characters(s, (c: Str) -> "ab")', "xy", "abab"),
    ("edit_by_position(s, (i: Int, c: Str) -> if_else(is_even(i), upper(c), c))", "abcd", "AbCd"),
    ("edit_by_position(upper(s), (i: Int, c: Str) -> replicate(c, i))", "abc", "BCC"),
    ("glue(map_by_position(chars(s), (i: Int, c: Str) -> replicate(c, i)))", "abc", "bcc"),
    ("keep_characters(s, (c: Str) -> is_alphabetic(c))", "a1-é", "aé"),
    ("edit_characters(keep_characters(s, (c: Str) -> is_numeric(c)), (d: Str) -> replicate(d, 2))", "a1b2", "1122"),
    ("reverse_among(s, (c: Str) -> is_alphabetic(c))", "ab-cd", "dc-ba"),
    ("sort_among(s, (c: Str) -> is_numeric(c))", "3a1b2", "1a2b3"),
    ('leading(s, (c: Str) -> not has("aeiou", c))', "string", "str"),
    ('without_leading(s, (c: Str) -> not has("aeiou", c))', "string", "ing"),
    ('squeeze_runs(s, "-")', "a--b---c-", "a-b-c-"),
    ('squeeze_runs(s, "ab")', "ababcab", "abcab"),
    ('squeeze_runs(s, ".")', "a..b", "a.b"),
    ('squeeze_runs(s, "\\\\")', "\\\\\\", "\\"),
    ('squeeze_runs(s, "")', "a", None),
    ("spelling_word(s)", "q", "Quebec"),
    ("spelling_word(s)", "1", None),
    ("morse(s)", "q", "--.-"),
    ("morse(s)", "?", None),
    ("to_text(code_of(s))", "é", "233"),
    ("to_text(code_of(s))", "ab", None),
    ("character_of(65 + len(s))", "ab", "C"),
    ("character_of(0 - len(s))", "ab", None),
    ("to_text(letter_number(s))", "Z", "26"),
    ("to_text(letter_number(s))", "é", None),
    ("shift_letters(s, 2)", "yZ é", "aB é"),
    ("mirror_letters(s)", "aZ m", "zA n"),
    ("map_letters(s, -1, 2)", "abC z", "cbA d"),
    ("by_columns(s, 2)", "abcde", "acebd"),
    ("by_columns(s, 0)", "abcde", None),
    ("by_rails(s, 3)", "abcdef", "aebdfc"),
    ("by_rails(s, 1)", "abc", "abc"),
    ("by_rails(s, 0)", "abc", None),
]


@pytest.mark.parametrize(("body", "given_", "expected"), CASES)
def test_what_they_give(body: str, given_: str, expected: Any) -> None:
    check(f"(s: Str) -> {body}", given_, expected)


@pytest.mark.parametrize(
    ("body", "holds", "fails"),
    [
        ("is_alphabetic(s)", ["a", "éB"], ["", "a1", " "]),
        ("is_alphanumeric(s)", ["a1"], ["", "a b"]),
        ("is_uppercase(s)", ["A", "A1"], ["", "1", "Aa"]),
        ("is_lowercase(s)", ["a", "a1"], ["", "1", "Aa"]),
        ("is_blank(s)", [" ", "\t\n"], ["", "a "]),
        ("is_beside_equal(s, 1)", ["aab", "abb"], ["aba", "ab"]),
        ("is_beside_equal(s, 0)", ["aa"], ["aba", "a"]),
        ('comes_before(s, "n")', ["", "B", "m"], ["n", "z"]),
    ],
)
def test_what_they_say(body: str, holds: list[str], fails: list[str]) -> None:
    text = f"(s: Str) -> {body}"
    assert [parse(text)(one) for one in holds] == [run(text, one) for one in holds] == [True] * len(holds)
    assert [parse(text)(one) for one in fails] == [run(text, one) for one in fails] == [False] * len(fails)


@given(LETTERS, st.integers(-60, 60))
def test_a_shift_is_undone_by_one_back(text: str, n: int) -> None:
    shift = BUILTIN.vocabulary["shift_letters"].reference
    assert shift(shift(text, n), -n) == text
    assert run("(s: Str, n: Int) -> shift_letters(s, n)", text, n) == shift(text, n)
    assert shift(text, n) == BUILTIN.vocabulary["map_letters"].reference(text, 1, n)


@given(LETTERS)
def test_a_mirror_undoes_itself(text: str) -> None:
    mirror = BUILTIN.vocabulary["mirror_letters"].reference
    assert mirror(mirror(text)) == text
    assert mirror(text) == BUILTIN.vocabulary["map_letters"].reference(text, -1, 25)


@given(LETTERS, st.integers(1, 6))
def test_reorderings_lose_nothing(text: str, n: int) -> None:
    for name in ("by_columns", "by_rails"):
        expected = BUILTIN.vocabulary[name].reference(text, n)
        assert sorted(expected) == sorted(text)
        assert run(f"(s: Str, n: Int) -> {name}(s, n)", text, n) == expected


@pytest.mark.parametrize(
    ("program", "python"),
    [
        (
            '(s: Str) -> edit_characters(s, (c: Str) -> if_else(has("aeiou", c), "*", c))',
            '"".join("*" if c in "aeiou" else c for c in s)',
        ),
        (
            '(s: Str) -> edit_by_position(s, (i: Int, c: Str) -> if_else(has(take(s, i), c), "", c))',
            '"".join(c for i, c in enumerate(s) if c not in s[:i])',
        ),
        (
            '(s: Str) -> join(map_by_position(chars(s), (i: Int, c: Str) -> capitalize(replicate(c, i + 1))), "-")',
            '"-".join((c * (i + 1)).capitalize() for i, c in enumerate(s))',
        ),
        (
            '(s: Str) -> edit_characters(s, (c: Str) -> lookup_or(c, ["a", "b"], ["x", "yy"], c))',
            '{"a": "x", "b": "yy"}.get(c, c)',
        ),
    ],
)
def test_what_is_printed(program: str, python: str) -> None:
    assert python in parse(program).python()
