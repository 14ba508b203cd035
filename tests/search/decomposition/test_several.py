"""Several rows made of each."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize

from .helping import right

Examples = list[tuple[Any, Any]]

EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "an item of a list each": (
        [
            (
                [{"id": 1, "tags": ["a", "b"]}, {"id": 2, "tags": ["c"]}],
                [{"id": 1, "tag": "a"}, {"id": 1, "tag": "b"}, {"id": 2, "tag": "c"}],
            ),
            (
                [{"id": 5, "tags": ["d", "e", "f"]}],
                [{"id": 5, "tag": "d"}, {"id": 5, "tag": "e"}, {"id": 5, "tag": "f"}],
            ),
        ],
        [([{"id": 7, "tags": []}, {"id": 8, "tags": ["h"]}], [{"id": 8, "tag": "h"}])],
        'for row in rows for part in row["tags"]',
    ),
    "a part of a text each": (
        [
            ([["a", "x;y", 1], ["b", "z", 2]], [["a", "x", 1], ["a", "y", 1], ["b", "z", 2]]),
            ([["c", "u;v;w", 3]], [["c", "u", 3], ["c", "v", 3], ["c", "w", 3]]),
        ],
        [([["d", "p;q", 4]], [["d", "p", 4], ["d", "q", 4]])],
        '.split(";")',
    ),
    "a part of a text each, in lists of text": (
        [
            ([["a", "x;y"], ["b", "z"]], [["a", "x"], ["a", "y"], ["b", "z"]]),
            ([["c", "u;v;w"]], [["c", "u"], ["c", "v"], ["c", "w"]]),
        ],
        [([["d", "p;q"]], [["d", "p"], ["d", "q"]])],
        '.split(";")',
    ),
    "a row for each column": (
        [
            (
                [{"k": "n", "x": 3, "y": 5}, {"k": "s", "x": 2, "y": 8}],
                [
                    {"k": "n", "of": "x", "v": 3},
                    {"k": "n", "of": "y", "v": 5},
                    {"k": "s", "of": "x", "v": 2},
                    {"k": "s", "of": "y", "v": 8},
                ],
            ),
            ([{"k": "e", "x": 9, "y": 1}], [{"k": "e", "of": "x", "v": 9}, {"k": "e", "of": "y", "v": 1}]),
        ],
        [([{"k": "m", "x": 7, "y": 7}], [{"k": "m", "of": "x", "v": 7}, {"k": "m", "of": "y", "v": 7}])],
        '"v": row["x"]',
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_several(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)


def test_a_list_beside_the_rows_is_not_a_part_of_a_row() -> None:
    examples: Examples = [
        (([{"a": 1}, {"a": 2}], [7, 8]), [{"k": 1, "v": 7}, {"k": 1, "v": 8}, {"k": 2, "v": 7}, {"k": 2, "v": 8}]),
        (([{"a": 5}], [6, 9]), [{"k": 5, "v": 6}, {"k": 5, "v": 9}]),
    ]
    assert synthesize(examples, max_candidates=2000, timeout=None, guide=None).status == "solved"


def test_what_another_argument_holds_is_no_part_of_a_row() -> None:
    """The lists of another argument are not cut into rows; this was found by a drawn task."""
    examples = [(([True], [-2]), [[], [0]]), (([True, True], []), [[], []]), (([], [3]), [[], [1]])]
    assert synthesize(examples, max_candidates=5000, timeout=None, guide=None).status != "none"
