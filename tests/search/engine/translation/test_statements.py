"""Statements do the same compiled as in Python."""

# ruff: noqa: PLW0120
# mypy: disallow_untyped_defs = False, disallow_untyped_calls = False, disallow_incomplete_defs = False

from __future__ import annotations

from itertools import product

import pytest

from induce.search.engine.translation.kinds import INT, Untranslatable

from .running import VECTOR, agree, text_of

PAIRS = list(product(range(-3, 10), repeat=2))


def early(x, y):
    """A docstring."""
    if x < 0:
        return -1
    elif y == 0:
        return 0
    else:
        x += 1
    return x // y


def searching(x, y):
    for i in range(x):
        for j in range(y):
            if i * j == 6:
                return i
            if i + j > 9:
                break
            if j % 2:
                continue
            x -= 1
        if i == 5:
            return 50 + y
    return x


def stepping(x, y):
    total = 0
    while True:
        total += max(x, 1)
        if total % 7 == y % 7 and total < 20:
            total += 1
            continue
        if total > 25:
            break
    while total > 3 and total % 5 != 0:
        total -= 1
    return total


def ranges(x, y):
    total, i = 0, 100
    for i in range(x, y):
        total += i
    for i in range(y, x, -2):
        total = 3 * total + i
    for i in range(0, 20, abs(x) + 1):
        total -= i
    for _ in range(x, y, y - x):
        total += 1000
    return total + i


def over_tuple(x, y):
    total = 0
    for part in (x, y, x + y, -1):
        if part < 0:
            continue
        total = 10 * total + part
        if total > 500:
            break
    return total


def assigning(x, y):
    a = b = x
    a, b = b + 1, a + y
    (a, c), b = (b, a), 2 * b
    return a + 10 * b + 100 * c


def widening(x, y):
    flag = x > y
    for _ in range(3):
        flag = flag + y
    return flag


def exchanging(mem, x, y):
    mem[0], mem[1] = mem[1], mem[0]
    mem[x] += y
    mem[2] = mem[3] = x
    return mem[x]


@pytest.mark.parametrize("function", [early, searching, stepping, ranges, over_tuple, assigning, widening])
def test_statements_of_integers(function) -> None:
    if function is ranges:
        agree(function, *[(x, y) for x, y in PAIRS if x != y])
    else:
        agree(function, *PAIRS)


def test_items_of_an_array() -> None:
    agree(exchanging, ([4, 5, 6, 7, 8], 4, 9), ([4, 5, 6, 7, 8], 0, -9))


def not_a_loop(xs):
    for x in xs:
        return x
    return 0


def with_else(x):
    while x > 1:
        x -= 1
    else:
        x = 5
    return x


def trying(x):
    try:
        return x
    except ValueError:
        return 0


def without_end(x):
    if x > 0:
        return 1


def sometimes(x):
    if x > 0:
        return 1
    return


@pytest.mark.parametrize(
    ("function", "kind", "statement", "why"),
    [
        (not_a_loop, VECTOR, "for x in xs:", "a range, or over a tuple"),
        (with_else, INT, "while x > 1:", "no such statement"),
        (trying, INT, "try:", "no such statement"),
        (without_end, INT, "", "without_end may end without a result"),
        (sometimes, INT, "return", "different kinds"),
    ],
)
def test_other_statements_are_refused_with_their_line(function, kind, statement, why) -> None:
    with pytest.raises(Untranslatable, match=why) as found:
        text_of(function, kind)
    assert found.value.statement == statement
