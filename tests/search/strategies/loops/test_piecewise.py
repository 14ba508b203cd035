"""Texts and lists taken apart by what edits their pieces, and edits that are found by it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.primitive import Primitive
from induce.dsl.language.language import BUILTIN
from induce.search.strategies.loops.piecewise import (
    EDITS,
    Items,
    all_numbers,
    edited,
    edited_blocks,
    items_between,
    marks_between,
    numbers_written,
    taken_apart,
)

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


def test_numbers_that_texts_write() -> None:
    assert numbers_written(["no. 07", "-5 C", "+3"]) == [7, -5, 3]
    assert numbers_written(["1 of 2"]) is None
    assert numbers_written(["none"]) is None
    assert all_numbers("1 of -12, x") == [1, -12]


@pytest.mark.parametrize("digits", [17, 5000])
def test_numbers_too_long_for_integers_are_not_read(digits: int) -> None:
    assert all_numbers(f"a 1 {'9' * digits}") == []
    assert numbers_written(["1", "9" * digits]) is None


@pytest.mark.parametrize(
    ("before", "after", "blocks"),
    [
        ([0, 1, 2, 0, 3], [0, 2, 1, 0, 3], [([1, 2], [2, 1]), ([3], [3])]),
        ([0, 1, 1, 1], [0, 1, 0, 1], [([1, 1, 1], [1, 0, 1])]),  # A gap in a block: the places say which it is.
        ([0, 1, 2, 0, 3], [0, 3, 0, 3], [([1, 2], [3]), ([3], [3])]),
        ([0, 1, 2], [4, 2, 1], None),
        ([0, 1, 2], [0, 0, 3], [([1, 2], [0, 3])]),
        ([0, 1, 2], [0, 0, 1, 2], None),
        ([1, 2], [2, 0], [([1, 2], [2, 0])]),
        ([], [], []),
    ],
)
def test_blocks_and_what_they_became(before: list[int], after: list[int], blocks: Any) -> None:
    assert edited_blocks(0, before, after) == blocks


def test_marks_are_in_all_lists_the_most_frequent_first() -> None:
    assert marks_between([[0, 5, 0, 1], [1, 0, 0, 7]]) == [0, 1]
    assert marks_between([["", "a"], ["b"]]) == marks_between([]) == []


def test_items_between_marks() -> None:
    found = next(items_between(["a@x, b@y", "c@z"], ["a; b", "c"]))
    assert found == Items(", ", "; ", [("a@x", "a"), ("b@y", "b"), ("c@z", "c")])
    assert next(items_between(["a, b", "c"], ["A, B", "C"])).mark == ", "
    assert not [*items_between(["a, b", "c, d"], ["A, B", "C, D"])]  # How many there are must vary.
    assert not [*items_between(["a, b", "c"], ["A", "C"])]
