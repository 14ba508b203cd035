"""Numbers that become the terms of a sequence, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from flint import fmpq, fmpz
from hypothesis import given
from hypothesis import strategies as st

from induce import InputError
from induce.sequences.terms.terms import MOST_DIGITS, number_of, terms_of


@pytest.mark.parametrize(
    ("values", "terms"),
    [
        ([1, 4, 9], (1, 4, 9)),
        (range(3), (0, 1, 2)),
        ((1, 2.5, 3), (1.0, 2.5, 3.0)),
        (np.array([1, 2, 3]), (1, 2, 3)),
        (np.array([0.5, 1, 2], dtype=np.float32), (0.5, 1.0, 2.0)),
        (iter([Fraction(1, 2), 1, 2]), (0.5, 1.0, 2.0)),
        ([10**400, 1, 2], (10**400, 1, 2)),
        ([fmpz(10**400), fmpz(1), 2], (10**400, 1, 2)),
        ([fmpq(8, 2), fmpq(9), 16], (4, 9, 16)),
        ([fmpq(1, 2), 1, 2], (0.5, 1.0, 2.0)),
        ([Fraction(8, 2), Fraction(9), 16], (4, 9, 16)),
        ([Fraction(10**400), 1, 2], (10**400, 1, 2)),
        ([Decimal(4), Decimal("9.00"), Decimal("1.6e1")], (4, 9, 16)),
        ([Decimal("0.1"), Decimal(1), 2], (0.1, 1.0, 2.0)),
        ([1.0, 2.0, 3.0], (1.0, 2.0, 3.0)),
        ([np.int8(1), np.uint64(2**64 - 1), np.array(3)], (1, 2**64 - 1, 3)),
        ([np.array(0.5), np.float32(0.25), np.float16(2)], (0.5, 0.25, 2.0)),
    ],
)
def test_values_of_python(values: Any, terms: tuple[Any, ...]) -> None:
    found = terms_of(values)
    assert found == terms
    assert [type(one) for one in found] == [type(one) for one in terms]


@pytest.mark.parametrize(
    ("library", "whole", "rational"),
    [("sympy", "Integer", "Rational"), ("gmpy2", "mpz", "mpq"), ("flint", "fmpz", "fmpq")],
)
def test_numbers_of_other_libraries(library: str, whole: str, rational: str) -> None:
    module = pytest.importorskip(library)
    integer, fraction = getattr(module, whole), getattr(module, rational)
    for values in ([integer(10**30), fraction(8, 2), 9], [10**30, Fraction(8, 2), fraction(9)]):
        found = terms_of(values)
        assert (found, {type(one) for one in found}) == ((10**30, 4, 9), {int})
    assert terms_of([fraction(1, 2), integer(1), 2]) == (0.5, 1.0, 2.0)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([], "terms: 0 given; expected at least 3 terms"),
        ([1, 2], "terms: 2 given; expected at least 3 terms"),
        ("1 4 9", "terms: '1 4 9' is not a valid sequence of numbers; expected a list of them"),
        ({1, 2, 3}, "terms: {1, 2, 3} is not a valid sequence of numbers; expected a list of them"),
        ({1: 4, 2: 9, 3: 16}, "terms: {1: 4, 2: 9, 3: 16} is not a valid sequence of numbers; expected a list of them"),
        (7, "terms: 7 is not a valid sequence of numbers; expected a list of them"),
        ([1, None, 3], "terms[1]: a missing value; expected an integer or a decimal"),
        ([1, 2, True], "terms[2]: True is not a valid number; expected an integer or a decimal"),
        ([1, 2, np.bool_(True)], "is not a valid number"),
        ([1, "2", 3], "terms[1]: '2' is not a valid number; expected an integer or a decimal"),
        ([[1], 2, 3], "terms[0]: [1] is not a valid number; expected an integer or a decimal"),
        ([Decimal("nan"), 2, 3], "terms[0]: nan is not finite"),
        ([Decimal("-Infinity"), 2, 3], "terms[0]: -inf is not finite"),
        ([Decimal("1e999999999999"), 2, 3], "terms[0]: inf is not finite"),
        ([1j, 2, 3], "terms[0]: 1j is not a valid number"),
        ([np.array(True), 2, 3], "is not a valid number"),
        ([np.array([1]), 2, 3], "terms[0]: array([1]) is not a valid number"),
        ([np.timedelta64(5, "D"), 2, 3], "is not a valid number"),
        ([np.timedelta64(5, "ns"), 2, 3], "is not a valid number"),
        ([np.datetime64("2020-01-01"), 2, 3], "is not a valid number"),
        ([1.0, float("nan"), 3], "terms[1]: nan is not finite; expected an integer or a decimal"),
        ([1, 2, float("-inf")], "terms[2]: -inf is not finite; expected an integer or a decimal"),
        ([Fraction(10**400, 3), 1, 2], "terms[0]: too large; expected a decimal of at most 1.8e308"),
        ([10**400, 0.5, 1], "terms: an integer among decimals is too large; expected at most 1.8e308"),
    ],
)
def test_what_is_refused(values: Any, message: str) -> None:
    with pytest.raises(InputError) as raised:
        terms_of(values)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@given(st.integers())
def test_integers_are_read_as_they_are_written(value: int) -> None:
    assert number_of(str(value), place="here") == value
    assert type(number_of(str(value), place="here")) is int


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_decimals_are_read_as_they_are_written(value: float) -> None:
    assert number_of(repr(value), place="here") == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "here: a missing value"),
        ("x", "here: 'x' is not a valid number"),
        ("1/2", "here: '1/2' is not a valid number"),
        ("1_000", "here: '1_000' is not a valid number"),
        ("٣", "is not a valid number"),
        ("nan", "here: 'nan' is not a valid number"),
        ("Infinity", "here: 'Infinity' is not a valid number"),
        ("1e999", "here: inf is not finite"),
        ("9" * (MOST_DIGITS + 1), "here: 100,001 characters; expected a number of at most 100,000"),
    ],
)
def test_texts_that_are_no_numbers(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        number_of(text, place="here")
    assert message in str(raised.value)
    assert len(str(raised.value)) < 120


def test_very_long_integers() -> None:
    assert number_of("1" + "0" * 9_999, place="here") == 10**9_999
