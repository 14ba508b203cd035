"""Types, and the types of JSON values."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import (
    BOOL,
    DATE,
    DECIMAL,
    INT,
    STR,
    UNKNOWN,
    Type,
    common_type,
    infer_type,
    join_types,
    list_of,
    settle,
)
from induce.dsl.core.values import has_type, same_value

TYPES = [
    parse_type(text) for text in ("Int", "Bool", "Str", "List[Int]", "List[Str]", "List[List[Int]]", "List[List[Bool]]")
]


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (3, "Int"),
        (True, "Bool"),
        ("3", "Str"),
        ([1, 2], "List[Int]"),
        ([True], "List[Bool]"),
        (["a", ""], "List[Str]"),
        ([[], [1]], "List[List[Int]]"),
        ([1, None], "List[Optional[Int]]"),
        (["a", 1], "Tuple[Str, Int]"),
        ([["a", 1], ["b", 2]], "List[Tuple[Str, Int]]"),
        ([["a", None], ["b", 2]], "List[Tuple[Str, Optional[Int]]]"),
        ([["a", "b"], ["c"]], "List[List[Str]]"),
        ({"a": 1, "b c": ["x"]}, 'Record{a: Int, "b c": List[Str]}'),
        ([{"a": None, "b": 1}, {"b": 2, "a": True}], "List[Record{a: Optional[Bool], b: Int}]"),
        (2**53, "Int"),
    ],
)
def test_inference(value: Any, type_: str) -> None:
    assert infer_type(value) == parse_type(type_)
    assert has_type(value, parse_type(type_))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([[1, True], [1]], "Int and Bool are mixed"),
        ([[1, [1]], []], "Int and List.* are mixed"),
        ([["a", 1], ["a", 1, 1]], "Str and Int are mixed"),
        ({}, "an object without keys"),
        ([{1: 2}], "1 is a key of an object; expected a string"),
        ([{"a": 1}, {"b": 1}], "the key 'a' is not in every object"),
        ([{"a": 1}, {"a": 1, "b": 1}], "the key 'b' is not in every object"),
        (1.5, "1.5 is a float"),
        (float("nan"), "nan is a float"),
        (2**53 + 1, "lies outside of"),
        (-(2**53) - 1, "lies outside of"),
    ],
)
def test_what_has_no_type(value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        infer_type(value)


def test_empty_lists_take_their_type_from_others() -> None:
    assert infer_type([]) == list_of(UNKNOWN)
    assert join_types([infer_type([]), infer_type([[True]])]) == list_of(list_of(BOOL))
    assert settle(infer_type([[]])) == list_of(list_of(INT))


def test_true_is_no_integer() -> None:
    assert not has_type(True, INT)
    assert not has_type(1, BOOL)


@pytest.mark.parametrize("value", [0, True, "a", [], [[], [1]], [[True], []], ["", "a"]], ids=str)
def test_a_value_is_the_same_as_its_like_alone(value: Any) -> None:
    assert same_value(value, deepcopy(value))
    others: tuple[Any, ...] = (
        1,
        False,
        1.0,
        0.0,
        "b",
        [0],
        [[], [True]],
        [[1], []],
        (),
        ["", "a", ""],
        None,
        2**53 + 1,
        {},
    )
    for other in others:
        assert not same_value(value, other)
        assert not same_value(other, value)


PLAIN = st.sampled_from((0, 1, True, False, "", "a", None, Decimal(0), Decimal(1), date(2024, 1, 1)))


@given(st.lists(PLAIN), st.lists(PLAIN))
def test_lists_are_compared_item_by_item(one: list[Any], other: list[Any]) -> None:
    assert same_value(one, [*one])
    assert same_value(one, other) is (len(one) == len(other) and all(map(same_value, one, other)))


@given(st.lists(PLAIN), st.sampled_from((INT, BOOL, DECIMAL, DATE, STR)))
def test_a_list_has_a_type_if_its_items_have(values: list[Any], type_: Type) -> None:
    assert has_type(values, list_of(type_)) is all(has_type(value, type_) for value in values)


@pytest.mark.parametrize("value", [1.0, [1.0], {"a": 1.0}, (1,)])
def test_what_is_no_value_is_the_same_as_nothing(value: Any) -> None:
    assert not same_value(value, value)


def test_integers_of_any_size_are_compared() -> None:
    assert same_value([2**60, 1], [2**60, 1])
    assert not same_value(2**60, 2**60 + 1)


@pytest.mark.parametrize("text", ["List[", "Real", "List[]", "", "List[Int]]"])
def test_what_is_no_type(text: str) -> None:
    with pytest.raises(ValueError, match="unknown type"):
        parse_type(text)


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_printed_types_read_back(type_: Type) -> None:
    assert parse_type(str(type_)) == type_


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (1, "Optional[Str]"),
        ([1, "a"], "Tuple[Str, Int]"),
        (["a"], "Tuple[Str, Int]"),
        ({"a": 1}, "Record{a: Str}"),
        ({"a": 1, "b": 1}, "Record{a: Int}"),
        ({}, "Record{a: Int}"),
        (None, "Record{a: Int}"),
    ],
)
def test_what_does_not_have_a_structured_type(value: Any, type_: str) -> None:
    assert not has_type(value, parse_type(type_))


def test_the_order_of_keys_does_not_matter() -> None:
    assert same_value({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert has_type({"b": 2, "a": 1}, parse_type("Record{a: Int, b: Int}"))
    assert not same_value({"a": 1}, {"a": True})
    assert not same_value({"a": 1}, {"a": 1, "b": 2})


def test_types_of_examples_join() -> None:
    assert str(common_type([["a", None], ["b", 1]])) == "Tuple[Str, Optional[Int]]"
    assert str(common_type([None, 1])) == "Optional[Int]"
    assert str(settle(common_type([None, None]))) == "Optional[Int]"
    assert str(settle(common_type([{"a": []}, {"a": []}]))) == "Record{a: List[Int]}"
    assert str(join_types(map(parse_type, ("Optional[Int]", "Int")))) == "Optional[Int]"


def test_values_are_not_nested_without_end() -> None:
    value: Any = 1
    for _ in range(40):
        value = [value, "a"]
    with pytest.raises(TypeError, match="nested more than"):
        infer_type(value)
