"""Logistic curves: from one level to another."""

from __future__ import annotations

import itertools
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

LEAST_STEEPNESS = 4.0
"""Over all terms; a curve with less shows no levels."""

MOST_RATE = 10.0
MOST_EXPONENT = 700.0
"""The exponential of more is not a number in double precision."""


@dataclass(frozen=True)
class Logistic(Levelled):
    """a / (1 + exp(-s (k - m))), and with a level c more."""

    @property
    def kind(self) -> str:
        return "logistic"

    @property
    def free(self) -> int:
        return 3 + self.has_level

    def tries(self, count: int) -> float:
        return math.log(16)

    def shape(self, theta: Array, k: Array) -> Array:
        """How much of the way is done."""
        middle, rate = theta
        with np.errstate(over="ignore"):
            risen: Array = 1 / (1 + np.exp(-rate * (k - middle)))
        return risen

    def slopes(self, theta: Array, beta: Array, k: Array) -> Array:
        risen = self.shape(theta, k)
        change = beta[0] * risen * (1 - risen)
        return np.column_stack([-theta[1] * change, (k - theta[0]) * change])

    def is_sensible(self, theta: Array, beta: Array, series: Series) -> bool:
        middle, rate = theta
        inside = series.numbers[0] <= middle + self.origin <= series.numbers[-1]
        most = min(MOST_RATE, MOST_EXPONENT / series.total)
        return bool(inside and LEAST_STEEPNESS / series.total <= rate <= most)

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        middle, rate = theta
        from_middle = summed([(1.0, self.variable), (-middle, None)])
        power = apply("exp", apply("multiply_real", number(-rate), from_middle))
        risen = apply("divide_real", number(beta[0]), apply("add_real", number(1.0), power))
        return summed([(1.0, risen), *((level, None) for level in beta[1:])])

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        middle, rate = theta
        from_middle = written_sum([(1.0, self.symbol), (-middle, "")])
        risen = f"{written(beta[0])} / (1 + exp(-{written(rate)} ({from_middle})))"
        return risen + "".join(f" {'-' if level < 0 else '+'} {written(abs(level))}" for level in beta[1:] if level)

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        level = beta[1] if self.has_level else 0.0
        way = "rise" if beta[0] > 0 else "fall"
        middle = f"{theta[0] + self.origin:.4g}"
        return f"a logistic {way} from {level:.4g} to {level + beta[0]:.4g}, half of it at n = {middle}"


def logistic_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Logistic curves without and with a level."""
    middles = [series.numbers[0] - origin + series.count * part for part in (0.1, 0.3, 0.5, 0.7, 0.9)]
    rates = [steepness / series.count for steepness in (5.0, 10.0, 20.0, 50.0)]
    grid = list(itertools.product(middles, rates))
    return levelled_fits(lambda has_level: Logistic(origin, has_level), grid, series)
