"""Loops whose steps lead from one example to another."""

from __future__ import annotations

from typing import Any

import pytest

from .finding import check_found

LOOPS: list[tuple[str, list[tuple[Any, Any]], Any, Any]] = [
    (
        "fold",
        [
            ([], 0),
            ([5], 5),
            ([5, 2], 3),
            ([5, 2, 9], 6),
            ([5, 2, 9, 1], 5),
            ([7], 7),
            ([7, 7], 0),
            ([7, 7, 4], 4),
            ([1, 8], 7),
            ([1], 1),
            ([1, 8, 3], 4),
        ],
        [6, 1, 9, 9],
        5,
    ),
    (
        "iterate",
        [((0, 5), 5), ((1, 5), 7), ((2, 5), 11), ((3, 5), 19), ((0, 4), 4), ((1, 4), 5), ((2, 4), 7)],
        (4, 5),
        35,
    ),
]


@pytest.mark.bounds
@pytest.mark.parametrize(
    ("name", "examples", "asked", "expected"), LOOPS, ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_step_is_found(name: str, examples: list[tuple[Any, Any]], asked: Any, expected: Any) -> None:
    check_found(name, examples, asked, expected)
