"""Values that look like others, and values that do not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.cost.likeness import all_alike, unlike

VALUES = st.one_of(st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=4), st.booleans())


@given(st.lists(VALUES, min_size=1, max_size=6), st.data())
def test_a_value_is_like_itself(values: list[Any], data: st.DataObject) -> None:
    assert unlike(values)(data.draw(st.sampled_from(values))) == 0


@pytest.mark.parametrize(
    ("values", "like", "other"),
    [
        ([3, 8], 20, -1),
        ([3, 8], 40, 500),
        ([1, 2], 7, 10**400),
        ([Decimal(2), Decimal(5)], Decimal(9), Decimal("2.5")),
        (["ab", "cd"], "x", "a b"),
        (["ab", "Cd"], "eF", "ef7"),
        (["ab", "cd"], "abcdefgh", ""),
        ([[1], [2, 3]], [4], []),
        ([[1], [2, 3]], [4], [-4]),
        ([["a"]], [["b"][0]], ["B"]),
        ([1, 4], 2, None),
    ],
)
def test_signs_kinds_and_sizes_are_compared(values: list[Any], like: Any, other: Any) -> None:
    assert unlike(values)(like) == 0
    assert unlike(values)(other) > 0


def test_truth_values_are_all_alike_in_kind() -> None:
    assert unlike([True, True])(False) == 0


def test_several_values_may_be_one() -> None:
    assert all_alike([[1], [1]])
    assert not all_alike([1, True])
    assert not all_alike([1])
