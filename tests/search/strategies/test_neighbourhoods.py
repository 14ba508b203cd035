"""Patterns learnt from what becomes of the items in the middle of neighbourhoods."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from induce.dsl.core.patience import OutOfTime, until
from induce.dsl.primitives.scenes import repaint
from induce.search.strategies.neighbourhoods import patterns_of


def learnt(width: int, examples: list[tuple[list[int], list[int]]]) -> list[str] | None:
    """The patterns of a width."""
    rim = [0] * (width // 2)
    before = [[*rim, *xs, *rim][i : i + width] for xs, _ in examples for i in range(len(xs))]
    after = [y for _, ys in examples for y in ys]
    example_of = [number for number, (xs, _) in enumerate(examples) for _ in xs]
    found = patterns_of(np.array(before), np.array(after), np.array(example_of))
    return None if found is None else found[1]


def scenes(count: int, sizes: list[int], *, seed: int = 1) -> list[list[int]]:
    """Items of some colours in runs, with three zeros at least around each."""
    draw = random.Random(seed)
    return [
        [x for _ in range(4) for x in [0] * draw.randint(3, 4) + [draw.randint(1, 9)] * draw.choice(sizes)] + [0] * 3
        for _ in range(count)
    ]


def learnt_of(patterns: list[str], width: int, sizes: list[int], count: int = 3) -> list[str] | None:
    return learnt(width, [(xs, repaint(xs, patterns)) for xs in scenes(count, sizes)])


@pytest.mark.parametrize(
    ("patterns", "width", "sizes"),
    [
        (["..0*0", "0*0.."], 5, [1, 3]),
        (["*0.", ".0*"], 3, [1, 2, 3]),
        (["0x0 0"], 3, [1, 2, 3]),
        (["xxx 0"], 3, [1, 3, 4]),
        (["x0. 4"], 3, [1, 2, 3]),
        (["0*.0..."], 7, [2, 4]),
    ],
)
def test_patterns_are_learnt(patterns: list[str], width: int, sizes: list[int]) -> None:
    found = learnt_of(patterns, width, sizes)
    assert found is not None
    assert len(found) == len(patterns)
    for xs in scenes(5, sizes, seed=2):
        coloured = [x and 10 * x for x in xs]
        assert repaint(coloured, found) == repaint(coloured, patterns)


def test_an_item_may_be_told_by_how_it_is_unlike_its_neighbours() -> None:
    lists = [[1, 1, 2, 0, 3, 4, 4, 4, 1], [5, 0, 0, 7, 7, 3, 2, 2, 0], [6, 1, 1, 1, 8, 5, 5, 0, 2]]
    assert learnt(3, [(xs, repaint(xs, ["!x! 9"])) for xs in lists]) == ["!x! 9"]


def test_a_narrow_neighbourhood_may_not_tell() -> None:
    assert learnt_of(["..0*0", "0*0.."], 3, [1, 3]) is None
    assert learnt_of(["..0*0", "0*0.."], 5, [1, 3]) is not None


def test_what_happens_in_one_example_is_no_pattern() -> None:
    xs = scenes(1, [1, 1, 2])[0]
    others = scenes(2, [2, 3])
    examples = [(xs, repaint(xs, ["0x0 0"])), *((ys, ys) for ys in others)]
    assert learnt(3, examples) is None


def test_a_pattern_must_pay_for_itself() -> None:
    """Two changes say less than the patterns that would tell them from all else."""
    xs, ys = [0, 0, 3, 0, 5, 5, 0, 4, 4, 4, 0, 0], [0, 2, 2, 0, 0, 6, 0, 0, 1, 1, 1, 0]
    examples = [(xs, repaint(xs, ["0xx0. 0"])), (ys, repaint(ys, ["0xx0. 0"]))]
    assert [a for a, b in examples] != [b for a, b in examples]
    assert learnt(5, examples) is None


@pytest.mark.parametrize("seed", range(5))
def test_what_was_drawn_at_random_is_not_learnt_by_heart(seed: int) -> None:
    draw = random.Random(seed)
    lists = [[draw.choice([0, 0, 1, 2, 3]) for _ in range(12)] for _ in range(3)]
    change: Callable[[int], int] = lambda x: draw.choice([0, x, x, x, 4])  # noqa: E731
    examples = [(xs, [change(x) for x in xs]) for xs in lists]
    assert [learnt(width, examples) for width in (3, 5, 7)] == [None] * 3


def test_patterns_are_looked_for_until_the_time_is_over() -> None:
    with pytest.raises(OutOfTime), until(0.0):
        learnt_of(["..0*0", "0*0.."], 5, [1, 3])
