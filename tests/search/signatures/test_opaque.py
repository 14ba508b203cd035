"""Functions of lists of anything are found, and checked on the values themselves."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize

SHOWN: list[Any] = [
    [4, 7, 4],
    ["x", "y"],
    [5],
    ["k", "k", "b", "k"],
    [1, 2, 3, 4],
    [8, 6, 8, 9],
    ["c", "b", "b"],
    [2, 1, 1, 2, 2],
]
HELD: list[Any] = [["p", "q", "r", "p"], [9, 8], [True, False, True]]


@pytest.mark.parametrize(
    "function",
    [
        lambda xs: xs[::-1],
        lambda xs: xs[0],
        lambda xs: len(set(xs)) == len(xs),
        sorted,
        len,
        lambda xs: list(dict.fromkeys(xs)),
    ],
)
def test_found_and_printed(function: Any) -> None:
    result = synthesize([(xs, function(xs)) for xs in SHOWN], inputs=HELD, timeout=None, max_candidates=300_000)
    assert result.program is not None
    assert result.predictions == [function(xs) for xs in HELD]
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    for xs in [*SHOWN, *HELD]:
        assert (space["solve"](xs), type(space["solve"](xs))) == (function(xs), type(function(xs)))


def test_decimals_come_back_as_floats() -> None:
    shown: list[Any] = [[4, 7, 4], ["x", "y"], [2.5, 1.5], ["k", None, "b"]]
    result = synthesize([(xs, xs[::-1]) for xs in shown], inputs=[[0.5, 3.25]], timeout=None, max_candidates=100_000)
    assert result.predictions == [[3.25, 0.5]]


def test_two_lists_of_one_kind() -> None:
    pairs = [(([1, 2], [2, 1]), True), ((["a"], ["b"]), False), ((["p", "q", "q"], ["q", "q", "p"]), True),
             (([4, 5], [4, 4]), False), (([7], [7]), True)]  # fmt: skip
    asked = [(["u", "v"], ["v", "u"]), ([3, 4], [5, 4])]
    result = synthesize(pairs, inputs=asked, timeout=None, max_candidates=300_000)
    assert result.predictions == [True, False]


def test_arithmetic_is_not_for_values_of_any_kind() -> None:
    result = synthesize([([1, 2], 2), (["a"], "b"), ([5, 5], 6)], timeout=None, max_candidates=20_000)
    assert result.program is None or result.status == "partial"
    assert result.reason
