"""Of all constants that tell two numbers apart the one that a person would have chosen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.decimals import word_of
from induce.dsl.core.types import DECIMAL, INT
from induce.search.strategies.context.bounds import bound_in, roundest


@given(st.integers(-9999, 9999), st.integers(1, 500))
def test_a_bound_tells_the_ends_apart(low: int, gap: int) -> None:
    name, constant = bound_in(low, low + gap, INT, is_above=True)
    assert name == "lt"
    assert low <= constant.value < low + gap
    name, constant = bound_in(low, low + gap, INT, is_above=False)
    assert low < constant.value <= low + gap


@pytest.mark.parametrize(
    ("low", "high", "round_"), [(47, 63, 50), (-3, 8, 0), (18, 18, 18), (61, 69, 65), (93, 250, 200)]
)
def test_the_roundest(low: int, high: int, round_: int) -> None:
    assert roundest(low, high) == round_


def test_decimals_may_be_equal_to_the_bound() -> None:
    name, constant = bound_in(word_of(Decimal("18.4")), word_of(Decimal("18.5")), DECIMAL, is_above=True)
    assert (name, constant.value) in {("le", Decimal("18.5")), ("lt", Decimal("18.4"))}
