"""Local rules and sets of constants, solved for."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize

Rule = Callable[[list[int]], list[int]]


def weighted(weights: list[int]) -> Rule:
    def rule(xs: list[int]) -> list[int]:
        rim = [0] * (len(weights) // 2)
        padded = rim + xs + rim
        return [sum(w * y for w, y in zip(weights, padded[i:], strict=False)) for i in range(len(xs))]

    return rule


CODE = [4, 9, 1, 7, 3, 0, 2, 8, 5, 6]


def automaton(xs: list[int]) -> list[int]:
    """Of each neighbourhood of three zeros and ones, what an arbitrary table says."""
    padded = [0, *xs, 0]
    return [(0b01101001 >> (4 * padded[i] + 2 * padded[i + 1] + padded[i + 2])) & 1 for i in range(len(xs))]


RULES: list[tuple[str, Rule, int]] = [
    ("convolve", weighted([2, 0, -1, 3, 1]), 9),
    ("stencil", lambda xs: [CODE[x] for x in xs], 9),
    ("member", lambda xs: [x for x in xs if x in (2, 3, 8)], 9),
    ("", automaton, 1),
]


@pytest.mark.parametrize(("name", "rule", "most"), RULES, ids=["weights", "table", "set", "automaton"])
def test_a_rule_is_found(name: str, rule: Rule, most: int) -> None:
    draw = random.Random(3)
    inputs = [[draw.randint(0, most) for _ in range(draw.randint(8, 16))] for _ in range(16)]
    examples: list[tuple[Any, Any]] = [(xs, rule(xs)) for xs in inputs[:12]]
    result = synthesize(examples, inputs=inputs[12:], timeout=None, max_candidates=1_500_000)
    assert result.status == "solved"
    assert name in str(result.program)
    assert result.predictions == [rule(xs) for xs in inputs[12:]]


def test_a_table_must_pay_for_itself() -> None:
    """Three changes among three examples: any table that says so learns them by heart."""
    examples: list[tuple[Any, Any]] = [([41, 3], [7, 3]), ([5, 17], [5, 90]), ([88, 88, 2], [88, 88, 61])]
    result = synthesize(examples, timeout=None, max_candidates=300_000)
    assert all("stencil" not in str(one.program) for one in result.found)


SCENES = [
    ([0, 0, 5, 0, 0, 0, 2, 2, 2, 0, 0, 7, 0, 0, 0], [0, 5, 5, 5, 0, 0, 2, 2, 2, 0, 7, 7, 7, 0, 0]),
    ([0, 4, 0, 0, 0, 8, 0, 0, 0, 1, 1, 1, 0, 0], [4, 4, 4, 0, 8, 8, 8, 0, 0, 1, 1, 1, 0, 0]),
    ([0, 0, 9, 9, 9, 0, 0, 0, 3, 0, 0, 0, 6, 0], [0, 0, 9, 9, 9, 0, 0, 3, 3, 3, 0, 6, 6, 6]),
]


def test_a_picture_is_changed_by_patterns_that_know_no_colours() -> None:
    asked = [0, 3, 3, 3, 0, 0, 12, 0, 0, 0, 0, 9, 0]
    result = synthesize(SCENES, inputs=[asked], timeout=None, max_candidates=300_000)
    assert 'repaint(xs, ["..0*0", "0*0.."])' in str(result.program)
    assert result.predictions == [[0, 3, 3, 3, 0, 12, 12, 12, 0, 0, 9, 9, 9]]


def test_two_changes_make_no_patterns() -> None:
    examples = [([0, 0, 5, 0, 0, 0, 7, 7, 0], [0, 0, 0, 0, 0, 0, 7, 7, 0]), ([3, 3, 0, 8, 0], [3, 3, 0, 0, 0])]
    result = synthesize(examples, timeout=None, max_candidates=300_000)
    assert all("repaint" not in str(one.program) for one in result.found)
