"""Rows made of groups of rows."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right

Examples = list[tuple[Any, Any]]


def sold(*rows: tuple[str, str, int]) -> list[dict[str, Any]]:
    return [{"city": city, "month": month, "n": n} for city, month, n in rows]


EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "two keys": (
        [
            (
                sold(("x", "p", 3), ("x", "q", 4), ("x", "p", 5), ("y", "p", 1)),
                [["x", "p", 8], ["x", "q", 4], ["y", "p", 1]],
            ),
            (sold(("z", "q", 2), ("z", "q", 6)), [["z", "q", 8]]),
            (
                sold(("u", "p", 7), ("v", "p", 8), ("u", "p", 1), ("u", "q", 9)),
                [["u", "p", 8], ["v", "p", 8], ["u", "q", 9]],
            ),
        ],
        [(sold(("m", "p", 2), ("n", "q", 3), ("m", "p", 4)), [["m", "p", 6], ["n", "q", 3]])],
        "grouped_by_both",
    ),
    "a key and the values of its rows": (
        [
            ([["n", "a", "4"], ["n", "b", "6"], ["s", "b", "9"]], [["n", "4", "6"], ["s", "9"]]),
            ([["e", "a", "3"], ["e", "b", "2"], ["e", "c", "5"]], [["e", "3", "2", "5"]]),
        ],
        [([["q", "b", "1"], ["r", "a", "8"], ["q", "a", "0"]], [["q", "1", "0"], ["r", "8"]])],
        "[group[0][0]] + [row[2] for row in group]",
    ),
    "the mean": (
        [
            ([["a", 4], ["b", 7], ["a", 10]], [["a", 7], ["b", 7]]),
            ([["c", 3], ["c", 9], ["c", 6]], [["c", 6]]),
            ([["d", 8], ["e", 1], ["e", 5], ["d", 2]], [["d", 5], ["e", 3]]),
        ],
        [([["f", 12], ["g", 30], ["f", 18]], [["f", 15], ["g", 30]])],
        "len(",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_groups(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)
