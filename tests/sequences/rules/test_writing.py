"""Formulas as people write them."""

from __future__ import annotations

import pytest

from induce import parse
from induce.sequences.rules.writing import digits, polynomial_text, series_text, summed, written


@pytest.mark.parametrize(
    ("program", "formula"),
    [
        ("(n * n + n) // 2", "(n^2 + n)/2"),
        ("2 * power(n, 3) - 5", "2n^3 - 5"),
        ("n * (n + 1)", "n(n + 1)"),
        ("3 * power(2, n - 1) - 4", "3 * 2^(n - 1) - 4"),
        ("neg(n) * power(-1, n)", "(-n)(-1)^n"),
        ("power(n - 1, 9)", "(n - 1)^9"),
        ("1 - (n - 2)", "1 - (n - 2)"),
        ("product(one_to(n)) * n", "n!n"),
        ("at([1, 2, 3], n % 3) * n", "[1, 2, 3][n mod 3]n"),
    ],
)
def test_formulas(program: str, formula: str) -> None:
    assert written(parse(f"(n: Int) -> {program}").body) == formula


def test_quotients_are_rounded_where_they_must_be() -> None:
    assert written(parse("(n: Int) -> (n * n + 1) // 4").body, rounds=True) == "floor((n^2 + 1)/4)"
    assert written(parse("(n: Int) -> n // 2 + 1").body, rounds=True) == "floor(n/2) + 1"


def test_sums() -> None:
    assert summed([(2, "x"), (-1, "y"), (1, "")]) == "2x - y + 1"
    assert summed([]) == "0"
    assert series_text([1, -1, 0, 3]) == "1 - x + 3x^3"
    assert polynomial_text([0, 1, 2], "n") == "2n^2 + n"


def test_long_numbers_are_abridged() -> None:
    assert digits(-12) == "-12"
    assert digits(10**5000 + 42) == "10000000...00000042 (5001 digits)"
    assert digits(-(10**4999)) == "-10000000...00000000 (5000 digits)"
