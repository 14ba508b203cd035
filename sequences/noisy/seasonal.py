"""A level for each position in a period of a whole number of terms, and a line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.types import FLOAT, INT, list_of
from ..rules.rule import apply, constant
from .curve import Curve, summed, written, written_sum
from .fitting import Fit, fit
from .polynomial import NO_THETA, line
from .series import Array, Series

MOST_PERIOD = 100
CANDIDATES = 2
"""How many periods are fitted with care."""

SHOWN = 12
"""The formula lists the levels of periods up to this."""


@dataclass(frozen=True)
class Seasonal(Curve):
    """b(k mod length), plus a constant amount for each term if there is a trend."""

    length: int
    has_trend: bool

    @property
    def kind(self) -> str:
        return "trend and period" if self.has_trend else "noisy period"

    @property
    def free(self) -> int:
        return self.length + self.has_trend

    def tries(self, count: int) -> float:
        return math.log(min(MOST_PERIOD, count / 2))

    def basis(self, theta: Array, k: Array) -> Array:
        place = np.remainder(k, self.length)[:, None] == np.arange(self.length)
        return np.column_stack([place, k] if self.has_trend else [place]).astype(np.float64)

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        levels = constant([float(level) for level in beta[: self.length]], list_of(FLOAT))  # type: ignore[arg-type]
        level = apply("at", levels, apply("mod", self.whole, constant(self.length, INT)))
        return summed([(1.0, level), *((slope, self.variable) for slope in beta[self.length :])])

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        level = f"b({self.symbol} mod {self.length})"
        return written_sum([(1.0, level), *((slope, self.symbol) for slope in beta[self.length :])])

    def details(self, beta: Sequence[float]) -> str:
        shown = [written(level) for level in beta[: min(self.length, SHOWN)]] + ["..."] * (self.length > SHOWN)
        return f", b = {', '.join(shown)}"

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        change = ""
        if self.has_trend:
            slope = beta[-1]
            change = f", with {written(abs(slope))} {'more' if slope >= 0 else 'less'} each term"
        return f"a pattern of {self.length} terms that repeats{change}"

    def period(self, theta: Sequence[float]) -> float | None:
        return float(self.length)


def seasonal_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """The likeliest periods without and with a trend."""
    for has_trend in (False, True):
        base = line(int(has_trend), series, origin=origin)
        if base is not None:
            for length in _likeliest(base.residuals, series):
                yield fit(Seasonal(origin, length, has_trend), NO_THETA, series)


def _likeliest(values: Array, series: Series) -> list[int]:
    """The periods whose levels leave the least, each level at its price."""
    count = len(values)
    squares = float(values @ values)
    lengths = range(2, min(MOST_PERIOD, count * 2 // 5) + 1)
    scores = []
    for length in lengths:
        place = np.arange(count) % length
        sums = np.bincount(place, weights=values)
        left = max(squares - float((sums**2 / np.bincount(place)).sum()), 0.0) / count + series.rounding**2
        scores.append((count / 2 * math.log(left) + length / 2 * math.log(count), length))
    return [length for _, length in sorted(scores)[:CANDIDATES]]
