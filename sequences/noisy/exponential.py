"""Exponential growth and decay."""

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

LEAST_GROWTH, MOST_GROWTH = 0.2, 60.0
"""From the first term to the last, as a natural logarithm; a curve with less is a line."""


@dataclass(frozen=True)
class Exponential(Levelled):
    """a r^k, and with a level a r^k + c."""

    @property
    def kind(self) -> str:
        return "exponential"

    @property
    def free(self) -> int:
        return 2 + self.has_level

    def tries(self, count: int) -> float:
        return math.log(4)

    def shape(self, theta: Array, k: Array) -> Array:
        grown: Array = np.power(abs(theta[0]), k)
        return grown

    def slopes(self, theta: Array, beta: Array, k: Array) -> Array:
        slopes: Array = beta[0] * k * np.power(abs(theta[0]), k - 1)
        return slopes[:, None]

    def is_sensible(self, theta: Array, beta: Array, series: Series) -> bool:
        return theta[0] > 0 and LEAST_GROWTH <= abs(math.log(theta[0])) * series.total <= MOST_GROWTH

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        parts = [apply("power_real", number(theta[0]), self.variable), None]
        return summed(zip(beta, parts, strict=False))

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        return written_sum(zip(beta, [f"{written(theta[0])}^{self.symbol}", ""], strict=False))

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        name = "exponential growth" if theta[0] > 1 else "exponential decay"
        change = f"{abs(theta[0] - 1) * 100:.3g}% {'more' if theta[0] > 1 else 'less'} each term"
        return f"{name}: {change}{f', away from {written(beta[1])}' if self.has_level else ''}"


def exponential_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Exponential curves without and with a level."""
    sizes = np.geomspace(0.3, 40.0, 12)
    grid = [(math.exp(growth / series.count),) for growth in (*sizes, *-sizes)]
    return levelled_fits(lambda has_level: Exponential(origin, has_level), grid, series)
