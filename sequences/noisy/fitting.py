"""Fits a curve to terms some of which may be far off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .curve import Curve, projected
from .series import Array, Mask, Series

HUBER = 1.345
"""Residuals of more standard deviations than this count linearly: 95% of the efficiency of squares on normal noise."""

MOST_OUTLIERS = 0.15
OUTLIER_CHANCE = 0.01
"""How probable it is that normal noise has any outlier."""

ROUNDS = 3
MOST_STEPS = 60
TOLERANCE = 1e-7
FAR = 1e50


@dataclass(frozen=True, eq=False)
class Fit:
    """A curve with constants, and the terms that it was fitted to."""

    curve: Curve
    theta: Array
    beta: Array
    series: Series
    outliers: Mask

    def at(self, numbers: Array) -> Array:
        """The values of the curve."""
        values: Array = self.curve.basis(self.theta, numbers - self.curve.origin) @ self.beta
        return values

    @cached_property
    def residuals(self) -> Array:
        """The terms less the curve."""
        return self.series.values - self.at(self.series.numbers)

    @property
    def used(self) -> int:
        """How many terms are not outliers."""
        return int((~self.outliers).sum())

    @cached_property
    def squares(self) -> float:
        """The sum of squared residuals, outliers aside."""
        inside = self.residuals[~self.outliers]
        return float(inside @ inside)

    @property
    def degrees(self) -> int:
        """The degrees of freedom of the residuals."""
        return self.used - self.curve.free

    @property
    def noise(self) -> float:
        """The standard deviation of the terms about the curve."""
        return math.sqrt(self.squares / self.degrees)

    @cached_property
    def autocorrelation(self) -> float:
        """That of neighbouring residuals where it is more than chance, else 0."""
        rest = np.where(self.outliers, 0.0, self.residuals)
        if self.noise <= self.series.rounding * 1.5:  # What rounding leaves may well have a pattern.
            return 0.0
        value = float(rest[1:] @ rest[:-1]) / self.squares
        return value if value > 2 / math.sqrt(self.used) else 0.0

    def deviations(self, numbers: Array) -> Array:
        """The standard deviation of each prediction: the noise, and what is uncertain about the constants."""
        own = self._slopes(self.series.numbers[~self.outliers])
        size = np.sqrt((own * own).sum(axis=0))
        size[size == 0] = 1.0
        own, there = own / size, self._slopes(numbers) / size
        covariance = np.linalg.pinv(own.T @ own, hermitian=True)
        reach = np.einsum("ij,ij->i", there @ covariance, there)
        neighbours = (1 + self.autocorrelation) / (1 - self.autocorrelation)
        noise = max(self.noise, self.series.rounding)
        deviations: Array = noise * np.sqrt(1 + neighbours * np.maximum(reach, 0.0))
        return deviations

    def _slopes(self, numbers: Array) -> Array:
        return jacobian(self.curve, self.theta, self.beta, numbers - self.curve.origin)


def fit(curve: Curve, theta: Array, series: Series) -> Fit | None:
    """The curve fitted to the terms, starting from theta; None if it is not its kind that the terms show.

    First with Huber's loss, by weights that are found anew in each round; then without the outliers, by squares.
    """
    if series.count <= curve.free:
        return None
    k = series.numbers - curve.origin
    weights = np.ones(series.count)
    for _ in range(ROUNDS):
        theta, beta = _optimal(curve, theta, k, series.values, weights)
        rest = np.abs(series.values - curve.basis(theta, k) @ beta)
        bound = HUBER * _scale(rest, curve.free, series)
        weights = bound / np.maximum(rest, bound)
    outliers = np.zeros(series.count, dtype=np.bool_)
    for _ in range(ROUNDS):
        told = outliers_among(rest, series, free=curve.free)
        theta, beta = _optimal(curve, theta, k, series.values, (~told).astype(np.float64))
        rest = np.abs(series.values - curve.basis(theta, k) @ beta)
        if (told == outliers).all():
            break
        outliers = told
    found = Fit(curve, theta, beta, series, outliers)
    if not np.isfinite(beta).all() or not np.isfinite(rest).all() or found.degrees < 1:
        return None
    return found if curve.is_sensible(theta, beta, series) else None


def _optimal(curve: Curve, theta: Array, k: Array, values: Array, weights: Array) -> tuple[Array, Array]:
    """Theta and beta of least weighted squares, theta near the one given."""
    from scipy.optimize import least_squares

    beta = projected(curve.basis(theta, k), values, weights)
    if len(theta) == 0:
        return theta, beta
    root, count = np.sqrt(weights), len(theta)

    def residuals(constants: Array) -> Array:
        rest = root * (curve.basis(constants[:count], k) @ constants[count:] - values)
        return np.nan_to_num(rest, nan=FAR, posinf=FAR, neginf=-FAR)

    def slopes(constants: Array) -> Array:
        return np.nan_to_num(root[:, None] * jacobian(curve, constants[:count], constants[count:], k))

    begin = np.concatenate([theta, beta])
    with np.errstate(all="ignore"):
        found = least_squares(residuals, begin, slopes, method="lm", x_scale="jac", ftol=TOLERANCE, max_nfev=MOST_STEPS)
    return found.x[:count], found.x[count:]


def jacobian(curve: Curve, theta: Array, beta: Array, k: Array) -> Array:
    """The derivative of the curve with respect to each constant, one row for each k."""
    return np.hstack([curve.slopes(theta, beta, k), curve.basis(theta, k)])


def _scale(rest: Array, free: int, series: Series) -> float:
    """The standard deviation of normal noise with this median of absolute residuals."""
    count = len(rest)
    spread = float(np.median(rest)) / 0.6745 * math.sqrt(count / (count - free))
    return max(spread, series.rounding)


def outliers_among(rest: Array, series: Series, *, free: int) -> Mask:
    """The absolute residuals that are too large for normal noise; of many, the largest."""
    from scipy.special import stdtrit

    count = len(rest)
    bound = float(stdtrit(count - free, 1 - OUTLIER_CHANCE / (2 * count))) * _scale(rest, free, series)
    most = int(count * MOST_OUTLIERS)
    largest = np.sort(rest)[::-1][most] if most < count else 0.0
    told: Mask = rest > max(bound, float(largest))
    return told
