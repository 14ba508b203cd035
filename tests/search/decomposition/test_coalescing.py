"""What is missing replaced by a constant or by another value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from induce import synthesize

from .helping import right

Examples = list[tuple[Any, Any]]

EXAMPLES: dict[str, tuple[Examples, Examples, str]] = {
    "a constant in a list": (
        [(["a", None, "b"], ["a", "n/a", "b"]), ([None, "c"], ["n/a", "c"])],
        [(["d", None], ["d", "n/a"])],
        '"n/a" if line is None else line',
    ),
    "zero among decimals": (
        [
            ([Decimal("1.5"), None], [Decimal("1.5"), Decimal("0.0")]),
            ([Decimal("0.5"), None, None], [Decimal("0.5"), Decimal("0.0"), Decimal("0.0")]),
        ],
        [([None, Decimal("2.5")], [Decimal("0.0"), Decimal("2.5")])],
        "Decimal(0) if x is None else x",
    ),
    "in a field of rows": (
        [
            ([{"p": 1}, {"p": None}], [{"p": 1}, {"p": 0}]),
            ([{"p": None}, {"p": 7}], [{"p": 0}, {"p": 7}]),
        ],
        [([{"p": None}, {"p": 3}], [{"p": 0}, {"p": 3}])],
        "is None else",
    ),
    "a constant": ([(4, 4), (None, -1), (8, 8)], [(7, 7), (None, -1)], "-1"),
    "another argument": ([((None, 4), 4), ((2, 9), 2), ((None, 7), 7)], [((None, 5), 5), ((1, 5), 1)], "is None"),
    "another list": (
        [(([1, None, 3], [4, 5, 6]), [1, 5, 3]), (([None, None], [7, 8]), [7, 8])],
        [(([None, 5], [2, 3]), [2, 5])],
        "[y if x is None else x for x, y in zip(xs, ys)]",
    ),
    "another field, which may be missing too": (
        [({"a": "1", "b": "2"}, "1"), ({"a": None, "b": "3"}, "3"), ({"a": "5", "b": None}, "5")],
        [({"a": None, "b": "9"}, "9"), ({"a": "8", "b": None}, "8")],
        "is None",
    ),
    "one of two that may both be missing": (
        [({"a": "1", "b": "2"}, "1"), ({"a": None, "b": "3"}, "3"), ({"a": None, "b": None}, None)],
        [({"a": None, "b": "9"}, "9"), ({"a": "8", "b": None}, "8")],
        "is None",
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_coalescing(name: str) -> None:
    examples, held_out, python = EXAMPLES[name]
    assert python in right(examples, held_out, candidates=400_000)


def test_a_list_is_not_filled_from_one_value_that_may_be_missing_as_well() -> None:
    examples: Examples = [(([1, None], 4), 7), (([None, 2], None), 3), (([5], 6), 1)]
    assert synthesize(examples, max_candidates=2000, timeout=None, guide=None).status != "solved"


def test_a_list_of_values_that_may_be_missing_is_not_replaced_by_one_such_value() -> None:
    examples = [(([3, None], 4), [3, 4]), (([None, 5], None), [0, 5]), (([None], 2), [2])]
    assert synthesize(examples, max_candidates=3000, timeout=None, guide=None).program is not None
