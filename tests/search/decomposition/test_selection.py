"""Some of the rows, or all of them in another order."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right

Examples = list[tuple[Any, Any]]

EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "the rows with a text": (
        [
            ([["a", "ok"], ["b", "no"], ["c", "ok"]], [["a", "ok"], ["c", "ok"]]),
            ([["d", "no"], ["ok", "no"], ["e", "ok"]], [["e", "ok"]]),
        ],
        [([["f", "ok"], ["ok", "no"]], [["f", "ok"]])],
        '[row for row in rows if row[1] == "ok"]',
    ),
    "the rows without a text": (
        [
            ([{"n": "a", "of": "x"}, {"n": "b", "of": "y"}], [{"n": "a", "of": "x"}]),
            (
                [{"n": "c", "of": "y"}, {"n": "d", "of": "z"}, {"n": "e", "of": "x"}],
                [{"n": "d", "of": "z"}, {"n": "e", "of": "x"}],
            ),
        ],
        [([{"n": "f", "of": "q"}, {"n": "g", "of": "y"}], [{"n": "f", "of": "q"}])],
        'row["of"] != "y"',
    ),
    "rows with a number in one place": (
        [
            ([[1, 12], [3, 4], [5, 20]], [[1, 12], [5, 20]]),
            ([[2, 10], [7, 11]], [[7, 11]]),
            ([[19, 3], [8, 15], [4, 2]], [[8, 15]]),
        ],
        [([[3, 5], [4, 50]], [[4, 50]])],
        "[row for row in rows if row[-1] > 10]",
    ),
    "the two largest": (
        [
            ([["a", 2], ["b", 5], ["c", 9]], [["c", 9], ["b", 5]]),
            ([["d", 1], ["e", 3], ["f", 8], ["g", 4]], [["f", 8], ["g", 4]]),
        ],
        [([["h", 3], ["i", 7], ["j", 1]], [["i", 7], ["h", 3]])],
        "reverse=True)[:2]",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_selection(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)
