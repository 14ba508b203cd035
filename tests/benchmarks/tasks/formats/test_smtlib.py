"""String literals of SMT-LIB."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.benchmarks.tasks.formats.smtlib import LAST_CHARACTER, escaped, unescaped


@given(st.text(st.characters(max_codepoint=LAST_CHARACTER)))
def test_what_is_escaped_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text(st.sampled_from('\\u{}"2Ff0'), max_size=12))
def test_any_text_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_other_characters_are_refused() -> None:
    with pytest.raises(ValueError, match="is not one of SMT-LIB's strings"):
        escaped(chr(LAST_CHARACTER + 1))


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        (r"\u{2ffff}", chr(0x2FFFF)),
        (r"\u{30000}", r"\u{30000}"),
        (r"\u{fffff}", r"\u{fffff}"),
        (r"\u{00041}", "A"),
        (r"\u{000041}", r"\u{000041}"),
        (r"\u{}", r"\u{}"),
        (r"\u{41", r"\u{41"),
        (r"\u00414", "A4"),
        (r"\u{d800}", chr(0xD800)),
        (r"\n\x41", r"\n\x41"),
    ],
)
def test_literals_stand_for_what_cvc5_says(literal: str, text: str) -> None:
    assert unescaped(literal) == text
    cvc5 = pytest.importorskip("cvc5")
    terms = cvc5.TermManager()
    length = terms.mkTerm(cvc5.Kind.STRING_LENGTH, terms.mkString(literal, True))
    assert cvc5.Solver(terms).simplify(length).getIntegerValue() == len(text)
