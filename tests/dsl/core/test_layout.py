"""Values as words of memory: what is written is read, and different values are different words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.layout import decode, encode
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import Type

from ...strategies import values

TYPES = [
    parse_type(text) for text in ("Int", "Bool", "Str", "List[Int]", "List[Str]", "List[List[Int]]", "List[List[Str]]")
]


@pytest.mark.parametrize("type_", TYPES, ids=str)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_layout_round_trip(type_: Type, data: st.DataObject) -> None:
    value, other = data.draw(values(type_)), data.draw(values(type_))
    words = encode(value, type_)
    assert repr(decode(words, type_)) == repr(value)
    assert all(-(2**63) <= word < 2**63 for word in words)
    assert (words == encode(other, type_)) == (value == other)


@pytest.mark.parametrize(
    ("type_", "value", "words"),
    [
        ("Int", -5, [-5]),
        ("Bool", True, [1]),
        ("Str", "aß", [97, 223]),
        ("Str", "", []),
        ("List[Bool]", [True, False], [1, 0]),
        ("List[List[Int]]", [[7, 8], [], [9]], [3, 2, 0, 1, 7, 8, 9]),
        ("List[Str]", ["ab", ""], [2, 2, 0, 97, 98]),
        ("List[List[Str]]", [["a"], []], [2, 3, 1, 1, 1, 97, 0]),
    ],
)
def test_words_are_where_kernels_look_for_them(type_: str, value: Any, words: list[int]) -> None:
    assert encode(value, parse_type(type_)) == words
