"""Sums of sinusoids, about a constant or a line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ..rules.rule import apply
from .curve import Curve, best_starts, number, projected, summed, written, written_sum
from .evidence import length
from .fitting import Fit, fit
from .polynomial import line
from .series import Array, Series

MOST_WAVES = 3
PEAKS = 4
"""How many frequencies are refined for each further wave."""

PADDING = 8
LEAST_PERIOD = 2.02
LEAST_CYCLES = 1.9
"""A period that the terms do not show about twice is none."""

MOST_BITS_MORE = 10.0
"""No further wave is looked for after one that makes the description this much longer."""

MOST_CLIPPED = 3.0
MOST_AMPLITUDE = 3.0


@dataclass(frozen=True)
class Sinusoids(Curve):
    """Waves A sin(2 pi k / P + f), each with its P and f in theta, the strongest first, and a polynomial."""

    waves: int
    trend: int

    @property
    def kind(self) -> str:
        return "sinusoid" if self.waves == 1 else "sum of sinusoids"

    @property
    def free(self) -> int:
        return 3 * self.waves + self.trend + 1

    @property
    def searched(self) -> int:
        return self.waves

    def tries(self, count: int) -> float:
        """Each of about `count` frequencies that differ by half a cycle may be in the sum."""
        return math.log(math.comb(count, self.waves))

    def penalty(self, count: int) -> float:
        """A frequency is determined better than other constants, and says more (Djuric, "A model selection rule for
        sinusoids in white Gaussian noise", IEEE Transactions on Signal Processing 44, 1996)."""
        return (self.free / 2 + self.waves) * math.log(count)

    def basis(self, theta: Array, k: Array) -> Array:
        waves = np.sin(_angles(theta, k))
        return np.column_stack([waves, np.ones(len(k)), k] if self.trend else [waves, np.ones(len(k))])

    def slopes(self, theta: Array, beta: Array, k: Array) -> Array:
        slopes = np.empty((len(k), len(theta)))
        slopes[:, 1::2] = np.cos(_angles(theta, k)) * beta[: self.waves]
        slopes[:, 0::2] = slopes[:, 1::2] * (-2 * np.pi * k[:, None] / theta[0::2] ** 2)
        return slopes

    def is_sensible(self, theta: Array, beta: Array, series: Series) -> bool:
        periods, sizes = theta[0::2], np.abs(beta[: self.waves])
        visible = (periods >= LEAST_PERIOD) & (periods * LEAST_CYCLES <= series.total)
        return bool(visible.all() and (sizes <= MOST_AMPLITUDE * series.spread).all())

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        waves = [self._wave(period, phase) for period, phase in zip(theta[0::2], theta[1::2], strict=True)]
        trend = [None, self.variable][: self.trend + 1]
        return summed(zip(beta, [*waves, *trend], strict=True))

    def _wave(self, period: float, phase: float) -> Expression:
        angle = apply("turns", apply("divide_real", self.variable, number(period)))
        return apply("sin", summed([(1.0, angle), (phase, None)]))

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        pairs = zip(theta[0::2], theta[1::2], strict=True)
        waves = [f"sin({written_sum([(1.0, f'2 pi {self.symbol} / {written(p)}'), (f, '')])})" for p, f in pairs]
        return written_sum(zip(beta, [*waves, "", self.symbol][: len(beta)], strict=True))

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        sizes = [f"{abs(size):.4g}" for size in beta[: self.waves]]
        periods = [f"{period:.4g}" for period in theta[0::2]]
        level, *slope = beta[self.waves :]
        about = f"about a line with {slope[0]:.4g} each term" if slope else f"about {level:.4g}"
        if self.waves == 1:
            return f"a wave of {periods[0]} terms, {sizes[0]} up and down {about}"
        return f"{self.waves} waves of {_listed(periods)} terms, {_listed(sizes)} up and down {about}"

    def period(self, theta: Sequence[float]) -> float | None:
        return float(theta[0])


def _angles(theta: Array, k: Array) -> Array:
    angles: Array = 2 * np.pi * k[:, None] / theta[0::2] + theta[1::2]
    return angles


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sinusoid_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Sums of one, two, three sinusoids, each about what the one before leaves."""
    for trend in (0, 1):
        base = line(trend, series, origin=origin)
        for waves in range(1, MOST_WAVES + 1):
            curve = Sinusoids(origin, waves, trend)
            if base is None or curve.free >= series.count:
                break
            found = _best(curve, base, series)
            yield found
            if found is None or length(found) > length(base) + MOST_BITS_MORE:
                break
            base = found


def _best(curve: Sinusoids, base: Fit, series: Series) -> Fit | None:
    """The fit with one wave more than the base has."""
    k = series.numbers - curve.origin
    starts = []
    for period in _peaks(_clipped(base), longest=series.total / LEAST_CYCLES):
        angles = 2 * np.pi * k / period
        columns = np.column_stack([np.sin(angles), np.cos(angles)])
        sine, cosine = projected(columns, base.residuals, (~base.outliers).astype(np.float64))
        starts.append([*base.theta, period, math.atan2(cosine, sine)])
    found = [fit(curve, theta, series) for theta in best_starts(curve, starts, series, count=2)]
    fits = [one for one in found if one is not None]
    return _strongest_first(min(fits, key=lambda one: one.squares)) if fits else None


def _strongest_first(found: Fit) -> Fit:
    """The same with positive amplitudes, the largest first, and phases of at most half a turn."""
    curve = found.curve
    assert isinstance(curve, Sinusoids)
    sizes = found.beta[: curve.waves]
    order = np.argsort(-np.abs(sizes), kind="stable")
    phases = found.theta[1::2] + np.pi * (sizes < 0)
    phases = np.remainder(phases + np.pi, 2 * np.pi) - np.pi
    theta = np.column_stack([found.theta[0::2], phases])[order].ravel()
    beta = np.concatenate([np.abs(sizes)[order], found.beta[curve.waves :]])
    return Fit(curve, theta, beta, found.series, found.outliers)


def _clipped(base: Fit) -> Array:
    """What a fit leaves, without what would drown a wave."""
    spread = float(np.median(np.abs(base.residuals))) / 0.6745
    bound = MOST_CLIPPED * spread if spread > 0 else math.inf
    clipped: Array = np.clip(base.residuals, -bound, bound)
    return clipped


def _peaks(values: Array, *, longest: float) -> list[float]:
    """The periods of the highest peaks of the periodogram."""
    size = 2 ** math.ceil(math.log2(PADDING * len(values)))
    power = np.abs(np.fft.rfft(values, size)) ** 2
    first = max(math.floor(size / longest), 1)
    last = math.floor(size / LEAST_PERIOD)
    inside = power[first : last + 1]
    higher = np.r_[True, inside[1:] >= inside[:-1]] & np.r_[inside[:-1] > inside[1:], True]
    places = np.flatnonzero(higher)
    best = places[np.argsort(-inside[places], kind="stable")][:PEAKS]
    return [size / (first + int(place)) for place in best]
