"""Loops that make the items of a list one by one."""

from __future__ import annotations

from typing import Any

import pytest

from .finding import check_found

LOOPS: list[tuple[str, list[tuple[Any, Any]], Any, Any]] = [
    (
        "unfold",
        [((5, 3), [3, 7, 15, 31, 63]), ((3, 10), [10, 21, 43]), ((4, 0), [0, 1, 3, 7])],
        (2, 4),
        [4, 9],
    ),
    (
        "map",
        [([3, 1, 2], [[1, 2, 3], [1], [1, 2]]), ([2, 4], [[1, 2], [1, 2, 3, 4]])],
        [1, 2],
        [[1], [1, 2]],
    ),
    (
        "map",
        [([4, 10], "<4> <10>"), ([7], "<7>"), ([1, 15, 2], "<1> <15> <2>"), ([30, 9], "<30> <9>")],
        [6, 11],
        "<6> <11>",
    ),
    (
        "map",
        [([4, 6], ["no. 00", "no. 02"]), ([7, 22], ["no. 00", "no. 15"]), ([1, 5, 2], ["no. 00", "no. 04", "no. 01"])],
        [3, 15],
        ["no. 00", "no. 12"],
    ),
    (
        "filter",
        [
            ([[3, 5], [2, 6], [5, 5, 4, 4], [4]], [[3, 5], [5, 5, 4, 4]]),
            ([[2], [2, 3, 6, 4], [3], [5, 6, 4, 6]], [[2], [5, 6, 4, 6]]),
            ([[5, 5, 4], [6], [6, 3], [3]], [[5, 5, 4], [6, 3]]),
            ([[1, 1, 4], [1, 3, 1, 4], [4], [1, 3]], [[1, 1, 4], [1, 3]]),
            ([[3], [1, 3], [1], [2]], [[1, 3], [2]]),
        ],
        [[5, 3, 5], [5], [4, 4, 5, 4], [4, 6, 6]],
        [[4, 4, 5, 4], [4, 6, 6]],
    ),
]


@pytest.mark.bounds
@pytest.mark.parametrize(
    ("name", "examples", "asked", "expected"), LOOPS, ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_step_is_found(name: str, examples: list[tuple[Any, Any]], asked: Any, expected: Any) -> None:
    check_found(name, examples, asked, expected)
