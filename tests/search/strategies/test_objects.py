"""Scenes redrawn object by object."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

from induce import synthesize

Object = tuple[int, int, int]
"""A start, a size and a colour."""


def objects(xs: list[int]) -> list[Object]:
    found, start = [], 0
    for x, run in groupby(xs):
        size = len(list(run))
        if x:
            found.append((start, size, x))
        start += size
    return found


def painted(found: list[Object], n: int) -> list[int]:
    xs = [0] * n
    for start, size, colour in found:
        xs[max(start, 0) : min(start + size, n)] = [colour] * len(range(max(start, 0), min(start + size, n)))
    return xs


def scene(draw: random.Random) -> list[int]:
    """Objects of different sizes and neighbouring objects of different colours, with room around each."""
    sizes, colours = draw.sample(range(2, 7), draw.randint(3, 4)), draw.sample(range(1, 10), 4)
    rows = [[0] * draw.randint(3, 5) + [colour] * size for colour, size in zip(colours, sizes, strict=False)]
    return [x for row in rows for x in row] + [0] * 5


def longest(found: list[Object]) -> int:
    return max(size for _, size, _ in found)


CHANGES: dict[str, Callable[[list[Object]], list[Object]]] = {
    "the longest moves": lambda found: [(s + (k == longest(found)), k, c) for s, k, c in found],
    "every second one is erased": lambda found: found[::2],
    "numbered from the right": lambda found: [(s, k, len(found) - i) for i, (s, k, _) in enumerate(found)],
    "all of one size": lambda found: [(s, 4, c) for s, _, c in found],
    "moved by half their sizes": lambda found: [(s - k // 2, k, c) for s, k, c in found],
    "the last like the first": lambda found: [*found[:-1], (*found[-1][:2], found[0][2])],
    "what is longer than what is before it": lambda found: [
        (s, k, 3 if i and k > found[i - 1][1] else c) for i, (s, k, c) in enumerate(found)
    ],
    "the shortest like the longest": lambda found: [
        (s, k, max(found, key=lambda one: one[1])[2] if k == min(size for _, size, _ in found) else c)
        for s, k, c in found
    ],
    "longer, moved and numbered": lambda found: [(s + 1, k + 1, i + 1) for i, (s, k, _) in enumerate(found)],
}


def given(change: Callable[[list[Object]], list[Object]], count: int) -> list[tuple[Any, Any]]:
    draw = random.Random(5)
    inputs = [scene(draw) for _ in range(count)]
    return [(xs, painted(change(objects(xs)), len(xs))) for xs in inputs]


@pytest.mark.parametrize("name", CHANGES)
def test_objects_are_redrawn(name: str) -> None:
    examples = given(CHANGES[name], 8)
    asked = examples[4:]
    result = synthesize(examples[:4], inputs=[xs for xs, _ in asked], timeout=None, max_candidates=1_000_000)
    assert "drawn(" in str(result.program)
    assert result.predictions == [ys for _, ys in asked]


def test_without_it_they_are_not() -> None:
    examples = given(CHANGES["the longest moves"], 3)
    result = synthesize(examples, timeout=None, max_candidates=400_000, without=["objects"])
    assert all("drawn(" not in str(one.program) for one in result.found)


def test_what_happens_to_one_object_alone_is_not_learnt_by_heart() -> None:
    examples = given(lambda found: found, 3)
    xs, ys = examples[0]
    examples[0] = (xs, [23 if y == objects(xs)[1][2] else y for y in ys])
    result = synthesize(examples, timeout=None, max_candidates=400_000)
    assert all("drawn(" not in str(one.program) for one in result.found)
