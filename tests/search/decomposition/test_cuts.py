"""Texts with a piece for each row, and rows made of pieces of a text."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right

Examples = list[tuple[Any, Any]]

EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "a table as text": (
        [
            ({"w": 3, "h": 8}, "w=3; h=8"),
            ({"top": 12}, "top=12"),
            ({"x": 1, "y": 2, "z": 40}, "x=1; y=2; z=40"),
        ],
        [({"left": 7, "right": 19}, "left=7; right=19")],
        '"; ".join(',
    ),
    "text as a table": (
        [
            ("w=3m; h=8m", {"w": "3m", "h": "8m"}),
            ("top=on", {"top": "on"}),
            ("x=1; y2=20; z=u40", {"x": "1", "y2": "20", "z": "u40"}),
        ],
        [("left=7; right=19px", {"left": "7", "right": "19px"})],
        'for x in s.split("; ")}',
    ),
    "lines as records": (
        [
            ("Ida,Rome\nBo,Oslo", [{"name": "Ida", "town": "Rome"}, {"name": "Bo", "town": "Oslo"}]),
            ("Cy,Bern", [{"name": "Cy", "town": "Bern"}]),
            ("Al,Nice\nEd,Kiel\nJo,Linz", [
                {"name": "Al", "town": "Nice"}, {"name": "Ed", "town": "Kiel"}, {"name": "Jo", "town": "Linz"},
            ]),
        ],
        [("Uma,Graz\nVi,Metz", [{"name": "Uma", "town": "Graz"}, {"name": "Vi", "town": "Metz"}])],
        '"name": x.partition(",")[0]',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_found_and_right_on_others(name: str) -> None:
    train, test, source = EXAMPLES[name]
    assert source in right(train, test, candidates=600_000)
