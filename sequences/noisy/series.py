"""The terms as arrays, with the step that they are given in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from ...support.errors import InputError

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Series:
    """Terms, or the earlier ones of them.

    Parameters
    ----------
    numbers, values
        The index of each term, and the term.
    total
        How many terms there are with those that are held back.
    resolution
        The step that the terms are given in: 1 for integers, 0.01 for two decimals.
    """

    numbers: Array
    values: Array
    total: int
    resolution: float

    @property
    def count(self) -> int:
        """How many terms there are here."""
        return len(self.values)

    @property
    def spread(self) -> float:
        """From the least term to the greatest."""
        return float(np.ptp(self.values))

    @property
    def rounding(self) -> float:
        """The standard deviation that rounding to the resolution adds."""
        return self.resolution / math.sqrt(12)

    def split(self, count: int) -> tuple[Series, Series]:
        """The first terms, and those after them."""
        first, rest = (
            Series(self.numbers[part], self.values[part], self.total, self.resolution)
            for part in (slice(count), slice(count, None))
        )
        return first, rest


def series_of(values: Sequence[int | float], *, start: int) -> Series | None:
    """The terms as arrays; None if they are too large for that.

    Raises
    ------
    InputError
        If one of them is not a finite number.
    """
    for position, value in enumerate(values):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputError(f"term {position + 1}: {value!r:.40}; expected a number")
        if isinstance(value, float) and not math.isfinite(value):
            raise InputError(f"term {position + 1}: {value}; expected a finite number")
    try:
        array = np.array([float(value) for value in values])
    except OverflowError:
        return None
    largest = float(np.abs(array).max(initial=0.0))
    if largest > 1e100:  # Squares of such terms leave the range of double precision.
        return None
    step = max(_step(values), largest * 1e-15, 1e-100)
    return Series(start + np.arange(len(values), dtype=np.float64), array, len(values), step)


def _step(values: Sequence[int | float]) -> float:
    """The last decimal that any of the terms has."""
    if all(isinstance(value, int) for value in values):
        return 1.0
    decimals = (Decimal(repr(float(value))) for value in values if isinstance(value, float))
    exponents = (decimal.normalize().as_tuple().exponent for decimal in decimals)
    least = min((exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    return 10.0 ** max(min(least, 0), -100)
