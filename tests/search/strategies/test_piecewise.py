"""Texts taken apart by what edits their pieces, and edits that are found by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import induce
from induce.dsl.core.primitive import Primitive
from induce.dsl.language.language import BUILTIN
from induce.search.strategies.piecewise import EDITS, all_numbers, edited, numbers_written, taken_apart

NUMBERS, LAST, WORDS = (BUILTIN.searched[name] for name in ("edit_numbers", "edit_last_number", "edit_words"))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
@given(text=st.text("aZ9é_- .ßÉ²", max_size=12))
def test_a_text_taken_apart_is_put_together_again(edit: Primitive, text: str) -> None:
    parts = taken_apart(edit, text)
    if parts is not None:
        between, pieces = parts
        assert between.count("\0") == len(pieces)
        rest = iter(pieces)
        assert "".join(next(rest) if c == "\0" else c for c in between) == text


@pytest.mark.parametrize(
    ("edit", "before", "after", "pieces"),
    [
        (NUMBERS, "2 eggs, 3 cups", "4 eggs, 6 cups", [("2", "4"), ("3", "6")]),
        (NUMBERS, "2 eggs", "4 cups", None),
        (NUMBERS, "eggs", "eggs", None),
        (LAST, "1.2.9", "1.2.10", [("9", "10")]),
        (LAST, "1.2.9", "1.3.9", None),
        (LAST, "eggs", "eggs", None),
        (WORDS, "ab-cd e", "b-d ", None),
        (WORDS, "ab-cd e", "b-d e", [("ab", "b"), ("cd", "d"), ("e", "e")]),
    ],
)
def test_what_became_of_each_piece(
    edit: Primitive, before: str, after: str, pieces: list[tuple[str, str]] | None
) -> None:
    assert edited(edit, before, after) == pieces


@pytest.mark.bounds
def test_the_edit_of_a_piece_is_searched_for() -> None:
    examples = [("2 eggs, 3 cups", "4 eggs, 6 cups"), ("10 pies", "20 pies"), ("5 or 7 figs", "10 or 14 figs")]
    result = induce.synthesize(examples, inputs=["8 pears and 11 plums"], max_candidates=2_000_000)
    assert result.predictions == ["16 pears and 22 plums"]


def test_numbers_that_texts_write() -> None:
    assert numbers_written(["no. 07", "-5 C", "+3"]) == [7, -5, 3]
    assert numbers_written(["1 of 2"]) is None
    assert numbers_written(["none"]) is None
    assert all_numbers("1 of -12, x") == [1, -12]


@pytest.mark.parametrize("digits", [17, 5000])
def test_numbers_too_long_for_integers_are_not_read(digits: int) -> None:
    assert all_numbers(f"a 1 {'9' * digits}") == []
    assert numbers_written(["1", "9" * digits]) is None


def test_texts_that_write_very_long_numbers_are_searched_for_like_others() -> None:
    rows = [["a", "b"], ["c"], ["e", "f", "g"]]
    examples = [(row, [one + "9" * (4400 + place) for place, one in enumerate(row[::-1])]) for row in rows]
    result = induce.synthesize(examples, timeout=None, max_candidates=150_000, guide=None)
    assert result.status in ("solved", "partial", "none")
