"""How primitives apply to arguments of given types."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.application import apply, resolve
from induce.dsl.core.notation import parse_type
from induce.dsl.core.primitive import Primitive
from induce.dsl.core.types import Type

from .test_primitive import DROP, MAP, MINUS

TEXTS = ("Int", "Bool", "List[Int]", "List[Bool]", "List[List[Int]]", "List[List[List[Int]]]")


def resolved(row: Primitive, *types: str, each: bool = False) -> tuple[str, Any, Any] | None:
    found = resolve(row, [parse_type(text) for text in types], each=each)
    return None if found is None else (str(found.result), found.rows, found.broadcast)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Int", "Int"), ("Int", (False, False), (False, False))),
        (("List[Int]", "Int"), ("List[Int]", (False, False), (True, False))),
        (("Int", "List[Int]"), ("List[Int]", (False, False), (False, True))),
        (("List[Int]", "List[Int]"), ("List[Int]", (False, False), (True, True))),
        (("List[List[Int]]", "Int"), None),
        (("Int", "Bool"), None),
        (("Int",), None),
    ],
)
def test_an_elementwise_primitive_broadcasts(types: tuple[str, ...], expected: Any) -> None:
    assert resolved(MINUS, *types) == expected


@pytest.mark.parametrize(
    ("row", "types", "expected"),
    [
        (MINUS, ("List[List[Int]]", "Int"), ("List[List[Int]]", (True, False), (True, False))),
        (MINUS, ("List[List[Int]]", "List[Int]"), ("List[List[Int]]", (True, True), (True, False))),
        (DROP, ("List[List[Int]]", "Int"), ("List[List[Int]]", (True, False), (False, False))),
        (DROP, ("List[List[Int]]", "List[Int]"), ("List[List[Int]]", (True, True), (False, False))),
        (DROP, ("List[Int]", "Int"), None),
        (MAP, ("List[List[Int]]", "(Int) -> Int"), None),
    ],
)
def test_each_maps_over_as_many_arguments_as_it_can(row: Primitive, types: tuple[str, ...], expected: Any) -> None:
    assert resolved(row, *types, each=True) == expected


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("row", [MINUS, DROP], ids=lambda row: row.name)
def test_what_resolves_gives_values_of_the_type_that_it_says(row: Primitive, each: bool) -> None:
    for texts in product(TEXTS, repeat=2):
        types = [parse_type(text) for text in texts]
        found = resolve(row, types, each=each)
        if found is not None:
            value = apply(row, found, [_value(type_) for type_ in types])
            assert _depth(value) == found.result.depth, texts


def _value(type_: Type) -> Any:
    return 1 if type_.item is None else [_value(type_.item)] * 2


def _depth(value: Any) -> int:
    return 1 + _depth(value[0]) if isinstance(value, list) and value else int(isinstance(value, list))


@given(st.lists(st.integers()), st.lists(st.integers()), st.integers())
def test_lists_meet_at_the_shortest(xs: list[int], ys: list[int], n: int) -> None:
    lists = resolve(MINUS, [parse_type("List[Int]")] * 2)
    mixed = resolve(MINUS, [parse_type("Int"), parse_type("List[Int]")])
    assert lists is not None
    assert mixed is not None
    assert apply(MINUS, lists, [xs, ys]) == [x - y for x, y in zip(xs, ys, strict=False)]
    assert apply(MINUS, mixed, [n, ys]) == [n - y for y in ys]
