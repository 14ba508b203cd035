"""The longest stretch in which a condition holds."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import synthesize
from induce.search.strategies.streaks import longest_stretches


def longest_rise(xs: list[int]) -> list[int]:
    best, run = xs[:1], xs[:1]
    for x in xs[1:]:
        run = [*run, x] if x > run[-1] else [x]
        if len(run) > len(best):
            best = run
    return best


def longest_zeros(xs: list[int]) -> int:
    best = run = 0
    for x in xs:
        run = run + 1 if x == 0 else 0
        best = max(best, run)
    return best


def longest_even(xs: list[int]) -> list[int]:
    parts = [[*part] for is_even, part in groupby(xs, lambda x: x % 2 == 0) if is_even]
    return max(parts, key=len, default=[])


@pytest.mark.parametrize(
    ("function", "most", "lines"),
    [
        (
            longest_zeros,
            2,
            "    run = 0\n"
            "    best = run\n"
            "    for flag in [x == 0 for x in xs]:\n"
            "        run = run + 1 if flag else 0\n"
            "        best = max(best, run)\n"
            "    return best\n",
        ),
        (lambda xs: len(longest_rise(xs)), 9, "        run = run + 1 if flag else 1\n"),
        (longest_rise, 9, "    for flag in [x < y for x, y in zip(xs, xs[1:])]:\n"),
        (longest_even, 5, "    for flag in [x % 2 == 0 for x in xs]:\n"),
    ],
)
def test_a_stretch_is_found(function: Callable[[list[int]], Any], most: int, lines: str) -> None:
    draw = random.Random(7)
    lists = [[draw.randint(0, most) for _ in range(draw.randint(6, 14))] for _ in range(14)]
    shown, held_out = lists[:10], lists[10:]
    result = synthesize([(xs, function(xs)) for xs in shown], inputs=held_out, max_candidates=300_000, timeout=None)
    assert result.predictions == [function(xs) for xs in held_out]
    assert result.program is not None
    assert lines in result.program.python()


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=5))
def test_how_long_the_longest_stretches_are(rows: list[list[bool]]) -> None:
    expected = [max((len([*part]) for is_so, part in groupby(row) if is_so), default=0) for row in rows]
    assert longest_stretches(np.array(rows)).tolist() == expected


def test_nothing_is_said_of_no_items() -> None:
    assert longest_stretches(np.zeros((3, 0), np.bool_)).tolist() == [0, 0, 0]
