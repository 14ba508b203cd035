"""Kinds of values that an option may have: which values are of a kind, and how a message calls them."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from numbers import Integral, Real
from typing import Any

from .errors import InputError, shown
from .sizes import bytes_of

MOST_SECONDS = 1e9
"""Thirty years: a larger number is a slip."""
MOST = 10**30
"""Larger integers do not fit into the estimates that a search makes of its work."""
MOST_BYTES = 10**18


@dataclass(frozen=True)
class Kind:
    """A kind of value.

    Parameters
    ----------
    name
        What one is called: "number of seconds".
    expected
        What a message asks for instead: "a positive number".
    convert
        Takes a value of Python and returns it as the program uses it, or raises
        `ValueError` or `TypeError` if it is not of the kind.
    read
        Takes a word of the command line and returns a value for `convert`, or raises likewise.
    metavar
        Stands for such a word in help.
    optional
        Whether None is a value as well.
    """

    name: str
    expected: str
    convert: Callable[[Any], Any]
    read: Callable[[str], Any] = str
    metavar: str = ""
    optional: bool = False

    def checked(self, value: object, place: str) -> Any:
        """The value as the program uses it.

        Raises
        ------
        InputError
            If it is not of the kind; `place` begins the message.
        """
        if value is None and self.optional:
            return None
        try:
            return self.convert(value)
        except InputError as error:
            raise InputError(f"{place}: {error}") from None
        except (TypeError, ValueError, OverflowError):
            expected = f"{self.expected} or None" if self.optional else self.expected
            raise InputError(f"{place}: {self._refusal(value)}; expected {expected}") from None

    def __call__(self, word: str) -> Any:
        """The value that a word of the command line means, as argparse asks for it.

        Raises
        ------
        argparse.ArgumentTypeError
            If it does not mean one.
        """
        try:
            return self.convert(self.read(word))
        except (TypeError, ValueError, OverflowError):
            raise argparse.ArgumentTypeError(f"{self._refusal(word)}; expected {self.expected}") from None

    def _refusal(self, value: object) -> str:
        return f"{shown(value.strip() if isinstance(value, str) else value)} is not a valid {self.name}"


def optional(kind: Kind) -> Kind:
    """The same kind, and None."""
    return replace(kind, optional=True)


def whole(name: str, *, least: int, most: int = MOST, metavar: str = "N") -> Kind:
    """Integers from `least` to `most`."""

    def convert(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, Integral):
            raise TypeError
        if not least <= int(value) <= most:
            raise ValueError
        return int(value)

    bound = f"to {most}" if most < MOST else "on"
    return Kind(name, f"an integer from {least} {bound}", convert, read=_integer, metavar=metavar)


def _integer(word: str) -> int:
    if not word.isascii() or not word.removeprefix("-").isdigit():
        raise ValueError
    return int(word)


def amount(unit: str, *, metavar: str) -> Kind:
    """Positive numbers of a unit of time."""

    def convert(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, Real):
            raise TypeError
        number = float(value)
        if not math.isfinite(number) or not 0 < number < MOST_SECONDS:
            raise ValueError
        return number

    return Kind(f"number of {unit}", "a positive number", convert, read=float, metavar=metavar)


def _size(value: Any) -> int | str:
    """A size of memory as it was written: it is quoted so where it is too small."""
    if isinstance(value, bool) or not isinstance(value, Integral | str) or not 0 < bytes_of(str(value)) <= MOST_BYTES:
        raise ValueError
    return value if isinstance(value, str) else int(value)


SIZE = Kind("size", "bytes, or a number with KB, MB or GB", _size, metavar="SIZE")


def _callback(value: Any) -> Any:
    if not callable(value):
        raise TypeError
    return value


CALLBACK = optional(Kind("callback", "a function of one argument", _callback))

POSITIVE = whole("number", least=1)
SEED = whole("seed", least=0, most=999_999_999, metavar="S")
SECONDS = amount("seconds", metavar="SECONDS")
MINUTES = amount("minutes", metavar="MINUTES")
