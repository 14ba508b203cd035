"""How large values may be. Past these bounds they are undefined, so that work grows with inputs, not with numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from .decimals import SCALE
from .types import LIMIT

MAX_LENGTH = 100_000
"""No value of the language has more items than this; longer ones are undefined."""

MAX_SIZE = 1_000_000
"""So much memory a value may take with all its rows, in units of about 32 bytes: an item takes one."""

MAX_BITS = 400_000
"""Exact integers have no more, so that repeated squaring ends."""

MOST_DECIMAL = Decimal(LIMIT) / SCALE
"""The largest decimal, about 9 * 10^9."""

UNIT_BITS, UNIT_CHARACTERS = 256, 32
"""Of large integers and of text that take as much memory as one item."""


def within_bounds(value: Any, *, exact: bool = False) -> bool:
    """Whether a value is one of the language by its integers, lengths and size; `exact` integers may be far larger."""
    return _left(value, MAX_SIZE, exact=exact) >= 0


def gathered(values: Iterable[Any]) -> list[Any]:
    """The values as a list, of which no more are made than a list may hold.

    Raises
    ------
    ValueError
        If they are too large together.
    """
    found: list[Any] = []
    left = MAX_SIZE
    for value in values:
        left = _left(value, left, exact=True)
        if left < 0 or len(found) == MAX_LENGTH:
            raise ValueError("too many or too large items")
        found.append(value)
    return found


def _left(value: Any, size: int, *, exact: bool) -> int:
    """What a value leaves of a size; negative if that is too little for it, or the value is out of bounds."""
    if isinstance(value, list):
        if len(value) > MAX_LENGTH:
            return -1
        size -= 1
        if value and isinstance(value[0], int | Decimal) and _are_small(value):
            return size - len(value)  # As below, and several times faster.
        for item in value:
            size = _left(item, size, exact=exact)
            if size < 0:
                break
        return size
    if isinstance(value, dict):
        size -= 1
        for key in value:
            size = _left(key, size, exact=exact)
        for item in value.values():
            size = _left(item, size, exact=exact)
        return size
    if isinstance(value, str):
        return size - 1 - len(value) // UNIT_CHARACTERS if len(value) <= MAX_LENGTH else -1
    if isinstance(value, float):
        return size - 1 if isfinite(value) else -1
    if isinstance(value, Decimal):
        return size - 1 if value.is_finite() and (exact or abs(value) * SCALE <= LIMIT) else -1
    if value is None or isinstance(value, date | time | timedelta):
        return size - 1
    if isinstance(value, bool) or abs(value) <= LIMIT:
        return size - 1
    return size - 1 - value.bit_length() // UNIT_BITS if exact and value.bit_length() <= MAX_BITS else -1


def _are_small(values: list[Any]) -> bool:
    """Whether all are integers, or all decimals, within the limits; not where other things are among them."""
    most = LIMIT if isinstance(values[0], int) else MOST_DECIMAL
    try:
        return bool(min(values) >= -most and max(values) <= most)
    except (TypeError, InvalidOperation):  # Of what is not a number, and of decimals that are none.
        return False
