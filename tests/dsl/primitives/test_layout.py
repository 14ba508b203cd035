"""Words listed, and text laid out in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.primitives.layout import listed, listed_with_commas, shortened, wrapped, wrapped_at_words
from induce.dsl.program import NO_VALUE, outcome_of


@pytest.mark.parametrize(
    ("words", "expected", "with_commas"),
    [
        ([], "", ""),
        (["p"], "p", "p"),
        (["p", "q"], "p or q", "p or q"),
        (["p", "q", "r", "s"], "p, q, r or s", "p, q, r, or s"),
    ],
)
def test_words_listed(words: list[str], expected: str, with_commas: str) -> None:
    assert listed(words, ", ", " or ") == expected
    assert listed_with_commas(words, " or ") == with_commas


@given(st.text("ab ", max_size=30), st.integers(1, 12))
def test_lines_are_no_longer_than_the_width_unless_a_word_is(s: str, n: int) -> None:
    assert all(len(line) <= n for line in wrapped(s, n))
    lines = wrapped_at_words(s, n)
    assert " ".join(lines).split() == s.split()
    assert all(len(line) <= n or " " not in line for line in lines)


def test_there_is_no_width_below_one() -> None:
    program = parse("(s: Str, n: Int) -> wrapped(s, n)")
    assert outcome_of(program, ("p q", 1)) == ["p", "q"]
    assert outcome_of(program, ("p q", 0)) is NO_VALUE


@given(st.text("ab "), st.integers(3, 12))
def test_shortened_texts_fit_and_end_with_the_mark_where_words_are_left_out(s: str, n: int) -> None:
    made, words = shortened(s, n, "..."), s.split()
    assert len(made) <= n
    assert made == " ".join(words) or (made.endswith("...") and made[:-3].split() == words[: len(made[:-3].split())])


def test_what_the_mark_does_not_fit_into_is_undefined() -> None:
    program = parse('(s: Str, n: Int) -> shortened(s, n, "...")')
    assert outcome_of(program, ("one more word", 9)) == "one..."
    assert outcome_of(program, ("one more word", 2)) is NO_VALUE
    assert 'return textwrap.shorten(s, n, placeholder="...")' in program.python()
