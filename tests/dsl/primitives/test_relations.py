"""Relations of lists and texts, and how they are printed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse

XS = st.lists(st.integers(0, 3), max_size=5)


@pytest.mark.parametrize("type_", ["List[Int]", "List[Any]", "List[Str]", "Str"])
@pytest.mark.parametrize("name", ["is_permutation", "is_subset", "is_disjoint"])
@given(xs=XS, ys=XS)
def test_of_two(name: str, type_: str, xs: list[int], ys: list[int]) -> None:
    expected = {
        "is_permutation": sorted(xs) == sorted(ys),
        "is_subset": set(xs) <= set(ys),
        "is_disjoint": not set(xs) & set(ys),
    }[name]
    holds(parse(f"(x: {type_}, y: {type_}) -> {name}(x, y)"), type_, expected, xs, ys)


@pytest.mark.parametrize("type_", ["List[Int]", "List[Any]", "List[Str]", "Str", "List[List[Int]]"])
@pytest.mark.parametrize("name", ["all_different", "all_equal"])
@given(xs=XS)
def test_of_one(name: str, type_: str, xs: list[int]) -> None:
    expected = len(set(xs)) == len(xs) if name == "all_different" else len(set(xs)) <= 1
    holds(parse(f"(x: {type_}) -> {name}(x)"), type_, expected, xs)


def holds(program: Any, type_: str, expected: bool, *lists: list[int]) -> None:
    """The program and its Python say what is expected of these lists as values of a type."""
    forms: dict[str, Any] = {
        "List[Str]": lambda xs: [str(x) for x in xs],
        "Str": lambda xs: "".join(map(str, xs)),
        "List[List[Int]]": lambda xs: [[x] for x in xs],
    }
    arguments = [forms.get(type_, list)(xs) for xs in lists]
    space: dict[str, Any] = {}
    exec(program.python(), space)
    assert program(*arguments) is expected is space["solve"](*arguments)
