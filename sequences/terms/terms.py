"""The terms of a sequence, checked: integers of any size, or decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Integral, Real
from operator import index
from typing import Any

from ...support.errors import InputError
from ..rules.digits import all_digits
from ..rules.rule import Number

LEAST_TERMS = 3
MOST_DIGITS = 100_000
"""Python takes seconds to read an integer of more."""
INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
SEPARATOR = re.compile(r"\s*[,;]\s*|\s+")
"""Between the terms of a list."""
EXPECTED = "expected an integer or a decimal"


def is_number(text: str) -> bool:
    """Whether a text is an integer or a decimal."""
    return DECIMAL.fullmatch(text) is not None


def number_of(text: str, *, place: str) -> Number:
    """The number that a text stands for.

    Raises
    ------
    InputError
        If it stands for none, or one without end; `place` begins the message.
    """
    if not text:
        raise InputError(f"{place}: a missing value; {EXPECTED}")
    if not is_number(text):
        raise InputError(f"{place}: {text!r:.40} is not a valid number; {EXPECTED}")
    if len(text) > MOST_DIGITS:
        raise InputError(f"{place}: {len(text):,} characters; expected a number of at most {MOST_DIGITS:,}")
    if not INTEGER.fullmatch(text):
        return _finite(float(text), place)
    with all_digits():
        return int(text)


def terms_of(values: Iterable[object]) -> tuple[Number, ...]:
    """Values of Python, those of other libraries included, as the terms of a sequence.

    Raises
    ------
    InputError
        If there are fewer than `LEAST_TERMS`, or one is not a finite number.
    """
    if isinstance(values, str | bytes | Set | Mapping) or not isinstance(values, Iterable):
        raise InputError(f"terms: {_shown(values)} is not a valid sequence of numbers; expected a list of them")
    return checked([_number(value, f"terms[{i}]") for i, value in enumerate(values)], place="terms")


def checked(numbers: Sequence[Number], *, place: str) -> tuple[Number, ...]:
    """Numbers as the terms of a sequence: where one is a decimal, all are.

    Raises
    ------
    InputError
        If there are fewer than `LEAST_TERMS`, or an integer among decimals is too large to be one.
    """
    if len(numbers) < LEAST_TERMS:
        raise InputError(f"{place}: {len(numbers)} given; expected at least {LEAST_TERMS} terms")
    if all(isinstance(number, int) for number in numbers):
        return tuple(numbers)
    try:
        return tuple(float(number) for number in numbers)
    except OverflowError:
        raise InputError(f"{place}: an integer among decimals is too large; expected at most 1.8e308") from None


def _number(value: Any, place: str) -> Number:
    value = _scalar(value)
    if value is None:
        raise InputError(f"{place}: a missing value; {EXPECTED}")
    exact = _exact(value)
    if exact is not None and exact.denominator == 1:
        return exact.numerator
    if exact is None and (isinstance(value, Integral) or not isinstance(value, Real | Decimal)):
        raise InputError(f"{place}: {_shown(value)} is not a valid number; {EXPECTED}")
    try:
        return _finite(float(value if exact is None else exact), place)
    except OverflowError:  # Of a fraction.
        raise InputError(f"{place}: too large; expected a decimal of at most 1.8e308") from None


def _scalar(value: Any) -> Any:
    """The item of an array without dimensions; any other value as it is."""
    return value[()] if getattr(value, "shape", None) == () else value


def _exact(value: Any) -> Fraction | None:
    """The value of an integer or a rational number, of whatever library; None if it is not one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        small = value.is_finite() and -MOST_DIGITS < value.adjusted() < MOST_DIGITS
        return Fraction(value) if small else None
    with suppress(TypeError):
        return Fraction(index(value))
    try:
        return Fraction(index(value.numerator), index(value.denominator))
    except (AttributeError, TypeError):
        return None


def _finite(value: float, place: str) -> float:
    if not isfinite(value):
        raise InputError(f"{place}: {value} is not finite; {EXPECTED}")
    return value


def _shown(value: object) -> str:
    return " ".join(f"{value!r:.40}".split())
