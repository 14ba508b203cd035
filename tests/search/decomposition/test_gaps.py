"""Outputs and inputs that may be missing."""

from __future__ import annotations

from typing import Any

import pytest

from .helping import right, solved

EXAMPLES: dict[str, tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]] = {
    "missing stays missing": ([("ab", "AB"), (None, None), ("xy", "XY")], [("q", "Q"), (None, None)]),
    "missing becomes a constant": ([("ab", "ab"), (None, "?"), ("xy", "xy")], [("q", "q"), (None, "?")]),
    "a mark for missing": ([("n/a", None), ("ab", "AB"), ("xy", "XY")], [("n/a", None), ("q", "Q")]),
    "empty becomes missing": ([("", None), ("ab", "ab"), ("xy", "xy")], [("", None), ("q", "q")]),
    "a field may be missing": (
        [({"a": 1, "b": None}, 1), ({"a": 2, "b": 5}, 5), ({"a": 9, "b": 4}, 4), ({"a": 3, "b": None}, 3)],
        [({"a": 7, "b": None}, 7), ({"a": 7, "b": 6}, 6)],
    ),
    "a sum of what is there": ([([1, None, 3], 4), ([None, 2], 2), ([5, 5], 10)], [([7, None, 1], 8)]),
    "fill with zero": ([([1, None], [1, 0]), ([None, 4], [0, 4])], [([None, 8], [0, 8])]),
    "fill down": ([([1, None, 2], [1, 1, 2]), ([4, None, None], [4, 4, 4])], [([6, None], [6, 6])]),
    "where they are": ([([1, None], [False, True]), ([None], [True])], [([3, None], [False, True])]),
    "items that stay missing": ([([1, None, 3], [2, None, 6]), ([None, 4], [None, 8])], [([None, 5], [None, 10])]),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_gaps(name: str) -> None:
    right(*EXAMPLES[name])


def test_a_prediction_may_be_missing() -> None:
    result = solved([("ab", "AB"), (None, None), ("xyz", "XYZ")], inputs=[None, "q"])
    assert result.predictions == [None, "Q"]
    assert result.outcomes == [None, "Q"]
    assert not result.notes


def test_always_missing() -> None:
    assert solved([(1, None), (2, None)]).predictions == []


def test_what_is_undefined_is_told_apart_from_what_is_missing() -> None:
    result = solved([(["ab"], "ab"), (None, None), (["xy", "z"], "xy")], inputs=[None, ["q"], []])
    assert result.predictions == [None, "q", None]
    assert result.to_json()["undefined"] == [2]


def test_a_long_text_does_not_stand_for_what_is_missing() -> None:
    examples = [("size 12, red", 12), ("no size is known for this one", None), ("blue, size 7", 7), ("size 30", 30)]
    python = right(examples, [("size 18, grey", 18)])
    assert "known for this" not in python
