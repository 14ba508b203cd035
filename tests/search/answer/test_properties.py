"""Properties that people see in values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.types import BOOL, DECIMAL, INT, STR, Type, infer_type, list_of, optional, record_of
from induce.search.answer.properties import beyond, of_marks, properties_of

from ...strategies import values

TYPES = [INT, BOOL, DECIMAL, STR, list_of(INT), list_of(STR), list_of(BOOL), list_of(list_of(INT))]
TYPES += [list_of(optional(record_of({"n": INT}))), list_of(optional(INT))]


def nouns(value: Any) -> set[str]:
    return {one.noun for one in properties_of(infer_type(value)) if one.holds(value)}


@pytest.mark.parametrize(
    ("value", "has", "lacks"),
    [
        (0, "the number 0", "a negative number"),
        (-13, "a number of two digits or more", "an even number"),
        (7, "a number of one digit", "the number 1"),
        (Decimal("2.35"), "a number that ends in 5", "a whole number"),
        (Decimal("20"), "a whole number", "a number between 0 and 1"),
        (Decimal("100000"), "a whole number", "a number that ends in 5"),
        (Decimal("25"), "a number that ends in 5", "a number that is not whole"),
        ("", "an empty text", "a text in capital letters"),
        ("Ann Lee", "two words", "a single word"),
        ("one or two", "three words or more", "a capital letter"),
        ("a,,b", "two of the same mark in a row", "two blanks in a row"),
        ("x ", "a blank at the end", "a blank at the beginning"),
        ("on 13/02", "a two-digit number above 12", "a text without digits"),
        ("in 2021", "a single number", "a two-digit number above 12"),
        ("02:13", "two numbers", "three numbers or more"),
        ("02:13", "a 0 at the beginning", "a single number"),
        ([1], "a list of one item", "items in ascending order"),
        ([3, 1, 3], "an item that occurs more than once", "equal items next to each other"),
        ([2, 2], "items that are all alike", "items that are all different"),
        (["b", "a"], "items in descending order", "items in ascending order"),
        ([[1], [1, 2]], "lists of different lengths", "an odd number of items"),
        ([[1], [1]], "an even number of items", "lists of different lengths"),
    ],
)
def test_what_a_value_has_and_lacks(value: Any, has: str, lacks: str) -> None:
    assert has in nouns(value)
    assert lacks not in nouns(value)
    assert lacks in {one.noun for one in properties_of(infer_type(value))}


@given(st.data(), st.sampled_from(TYPES))
def test_every_value_may_be_asked_for_every_property_of_its_type(data: st.DataObject, type_: Type) -> None:
    value = data.draw(values(type_))
    assert all(one.holds(value) in (True, False) for one in properties_of(type_))


@given(st.data(), st.sampled_from(TYPES))
def test_nothing_that_is_shown_lies_beyond_what_is_shown(data: st.DataObject, type_: Type) -> None:
    shown = data.draw(st.lists(values(type_), min_size=1, max_size=4))
    assert not any(one.holds(value) for one in beyond(type_, shown) for value in shown)


def test_marks_that_all_texts_have_may_be_missing_or_occur_more_often() -> None:
    assert [one.noun for one in of_marks(["a-b", "c-d"])] == ['more than one "-"', 'a text without "-"']
    assert [one.noun for one in of_marks(["a-b.", "c-d-e"])] == ['a text without "-"']
    assert list(of_marks(["ab", "c-d"])) == []
    often, without = of_marks(["a-b"])
    assert [often.holds("a-b-c"), often.holds("a-b")] == [True, False]
    assert [without.holds("ab"), without.holds("a-b")] == [True, False]
