"""Loops from number to number, with a choice in the step and an end that the search solves for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR
from induce.search.strategies.recurrences.numbers import are_numbers

NUMBERS = (6, 1, 7, 12, 19, 3, 27)
HELD_OUT = (9, 15, 25)


def trail(n: int) -> list[int]:
    passed = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        passed.append(n)
    return passed


def halves(n: int) -> list[int]:
    passed = []
    while n > 0:
        passed.append(n)
        n //= 2
    return passed


def persistence(n: int) -> int:
    count = 0
    while n > 9:
        product = 1
        for digit in str(n):
            product *= int(digit)
        n, count = product, count + 1
    return count


def palindrome(n: int) -> int:
    while str(n) != str(n)[::-1]:
        n += int(str(n)[::-1])
    return n


def printed(
    function: Callable[[int], Any], numbers: tuple[int, ...], held_out: tuple[int, ...], *, candidates: int = 600_000
) -> str:
    """The Python of the program for a function, which is right on what it has not seen."""
    shown = [(n, function(n)) for n in numbers]
    result = synthesize(shown, inputs=held_out, max_candidates=candidates, timeout=None)
    assert result.predictions == [function(n) for n in held_out]
    assert result.program is not None
    return result.program.python()


def test_the_steps_are_counted() -> None:
    text = printed(lambda n: len(trail(n)) - 1, NUMBERS, HELD_OUT)
    assert text == (
        "def solve(n: int) -> int:\n"
        "    value = n\n"
        "    steps = 0\n"
        "    while value > 1:\n"
        "        value = 3 * value + 1 if value % 2 == 1 else value // 2\n"
        "        steps += 1\n"
        "    return steps\n"
    )


def test_all_numbers_are_listed() -> None:
    assert "xs.append(value)" in printed(trail, (6, 5, 7, 12, 10, 3, 1), HELD_OUT)


def test_the_number_that_ends_the_loop_need_not_be_listed() -> None:
    text = printed(halves, (20, 0, 17, 44, 9, 100, 31), (12, 57, 1))
    assert text == (
        "def solve(n: int) -> list[int]:\n"
        "    value = n\n"
        "    xs = []\n"
        "    while value > 0:\n"
        "        xs.append(value)\n"
        "        value //= 2\n"
        "    return xs\n"
    )


def test_a_step_may_go_by_the_digits() -> None:
    assert "while value >= 10:" in printed(persistence, (39, 4, 999, 25, 10, 77, 679), (6788, 55, 68889))


def test_a_loop_may_end_where_any_condition_holds() -> None:
    text = printed(palindrome, (56, 121, 87, 349, 59, 10, 195), (48, 75, 265))
    assert "while str(value) != str(value)[::-1]:" in text


def test_the_largest_number_that_is_passed_may_be_wanted() -> None:
    text = printed(lambda n: max(trail(n)), NUMBERS, HELD_OUT, candidates=1_000_000)
    assert text == (
        "def solve(n: int) -> int:\n"
        "    value = n\n"
        "    xs = [value]\n"
        "    while value > 1:\n"
        "        value = 3 * value + 1 if value % 2 == 1 else value // 2\n"
        "        xs.append(value)\n"
        "    return max(xs)\n"
    )


def test_the_sum_of_what_is_passed_may_be_wanted() -> None:
    assert "return sum(xs)" in printed(lambda n: sum(trail(n)), NUMBERS, HELD_OUT, candidates=1_000_000)


@pytest.mark.parametrize(
    ("types", "are_so"), [([INT], True), ([INT] * 2, True), ([INT] * 3, False), ([INT, STR], False), ([], False)]
)
def test_loops_of_numbers_begin_where_there_is_nothing_else(types: list[Any], are_so: bool) -> None:
    assert are_numbers([Variable(f"v{place}", type_) for place, type_ in enumerate(types)]) == are_so
