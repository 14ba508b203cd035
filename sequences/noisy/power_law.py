"""Power laws."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ..rules.rule import apply
from .curve import number, summed, written, written_sum
from .fitting import Fit
from .levelled import Levelled, levelled_fits
from .series import Array, Series

POWERS = (-3.0, -2.0, -1.0, -0.5, 0.3, 0.5, 1.5, 2.5, 4.0)
LEAST_POWER, MOST_POWER = 0.05, 8.0
FURTHEST = 60.0
"""The steps of a fit may go past the powers that make sense, but no further than this: numbers would overflow."""


@dataclass(frozen=True)
class PowerLaw(Levelled):
    """a k^b, and with a level a k^b + c, where the first term has k = 1."""

    @property
    def kind(self) -> str:
        return "power law"

    @property
    def free(self) -> int:
        return 2 + self.has_level

    def tries(self, count: int) -> float:
        return math.log(4)

    def shape(self, theta: Array, k: Array) -> Array:
        raised: Array = np.power(k, np.clip(theta[0], -FURTHEST, FURTHEST))
        return raised

    def slopes(self, theta: Array, beta: Array, k: Array) -> Array:
        slopes: Array = beta[0] * np.power(k, theta[0]) * np.log(k)
        return slopes[:, None]

    def is_sensible(self, theta: Array, beta: Array, series: Series) -> bool:
        return bool(LEAST_POWER <= abs(theta[0]) <= MOST_POWER)

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        parts = [apply("power_real", self.variable, number(theta[0])), None]
        return summed(zip(beta, parts, strict=False))

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        power = written(theta[0]) if theta[0] >= 0 else f"({written(theta[0])})"
        return written_sum(zip(beta, [f"{self.symbol}^{power}", ""], strict=False))

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        level = f", away from {written(beta[1])}" if self.has_level else ""
        return f"a power law: {self.symbol} to the power of {written(theta[0])}{level}"


def power_law_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Power laws without and with a level; k is 1 for the first term."""
    first = int(series.numbers[0])
    return levelled_fits(lambda has_level: PowerLaw(first - 1, has_level), [(power,) for power in POWERS], series)
