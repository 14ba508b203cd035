"""Decimals: their one form, their words in memory, and how Python's and JSON's numbers become decimals and back.

A decimal that enters or leaves a program is whole, or one that a double carries, written in the fewest digits: at most
17 significant ones. Between entering and leaving, the reference interpreter calculates with the 28
digits of Python's `decimal`, and the search with whole numbers of millionths, in words of the same size as its
integers. So what the search takes for equal may differ in the seventh place, and only the interpreter decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import Enum
from typing import Any

from ...support.errors import shortened
from .types import DECIMAL, LIMIT, Type, holds_any

PLACES = 6
"""Digits after the point of a decimal's word. With words up to 2^53 that leaves +-9 * 10^9: what a double carries."""
SCALE = 10**PLACES
MOST_DIGITS = 40
"""Decimals that are written with more digits are refused."""
EXACT_DIGITS = 15
"""So many significant digits survive the way through a double; what comes after them may be its noise."""
NOISELESS_DIGITS = 12
"""A number that noise has made longer has at most so many digits without it."""

PLAIN_TEXT = re.compile(r"(?!-0$)-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?", re.ASCII)
"""Most decimals as they are written: those in their one form already, of which there may be very many."""

EXACT = {int, bool, str, type(None), Decimal}
"""Classes of values without floats in them."""

WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)
SHORT = Context(prec=EXACT_DIGITS)


class Style(Enum):
    """What the decimals that a program returns are in Python."""

    FLOAT = "floats"
    SHORT = "floats, and integers where they are whole"
    EXACT = "decimals"


def plain(value: Decimal) -> Decimal:
    """The same number without zeros at the end, an exponent, or a negative zero: equal decimals become alike."""
    if not value:
        return Decimal(0)
    value = value.normalize(WIDE)
    _, _, exponent = value.as_tuple()
    return value.quantize(Decimal(1), context=WIDE) if isinstance(exponent, int) and exponent > 0 else value


def carried(value: Decimal) -> Decimal:
    """The decimal that a double carries of a number, without the noise that calculating with doubles leaves."""
    if len(value.as_tuple().digits) <= EXACT_DIGITS:
        return plain(value)
    short = plain(SHORT.plus(value))
    if len(short.as_tuple().digits) <= NOISELESS_DIGITS:
        return short
    return plain(Decimal(repr(float(value))))


def as_double(value: Decimal) -> Decimal:
    """The decimal that a double carries of an exact result, which has no noise; a whole one keeps all its digits.

    Whole numbers may be returned as integers, of which Python forgets no digit.
    """
    if len(value.as_tuple().digits) <= EXACT_DIGITS:
        return plain(value)
    return Decimal(int(value)) if value == value.to_integral_value() else plain(Decimal(repr(float(value))))


def decimal_of(value: Any) -> Decimal:
    """The decimal that an integer, a float or a decimal stands for.

    Raises
    ------
    TypeError
        If it is past the range of decimals, or not a number.
    """
    text = repr(value) if isinstance(value, float) else "" if isinstance(value, int) else str(value)
    if PLAIN_TEXT.fullmatch(text):
        return value if type(value) is Decimal else Decimal(text)
    number = Decimal(text or value)
    if not number.is_finite():
        raise TypeError(f"{value} is not a decimal")
    if len(number.as_tuple().digits) > MOST_DIGITS:
        raise TypeError(f"a decimal of more than {MOST_DIGITS} digits")
    if not in_range(number):
        raise TypeError(f"{shortened(str(number))} lies outside of +-9 * 10^9, the range of decimals")
    return carried(number)


def in_range(number: Decimal) -> bool:
    """Whether a number is not too large for a decimal."""
    return bool(abs(number) * SCALE <= LIMIT)


def holds_decimals(type_: Type) -> bool:
    """Whether there are decimals in the values of a type."""
    if type_.item is not None:
        return holds_decimals(type_.item)
    return type_ == DECIMAL or any(map(holds_decimals, type_.parts))


def mapped(function: Callable[[Any], Any], value: Any, type_: Type) -> Any:
    """A value of a type with a function applied to each of its decimals."""
    if holds_any(type_):
        return _mapped_anywhere(function, value)
    if not holds_decimals(type_):
        return value
    if value is None:
        return None
    if type_.is_optional:
        return mapped(function, value, type_.parts[0])
    if type_.is_record and isinstance(value, dict) and set(value) == set(type_.keys):
        return {key: mapped(function, item, type_.fields[key]) for key, item in value.items()}
    if type_.is_dict and isinstance(value, dict):
        return {key: mapped(function, item, type_.parts[1]) for key, item in value.items()}
    if type_.is_tuple and isinstance(value, list) and len(value) == len(type_.parts):
        return [mapped(function, item, part) for item, part in zip(value, type_.parts, strict=True)]
    if type_.item is not None and isinstance(value, list):
        if type_.item == DECIMAL:  # There may be very many of them.
            return [None if item is None else function(item) for item in value]
        return [mapped(function, item, type_.item) for item in value]
    return function(value)


def _mapped_anywhere(function: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, list):
        return [_mapped_anywhere(function, item) for item in value]
    return function(value) if isinstance(value, float | Decimal) else value


def read_as(value: Any, type_: Type) -> Any:
    """The value with its numbers made decimals where the type has decimals.

    Raises
    ------
    TypeError
        If one of them cannot be: see `decimal_of`.
    """
    return mapped(_number, value, type_)


def _number(value: Any) -> Any:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return decimal_of(value) if is_number else value


def returned(value: Any, type_: Type, style: Style = Style.FLOAT) -> Any:
    """The value of a type as it is returned to a caller, its decimals in a style."""
    return mapped(lambda number: _in_style(number, style), value, type_)


def _in_style(value: Any, style: Style) -> Any:
    if not isinstance(value, Decimal) or style is Style.EXACT:
        return value
    return int(value) if style is Style.SHORT and value == value.to_integral_value() else float(value)


def style_of(outputs: Any) -> Style:
    """The style of outputs as somebody gave them: decimals, or whole ones all written as integers, or floats."""
    given = list(_numbers(outputs))
    if any(isinstance(number, Decimal) for number in given):
        return Style.EXACT
    short = any(isinstance(number, int) for number in given) and not any(map(_is_whole_float, given))
    return Style.SHORT if short else Style.FLOAT


def _numbers(value: Any) -> Iterator[Any]:
    """The numbers in a value; of integers alone one stands for all."""
    if isinstance(value, list) and value and set(map(type, value)) == {int}:
        yield value[0]
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _numbers(item)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        yield value


def _is_whole_float(number: Any) -> bool:
    return isinstance(number, float) and number.is_integer()


def without_floats(value: Any) -> Any:
    """The value with decimals in the place of floats, which are within the range: what it has a type by.

    Raises
    ------
    TypeError
        For a float that is not a decimal: infinity, or none.
    """
    if isinstance(value, list):
        return value if set(map(type, value)) <= EXACT else [without_floats(item) for item in value]
    if isinstance(value, dict):
        return {key: without_floats(item) for key, item in value.items()}
    return decimal_of(value) if isinstance(value, float) else value


def word_of(value: Decimal) -> int:
    """The word of a decimal: its millionths, rounded half to even."""
    return int(WIDE.multiply(value, SCALE).to_integral_value(ROUND_HALF_EVEN))


def of_word(word: int) -> Decimal:
    """The decimal of a word."""
    return plain(Decimal(word).scaleb(-PLACES))
