"""Loops from number to number that ask about a list."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.search.strategies.recurrences.asking import are_numbers_and_list


def free(xs: list[int], n: int) -> int:
    while n in xs:
        n += 1
    return n


def free_by_twos(xs: list[int], n: int) -> int:
    while n in xs:
        n -= 2
    return n


def taken(xs: list[int], n: int) -> list[int]:
    passed = []
    while n in xs:
        passed.append(n)
        n += 2
    return passed


def places(xs: list[int], n: int) -> int:
    seen = []
    while n not in seen:
        seen.append(n)
        n = xs[n]
    return len(seen)


def leaps(xs: list[int], n: int) -> int:
    count = 0
    while n < len(xs):
        n, count = n + xs[n], count + 1
    return count


def taken_numbers(draw: random.Random) -> tuple[list[int], int]:
    xs = draw.sample(range(1, 16), draw.randint(8, 12))
    return xs, draw.choice(xs)


def jumps(draw: random.Random) -> tuple[list[int], int]:
    xs = [draw.randrange(9) for _ in range(9)]
    return xs, draw.randrange(9)


def steps(draw: random.Random) -> tuple[list[int], int]:
    return [draw.randint(1, 3) for _ in range(draw.randint(6, 20))], draw.randrange(6)


@pytest.mark.parametrize(
    ("function", "drawn", "lines"),
    [
        (free, taken_numbers, ["    while value in xs:", "        value += 1"]),
        (free_by_twos, taken_numbers, ["    while value in xs:", "        value -= 2"]),
        (taken, taken_numbers, ["    while value in xs:", "        value += 2"]),
        (places, jumps, ["        value = xs[value]"]),
        (leaps, steps, ["    while value < len(xs):", "        value += xs[value]"]),
    ],
)
def test_a_loop_goes_by_a_list(
    function: Callable[..., Any], drawn: Callable[[random.Random], tuple[list[int], int]], lines: Sequence[str]
) -> None:
    draw = random.Random(3)
    given = [drawn(draw) for _ in range(12)]
    shown, held_out = given[:9], given[9:]
    result = synthesize([(one, function(*one)) for one in shown], inputs=held_out, max_candidates=300_000, timeout=None)
    assert result.predictions == [function(*one) for one in held_out]
    assert result.program is not None
    assert set(lines) <= set(result.program.python().split("\n"))


@pytest.mark.parametrize(
    ("types", "are_so"),
    [
        ([list_of(INT)], True),
        ([INT, list_of(INT), INT], True),
        ([INT], False),
        ([list_of(INT)] * 2, False),
        ([list_of(INT), STR], False),
        ([INT, INT, INT, list_of(INT)], False),
    ],
)
def test_what_they_are_looked_for_with(types: Sequence[Type], are_so: bool) -> None:
    assert are_numbers_and_list([Variable(f"v{place}", type_) for place, type_ in enumerate(types)]) == are_so
