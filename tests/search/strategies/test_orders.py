"""Two arguments compared by one key."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(".")]


def newer(one: str, other: str) -> int:
    x, y = numbers(one), numbers(other)
    return 1 if x > y else -1 if x < y else 0


def longer(one: str, other: str) -> str:
    if len(one) < len(other):
        return "second"
    return "same" if len(one) == len(other) else "first"


def heavier(one: int, other: int) -> int:
    return one if sum(map(int, str(one))) >= sum(map(int, str(other))) else other


def points(one: list[int], other: list[int]) -> int:
    return 3 if sum(one) > sum(other) else 1 if sum(one) == sum(other) else 0


def version(draw: random.Random) -> str:
    return ".".join(str(draw.randint(0, 12)) for _ in range(draw.choice((2, 3))))


def text(draw: random.Random) -> str:
    return "".join(draw.choice("abc") for _ in range(draw.randint(2, 5)))


def number(draw: random.Random) -> int:
    return draw.randint(100, 999)


def items(draw: random.Random) -> list[int]:
    return [draw.randint(0, 2) for _ in range(4)]


@pytest.mark.parametrize(
    ("function", "drawn", "line"),
    [
        (newer, version, "return -1"),
        (longer, text, 'return "second"'),
        (heavier, number, "sum(int(c) for c in str(n))"),
        (points, items, "sum(xs)"),
    ],
)
def test_a_key_is_found(function: Callable[..., Any], drawn: Callable[[random.Random], Any], line: str) -> None:
    draw = random.Random(21)
    given = [(one := drawn(draw), one if draw.random() < 0.2 else drawn(draw)) for _ in range(24)]
    shown, held_out = given[:16], given[16:]
    result = synthesize(
        [(pair, function(*pair)) for pair in shown], inputs=held_out, max_candidates=500_000, timeout=None
    )
    assert result.predictions == [function(*pair) for pair in held_out]
    assert result.program is not None
    assert line in result.program.python()


def test_without_cases_no_key_is_looked_for() -> None:
    draw = random.Random(21)
    given = [(one := version(draw), one if draw.random() < 0.2 else version(draw)) for _ in range(24)]
    examples = [(pair, newer(*pair)) for pair in given[:16]]
    result = synthesize(examples, inputs=given[16:], max_candidates=200_000, timeout=None, without=["cases"])
    assert result.predictions != [newer(*pair) for pair in given[16:]]
