"""Classes of characters: each holds what it was made for, and they widen."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.readings.predicates.classes import classes_of, literally


@pytest.mark.parametrize(
    ("characters", "narrowest"),
    [("abc", "[a-z]"), ("7", "7"), ("75", r"\d"), ("Ab", "[A-Za-z]"), ("a-]", r"[a-z\-\]]"), (".", r"\.")],
)
def test_the_narrowest_class(characters: str, narrowest: str) -> None:
    assert classes_of(frozenset(characters))[0] == narrowest


@given(st.sets(st.characters(codec="utf-8"), min_size=1, max_size=6))
def test_each_class_holds_the_characters(characters: set[str]) -> None:
    for class_ in classes_of(frozenset(characters)):
        assert all(re.fullmatch(class_, c) for c in characters)


@given(st.sets(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=6))
def test_none_is_within_the_one_before(characters: set[str]) -> None:
    ascii_ = [chr(code) for code in range(32, 127)]
    held = [{c for c in ascii_ if re.fullmatch(class_, c)} for class_ in classes_of(frozenset(characters))]
    assert all(not later < earlier for earlier, later in pairwise(held))


@given(st.characters(min_codepoint=32, max_codepoint=126))
def test_a_character_stands_for_itself(character: str) -> None:
    assert re.fullmatch(literally(character), character)
