"""Algebra modulo a prime brought back to fractions, and polynomials by differences."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from induce.sequences.rules.algebra import (
    PRIME,
    as_fraction,
    combination,
    factors,
    from_newton,
    interpolated,
    newton,
    relation,
    shortest_recurrence,
)


@given(st.fractions(max_denominator=10**30))
def test_fractions_come_back(value: Fraction) -> None:
    if abs(value.numerator) < 2**200:
        assert as_fraction(value.numerator * pow(value.denominator, -1, PRIME)) == value


@given(st.lists(st.integers(-99, 99), min_size=1, max_size=6), st.integers(-5, 5))
def test_differences_give_the_polynomial_and_its_values(coefficients: list[int], start: int) -> None:
    values = [sum(c * n**i for i, c in enumerate(coefficients)) for n in range(start, start + 12)]
    leading = newton(values, most=6)
    assert leading is not None
    assert from_newton(leading, 12) == values
    found = interpolated(leading, start)
    assert found == [Fraction(c) for c in coefficients][: len(found)]
    assert not any(coefficients[len(found) :])


def test_too_many_differences() -> None:
    assert newton([1, 0, 0, 0, 7], most=3) is None


def test_relations() -> None:
    assert relation([[1, 2, 3], [2, 4, 6]]) == [-2, 1]
    assert relation([[1, 0, 0], [0, 1, 0]]) is None
    assert combination([5, 7, 9], [[1, 1, 1], [0, 1, 2]]) == [Fraction(5), Fraction(2)]
    assert combination([5, 7, 10], [[1, 1, 1], [0, 1, 2]]) is None
    assert combination([1, 1], [[2, 2], [3, 3]]) is None


def test_shortest_recurrences() -> None:
    assert shortest_recurrence([0, 1, 1, 2, 3, 5]) == [Fraction(1), Fraction(1)]
    assert shortest_recurrence([5, 1, 2, 4, 8]) == [Fraction(2), Fraction(0)]
    assert shortest_recurrence([1, 0, 0, 7]) is None


def test_factors() -> None:
    assert factors([-2, 0, 2]) == (2, [([-1, 1], 1), ([1, 1], 1)])
