"""Local rules: what random arguments seldom come to."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse


def value(body: str, xs: list[int]) -> list[int]:
    found: list[int] = parse(f"(xs: List[Int]) -> {body}")(xs)
    return found


def test_weights_lie_around_the_item() -> None:
    assert value("convolve(xs, [1, 0, -1])", [5, 7, 9]) == [-7, -4, 7]
    assert value("convolve(xs, [2])", [5, 7]) == [10, 14]
    assert value("convolve(xs, [1, 1])", [5, 7, 9]) == [5, 12, 16]


def test_the_first_rule_that_fits_counts() -> None:
    assert value("stencil(xs, [[0, 1, 0, 5], [0, 1, 0, 6], [1, 1, 1, 2]])", [1, 0, 1, 1, 1]) == [5, 0, 1, 2, 1]
    assert value("stencil(xs, [[3, 8]])", [3, 4, 3]) == [8, 4, 8]
    assert value("stencil(xs, empty[List[List[Int]]])", [3, 4]) == [3, 4]


@pytest.mark.parametrize("rules", ["[[1, 2, 3]]", "[[1]]", "[[1, 2], [1, 2, 3, 4]]"])
def test_rules_are_of_one_odd_width(rules: str) -> None:
    with pytest.raises(Undefined):
        value(f"stencil(xs, {rules})", [1, 2])
