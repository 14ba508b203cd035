"""Loops over a list of numbers that keep one number, and the most or the sum of it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from induce import synthesize
from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT, list_of
from induce.search.strategies.recurrences.scans import plain_ends, tracks_over

XS = Variable("xs", list_of(INT))


def best_part(xs: list[int]) -> int:
    best = run = xs[0]
    for x in xs[1:]:
        run = max(x, run + x)
        best = max(best, run)
    return best


def most_waiting(xs: list[int]) -> int:
    waiting = most = 0
    for x in xs:
        waiting = max(0, waiting + x)
        most = max(most, waiting)
    return most


def lowest(xs: list[int]) -> int:
    level = least = 0
    for x in xs:
        level = min(level, x) - x
        least = min(least, level)
    return least


@pytest.mark.parametrize(
    ("function", "lines"),
    [
        (best_part, ["        run = max(x, run + x)", "        best = max(best, run)"]),
        (most_waiting, ["        best = max(best, run)"]),
        (lowest, ["        least = min(least, run)"]),
    ],
)
def test_a_loop_is_found(function: Callable[[list[int]], int], lines: list[str]) -> None:
    draw = random.Random(4)
    lists = [[draw.randint(-9, 9) for _ in range(draw.randint(4, 10))] for _ in range(16)]
    shown, held_out = lists[:11], lists[11:]
    result = synthesize([(xs, function(xs)) for xs in shown], inputs=held_out, max_candidates=300_000, timeout=None)
    assert result.predictions == [function(xs) for xs in held_out]
    assert result.program is not None
    assert set(lines) <= set(result.program.python().split("\n"))


def test_a_loop_may_begin_with_the_first_item() -> None:
    lists = [[3, 1, 2], [5]]
    from_zero, from_first = tracks_over(XS, lists, [(), ()])
    assert [*from_zero.start.values] == [0, 0]
    assert from_zero.rests == [[(3,), (1,), (2,)], [(5,)]]
    assert [*from_first.start.values] == [3, 5]
    assert from_first.rests == [[(1,), (2,)], []]
    for known, wanted in ((from_first.over, [[1, 2], []]), (from_first.start, [3, 5])):
        assert [evaluate(known.express(), {"xs": xs}) for xs in lists] == wanted == [*known.values]


def test_of_an_empty_list_there_is_no_first_item() -> None:
    assert len([*tracks_over(XS, [[], [1, 2]], [(), ()])]) == 1


def test_ends_are_of_all_states() -> None:
    (ends,) = plain_ends().by_cost.values()
    assert [end.run(([4, -2, 7], 3)) for end in ends] == [7, -2, 9]
