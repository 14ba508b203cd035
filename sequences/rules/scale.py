"""How high the terms of a sequence are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import copysign, log10
from statistics import median_high

from .rule import Number

STEEP = 1000
"""If the largest term is this many times the middle one, what matters is how many digits terms have."""

Scale = Callable[[Number], float]


def scale_of(values: Sequence[Number]) -> Scale:
    """The scale that shows the terms best: as they are, or logarithmic."""
    sizes = [abs(value) for value in values]
    return logarithmic if max(sizes) > STEEP * max(1, median_high(sizes)) or max(sizes) > 1e300 else float


def logarithmic(value: Number) -> float:
    """About the number of digits, with the sign of the term."""
    return copysign(log10(1 + abs(value)), value if isinstance(value, float) else (value > 0) - (value < 0))
