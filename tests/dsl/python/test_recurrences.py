"""Recurrences with known coefficients are loops over the last few items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.program import parse

from .test_source import run


@pytest.mark.parametrize(
    ("coefficients", "first", "lines"),
    [
        ([1, 1], [0, 1], ["a, b = 0, 1", "for _ in range(n):", "    a, b = b, a + b", "return a"]),
        ([2, -1], [3, 5], ["a, b = 3, 5", "for _ in range(n):", "    a, b = b, 2 * b - a", "return a"]),
        (
            [1, 0, 2],
            [1, 1, 1],
            ["a, b, c = 1, 1, 1", "for _ in range(n):", "    a, b, c = b, c, 2 * a + c", "return a"],
        ),
        ([3], [-2], ["a = -2", "for _ in range(n):", "    a *= 3", "return a"]),
        ([-1, -2], [1, 0], ["a, b = 1, 0", "for _ in range(n):", "    a, b = b, -2 * a - b", "return a"]),
    ],
)
def test_recurrences_are_loops(coefficients: list[int], first: list[int], lines: list[str]) -> None:
    source = parse(f"(n: Int) -> recurrence({coefficients}, {first}, n)").python()
    assert [line.removeprefix("    ") for line in source.splitlines()[1:]] == lines


def test_more_first_items_than_coefficients_need_the_list() -> None:
    source = parse("(n: Int) -> recurrence([1, 1], [0, 1, 5], n)").python()
    assert source.startswith("def recurrence(")


@given(data=st.data(), n=st.integers(0, 30), order=st.integers(1, 4))
def test_the_loop_gives_the_same_items(data: st.DataObject, n: int, order: int) -> None:
    numbers = st.lists(st.integers(-3, 3), min_size=order, max_size=order)
    program = parse(f"(n: Int) -> recurrence({data.draw(numbers)}, {data.draw(numbers)}, n) * n + n")
    assert run(program.python(), (n,)) == program(n)


def test_a_recurrence_in_a_branch_is_not_run_for_others() -> None:
    program = parse("(n: Int) -> if_else(n < 0, n, recurrence([1, 1], [0, 1], n)) + 1")
    assert [run(program.python(), (n,)) for n in (-3, 10)] == [program(-3), program(10)] == [-2, 56]
