"""When two values of Python are one answer.

A decimal that Python calculates has up to 28 digits, and one that induce predicts those that a double carries.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def alike(got: Any, expected: Any) -> bool:
    """Whether a value is the one expected: truth values are no numbers, and tuples no lists; 2.0 is as good as 2.

    Of two decimals only what a double carries of them counts, and so of an integer where Python gives a float: a
    program promises no more digits.
    """
    if isinstance(expected, list):
        return isinstance(got, list) and len(got) == len(expected) and all(map(alike, got, expected))
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(alike(got[key], value) for key, value in expected.items())
        )
    if isinstance(got, Decimal) and isinstance(expected, Decimal):
        return float(got) == float(expected)
    if isinstance(got, float) and isinstance(expected, int) and not isinstance(expected, bool):
        return got == _double(expected)  # A large decimal without a fraction is predicted as an integer.
    if _is_number(got) and _is_number(expected):
        return bool(got == expected)
    return type(got) is type(expected) and bool(got == expected)


def _double(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
