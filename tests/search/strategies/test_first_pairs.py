"""The first two items that go together: their positions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from induce import synthesize

SUMS = [
    ([2, 7, 11, 15], 9), ([3, 2, 4], 6), ([3, 3], 6), ([1, 5, 8, 2], 10), ([4, 6, 1, 9], 5), ([10, 20, 5, 15], 35),
    ([7, 1, 3, 8], 11), ([6, 9, 2, 3], 3),
]  # fmt: skip
HELD_OUT = [([5, 2, 9, 4], 13), ([1, 2, 3], 3), ([8, 6, 7, 1], 8), ([9, 4, 1, 6], 5)]


def first(holds: Callable[[int, int, int], bool], otherwise: list[int]) -> Callable[[list[int], int], list[int]]:
    def found(xs: list[int], n: int) -> list[int]:
        return next(([i, j] for i, j in combinations(range(len(xs)), 2) if holds(xs[i], xs[j], n)), otherwise)

    return found


@pytest.mark.parametrize(
    ("holds", "otherwise", "python"),
    [
        (lambda x, y, n: x + y == n, [], "if xs[i] + xs[j] == n"),
        (lambda x, y, n: x + y == n, [-1, -1], "[-1, -1]"),
        (lambda x, y, n: x > y, [], "if xs[j] < xs[i]"),
    ],
)
def test_what_goes_together(holds: Callable[[int, int, int], bool], otherwise: list[int], python: str) -> None:
    function = first(holds, otherwise)
    examples = [(one, function(*one)) for one in SUMS]
    result = synthesize(examples, inputs=HELD_OUT, max_candidates=150_000, timeout=None)
    assert result.predictions == [function(*one) for one in HELD_OUT]
    assert result.program is not None
    assert "first_pair(" in str(result.program)
    assert python in result.program.python()


def test_a_difference_may_be_compared_with_a_number() -> None:
    function = first(lambda x, y, n: abs(x - y) < n, [])
    lists = [[1, 9, 5, 20, 7], [3, 4], [10, 2, 30, 29], [5, 50, 8], [60, 40, 20, 41], [7, 1, 6]]
    examples = [((xs, n), function(xs, n)) for xs in lists for n in (2, 4)]
    asked = [([9, 4, 5], 2), ([30, 60, 33, 61], 3)]
    result = synthesize(examples, inputs=asked, max_candidates=150_000, timeout=None)
    assert result.predictions == [function(*one) for one in asked]
    assert "abs(xs[i] - xs[j]) < n" in result.program.python()  # type: ignore[union-attr]
