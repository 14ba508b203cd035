"""Programs that miss one example, and what they say of one that misses none."""

from __future__ import annotations

import math

import pytest

from induce import SearchOptions, Task, solve_task
from induce.search.answer.near_misses import NearMisses


def test_they_are_weighed_by_example() -> None:
    near = NearMisses(2)
    near.add([0, 3], 4)
    near.add([1, 1], 6)
    assert near.cheapest == [6, 4]
    assert near.weight == pytest.approx([2**-3, 3 * 2**-2 + 2**-3])
    assert [near.unstable(cost) for cost in (4, 5, 6, 7)] == [0, 1, 1, 2]
    assert near.odds(4) == pytest.approx(math.log2(0.5) + 2)
    assert NearMisses(2).odds(4) == -math.inf
    assert NearMisses(2, near.cheapest, near.weight) == near


def test_a_search_finds_those_of_its_bank() -> None:
    # Without the second example, the first item would do.
    task = Task.from_examples([([7, 3, 5, 1], 1), ([2, 9, 4, 3], 2), ([6, 8, 2], 2)])
    near = solve_task(task, SearchOptions(timeout=None, max_candidates=100_000, guide=None)).near_misses
    assert near is not None
    assert near.examples == 3
    last = Task.from_examples([([7, 3, 5], 3), ([2, 9, 4], 2), ([6, 8, 6], 8)])
    misses = solve_task(last, SearchOptions(timeout=None, max_candidates=20_000, guide=None)).near_misses
    assert misses is not None
    assert all(weight > 0 for weight in misses.weight)


def test_with_noise_nobody_looks() -> None:
    examples = [([n, n + 1], n) for n in range(5)]
    task = Task.from_examples([*examples, ([9, 9], 1)], noise=1)
    result = solve_task(task, SearchOptions(timeout=None, max_candidates=20_000, guide=None, noise=1))
    assert result.near_misses is None
    assert 0 <= result.confidence <= 1
