"""Operators and functions of numbers: as in Python, but for what does not fit into 64 bits."""

# mypy: disallow_untyped_defs = False, disallow_untyped_calls = False, disallow_incomplete_defs = False

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.engine.translation.kinds import FLOAT, INT, Untranslatable

from .running import compiled, text_of

LEAST = -(2**63)
words = st.integers(LEAST, -LEAST - 1) | st.integers(-4, 4) | st.sampled_from([LEAST, LEAST + 1, -LEAST - 1])


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x // y


def remainder(x, y):
    return x % y


def bits(x, y):
    return (x & y) ^ (x | ~y)


def shifts(x, y):
    return (x << (y & 63)) - (x >> (y & 63))


def extremes(x, y):
    return min(x, y, 5) - max(y, x)


def magnitude(x, y):
    return abs(x) - -y


def compared(x, y):
    return (x < y) + 2 * (x <= y) + 4 * (x > y) + 8 * (x >= y) + 16 * (x == y) + 32 * (x != y) + 64 * (not x)


def as_float(x, y):
    return (1 if float(x) * float(y) > 9.1e15 else 0) + (2 if abs(float(x) / 3.0 - y) <= 2 else 0) + int(x / 4)


FUNCTIONS: list[Callable[..., int]] = [
    add, subtract, multiply, divide, remainder, bits, shifts, extremes, magnitude, compared, as_float,
]  # fmt: skip
FAST = {function: compiled(function, INT, INT) for function in FUNCTIONS}


def wrapped(value: int) -> int:
    """What is left of a number in 64 bits."""
    return (value - LEAST) % 2**64 + LEAST


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
@given(x=words, y=words)
def test_integers(function: Callable[..., int], x: int, y: int) -> None:
    if function in (divide, remainder) and y == 0:
        assert FAST[function](x, y) == 0
    else:
        assert FAST[function](x, y) == wrapped(function(x, y))


def of_floats(x, y):
    return min(x, y) + max(x, 2 * y) - abs(x - y) / 2 + float(x > 1) - (-x)


def test_floats() -> None:
    fast = compiled(of_floats, FLOAT, FLOAT)
    for x in (-1.5, 0.0, 2.25):
        for y in (0.5, 4.0):
            assert fast(x, y) == of_floats(x, y)


def floored(x):
    return float(x) // 2.0


def powers(x):
    return x**2


def large(x):
    return 10**9 + x


def test_what_has_no_instruction_is_refused() -> None:
    for function in (floored, powers):
        with pytest.raises(Untranslatable, match="no such operator"):
            text_of(function, INT)
    assert compiled(large, INT)(1) == 10**9 + 1
