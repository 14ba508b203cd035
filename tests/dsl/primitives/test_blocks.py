"""Lists as blocks between gaps."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.dsl.primitives.blocks import edit_blocks, fill_blocks


@pytest.mark.parametrize(
    ("xs", "edited"),
    [([], []), ([0, 0], [0, 0]), ([1, 2, 0, 3], [2, 1, 0, 3]), ([0, 1, 2, 0, 0, 3, 4, 5], [0, 2, 1, 0, 0, 5, 4, 3])],
)
def test_blocks_are_edited_in_their_places(xs: list[int], edited: list[int]) -> None:
    assert edit_blocks(xs, 0, lambda block: block[::-1]) == edited


@given(st.lists(st.integers(0, 2)))
def test_what_keeps_the_blocks_keeps_the_list(xs: list[int]) -> None:
    assert edit_blocks(xs, 0, lambda block: block) == xs
    seen: list[list[int]] = []
    assert edit_blocks(xs, 0, lambda block: seen.append(block) or []) == [0] * xs.count(0)  # type: ignore[func-returns-value]
    assert all(block and 0 not in block for block in seen)
    assert sum(map(len, seen)) == len(xs) - xs.count(0)


def test_blocks_are_filled_with_one_item() -> None:
    assert fill_blocks([0, 4, 2, 0, 0, 7, 9, 8], 0, max) == [0, 4, 4, 0, 0, 9, 9, 9]
    assert fill_blocks([], 0, max) == []


PROGRAMS = [
    "(xs: List[Int]) -> fill_blocks(xs, 0, (block: List[Int]) -> if_else(is_even(len(block)), last(block), sum(xs)))",
    "(xs: List[Int], n: Int) -> fill_blocks(sort(xs), n, (block: List[Int]) -> at(block, n))",
    "(xs: List[Int]) -> edit_blocks(xs, 0, (block: List[Int]) -> take(append(block, sum(block)), 3))",
    "(xs: List[Int], n: Int) -> edit_blocks(xs, n, (block: List[Int]) -> drop(cons(n, block), len(block) - 1))",
    "(xs: List[Int]) -> tail(edit_blocks(sort(xs), head(xs), (ys: List[Int]) -> if_else(is_even(len(ys)), xs, ys)))",
    "(xs: List[Int]) -> map(xs, (x: Int) -> sum(edit_blocks(xs, x, (block: List[Int]) -> reverse(init(block)))))",
]


@pytest.mark.parametrize("text", PROGRAMS)
@given(data=st.data())
def test_the_python_says_the_same(text: str, data: st.DataObject) -> None:
    program = parse(text)
    scope: dict[str, Any] = {}
    exec(program.python(), scope)
    values = st.lists(st.integers(0, 3), max_size=9)
    arguments = [data.draw(values if one.type.is_list else st.integers(0, 3)) for one in program.parameters]
    try:
        expected = program(*arguments)
    except Undefined:
        return
    assert scope["solve"](*arguments) == expected


def test_a_list_that_grows_too_long_is_undefined() -> None:
    twice = "(xs: List[Int]) -> edit_blocks(xs, 0, (block: List[Int]) -> concat(block, block))"
    assert parse(twice)([1, 0]) == [1, 1, 0]
    with pytest.raises(Undefined):
        parse(twice)([1] * 60_000)
