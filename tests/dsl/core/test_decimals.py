"""Decimals: their one form, their words, and the way from Python's numbers and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.decimals import (
    SCALE,
    Style,
    carried,
    decimal_of,
    of_word,
    plain,
    read_as,
    returned,
    style_of,
    word_of,
)
from induce.dsl.core.types import DECIMAL, LIMIT, STR, list_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2.50", "2.5"), ("100", "100"), ("1E+2", "100"), ("-0.0", "0"), ("0", "0"), ("-1.20", "-1.2")],
)
def test_equal_decimals_become_alike(written: str, shown: str) -> None:
    assert str(plain(Decimal(written))) == shown


@pytest.mark.parametrize(
    ("given_", "value"),
    [
        (0.1 + 0.2, "0.3"),
        (1.1 * 3, "3.3"),
        (sum([0.1] * 10), "1"),
        (5 / 3, "1.6666666666666667"),
        (Decimal(10) / 3, "3.3333333333333335"),
        (123456.789, "123456.789"),
        (7, "7"),
    ],
)
def test_what_a_number_stands_for(given_: Any, value: str) -> None:
    """The noise of binary arithmetic goes, and what a double carries stays."""
    assert str(decimal_of(given_)) == value


@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_decimal_of_fifteen_digits_survives(value: Decimal) -> None:
    assert carried(value) == value
    assert decimal_of(float(value)) == value


@given(st.integers(-LIMIT, LIMIT))
def test_a_word_is_the_number_of_millionths(word: int) -> None:
    assert word_of(of_word(word)) == word
    assert of_word(word) * SCALE == word


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_other_places_are_rounded_half_to_even(dividend: int, divisor: int) -> None:
    assert word_of(Decimal(dividend) / divisor) == round(Decimal(dividend) / divisor, 6) * SCALE


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (float("nan"), "nan is not a decimal"),
        (float("-inf"), "-inf is not a decimal"),
        (Decimal("sNaN"), "sNaN is not a decimal"),
        (1e10, "lies outside of"),
        (Decimal("1E+400"), "lies outside of"),
        (Decimal(10**400), "a decimal of more than 40 digits"),
        (Decimal("0." + "1" * 400), "a decimal of more than 40 digits"),
    ],
)
def test_what_is_not_a_decimal(value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        decimal_of(value)


def test_numbers_are_read_where_a_type_has_decimals() -> None:
    assert read_as([[1, 2.5], []], list_of(list_of(DECIMAL))) == [[Decimal(1), Decimal("2.5")], []]
    assert read_as("1.5", STR) == "1.5"
    assert read_as([True, "a"], list_of(DECIMAL)) == [True, "a"]  # Left to whoever checks types.


@pytest.mark.parametrize(
    ("outputs", "style"),
    [
        ([1.5, 2.0], Style.FLOAT),
        ([1.5, 2], Style.SHORT),
        ([[1, 2.5], [3]], Style.SHORT),
        ([1, 2.0, 2.5], Style.FLOAT),
        ([Decimal("1.5"), 2], Style.EXACT),
        (["a"], Style.FLOAT),
    ],
)
def test_the_style_of_outputs(outputs: list[Any], style: Style) -> None:
    assert style_of(outputs) is style


def test_what_is_returned_in_a_style() -> None:
    values = [Decimal(2), Decimal("2.5")]
    assert list(map(repr, returned(values, list_of(DECIMAL)))) == ["2.0", "2.5"]
    assert list(map(repr, returned(values, list_of(DECIMAL), Style.SHORT))) == ["2", "2.5"]
    assert returned(values, list_of(DECIMAL), Style.EXACT) == values
