"""What the rows that have a certain value in one column say in another."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right

Examples = list[tuple[Any, Any]]


def told(*rows: tuple[str, str, int]) -> list[dict[str, Any]]:
    return [{"of": one, "key": key, "value": value} for one, key, value in rows]


EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "the value of a key": (
        [
            (told(("x", "a", 4), ("x", "b", 6)), 4),
            (told(("y", "b", 1), ("y", "a", 8)), 8),
            (told(("z", "c", 3), ("z", "b", 5), ("z", "a", 2)), 2),
        ],
        [(told(("w", "b", 7), ("w", "c", 4), ("w", "a", 9)), 9)],
        'next(row["value"] for row in rows if row["key"] == "a")',
    ),
    "nothing where the key is not": (
        [
            (told(("x", "a", 4), ("x", "b", 6)), 4),
            (told(("y", "b", 1), ("y", "a", 8)), 8),
            (told(("z", "c", 3), ("z", "b", 5)), None),
        ],
        [(told(("w", "b", 7)), None), (told(("w", "b", 7), ("v", "a", 1)), 1)],
        'next((row["value"] for row in rows if row["key"] == "a"), None)',
    ),
    "a total for each key": (
        [
            (told(("x", "a", 4), ("x", "b", 6), ("u", "a", 3)), {"a": 7, "b": 6}),
            (told(("y", "b", 1), ("y", "b", 8), ("y", "a", 2)), {"a": 2, "b": 9}),
        ],
        [(told(("z", "b", 5), ("z", "b", 2), ("z", "b", 3)), {"a": 0, "b": 10})],
        '"a": sum(row["value"] for row in rows if row["key"] == "a")',
    ),
    "how many": (
        [
            (told(("x", "a", 4), ("x", "b", 6), ("u", "a", 3)), 2),
            (told(("y", "b", 1), ("y", "b", 8), ("y", "a", 2)), 1),
            (told(("z", "b", 5), ("z", "c", 2)), 0),
        ],
        [(told(("w", "a", 5), ("v", "a", 2), ("v", "a", 7), ("u", "b", 1)), 3)],
        '== "a"',
    ),
    "of the row with the most": (
        [
            (told(("x", "a", 4), ("y", "b", 6), ("u", "a", 3)), "y"),
            (told(("v", "b", 9), ("w", "b", 8)), "v"),
            (told(("z", "b", 5), ("t", "c", 7), ("s", "a", 1)), "t"),
        ],
        [(told(("q", "a", 5), ("r", "a", 7)), "r")],
        'max(rows, key=lambda row: row["value"])["of"]',
    ),
    "wide": (
        [
            ([["n", "a", 4], ["n", "b", 6], ["s", "b", 9], ["s", "a", 1]], [["n", 4, 6], ["s", 1, 9]]),
            ([["e", "a", 3], ["e", "b", 2]], [["e", 3, 2]]),
            ([["w", "b", 8], ["w", "a", 7], ["m", "a", 5], ["m", "b", 2]], [["w", 7, 8], ["m", 5, 2]]),
        ],
        [([["q", "b", 11], ["q", "a", 10]], [["q", 10, 11]])],
        'next(x for _, word, x in group if word == "a")',
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_lookups(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)
