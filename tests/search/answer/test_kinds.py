"""Kinds of inputs, in words that say where what stands."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.types import BOOL, INT, STR, Type, list_of, optional, record_of
from induce.search.answer.kinds import Kind, kinds, kinds_beyond

NAMES = ["x", "y", "z"]


def found(types: list[Type], given: list[tuple[Any, ...]]) -> dict[str, Kind]:
    return {one.words: one for one in kinds(types, NAMES[: len(types)], given)}


@pytest.mark.parametrize(
    ("types", "words", "inputs", "others"),
    [
        ([INT], "with a negative number", (-3,), (3,)),
        ([list_of(INT)], "with a negative number among the items", ([1, -3],), ([3],)),
        ([list_of(STR)], "with two words in an item", (["a", "b c"],), (["a", "b"],)),
        ([list_of(list_of(INT))], "with an empty list among the items", ([[], [1]],), ([[1]],)),
        ([list_of(INT), INT], "with an empty list as x", ([], 1), ([1], 1)),
        ([STR, INT], "with two words in x", ("a b", 1), ("a", 1)),
        ([INT, INT], "with x equal to y", (4, 4), (4, 5)),
        ([INT, BOOL, INT], "with x larger than z", (5, True, 4), (4, False, 5)),
        ([list_of(STR), STR], "with y in x", (["a"], "a"), (["ab"], "a")),
        ([STR, STR], "with y not in x", ("ab", "c"), ("ab", "a")),
        ([record_of({"n": INT, "s": STR})], 'with an empty text as "s"', ({"n": 1, "s": ""},), ({"n": 1, "s": "a"},)),
        ([list_of(record_of({"n": INT}))], 'with the number 0 as "n"', ([{"n": 0}],), ([{"n": 2}],)),
        ([optional(INT)], "with the number 0", (0,), (None,)),
    ],
)
def test_a_kind_says_where_what_stands(
    types: list[Type], words: str, inputs: tuple[Any, ...], others: tuple[Any, ...]
) -> None:
    kind = found(types, [])[words]
    assert kind.has(inputs)
    assert not kind.has(others)


def test_marks_are_those_of_the_examples() -> None:
    assert 'with more than one "-"' in found([STR], [("a-b",), ("c-d",)])
    assert 'with more than one "-"' not in found([STR], [("a-b",), ("cd",)])


def test_a_list_of_all_arguments_is_named() -> None:
    words = [one.words for one in kinds([list_of(INT)], ["*xs"], [])]
    assert "with an empty list as *xs" in words


def test_what_lies_beyond_the_examples() -> None:
    words = [one.words for one in kinds_beyond([list_of(INT), STR], ["xs", "s"], [([4, -1], "a"), ([], "")])]
    assert words == [
        "with more than 2 items in xs",
        "with a number above 4 among the items of xs",
        "with a number below -1 among the items of xs",
        "with more than 1 character in s",
    ]
