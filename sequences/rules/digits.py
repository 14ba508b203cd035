"""Numbers as text: integers of any length, and what is left of them where there is little room."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .rule import Number

MOST_SHOWN = 60
"""An integer of more digits is shown by its first and last ones."""
ENDS = 20
MOST_BRIEF = 9


@contextmanager
def all_digits() -> Iterator[None]:
    """Read and print integers of any length, which Python refuses from 4,300 digits on."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


def shown(value: Number) -> str:
    """A term for people to read."""
    if isinstance(value, float):
        return f"{value:.6g}"
    with all_digits():
        text = str(value)
    if len(text) <= MOST_SHOWN:
        return text
    return f"{text[:ENDS]}...{text[-ENDS:]} ({len(text.lstrip('-')):,} digits)"


def brief(value: Number) -> str:
    """A term in a few characters."""
    if isinstance(value, float):
        return f"{value:.4g}"
    with all_digits():
        text = str(value)
    digits = text.lstrip("-")
    if len(digits) <= MOST_BRIEF:
        return text
    return f"{text[: -len(digits)]}{digits[0]}.{digits[1:3]}e+{len(digits) - 1}"


def begun(terms: Sequence[Number], few: int) -> str:
    """The first few of the terms in a few characters each, with dots where there are more."""
    return ", ".join([*map(brief, terms[:few]), *["..."] * (len(terms) > few)])
