"""Whether a fit is better than chance, and which of several fits says the most in the fewest bits."""

from __future__ import annotations

import math

import numpy as np

from .fitting import Fit, outliers_among
from .series import Array, Mask, Series

SORTS = 20
"""How many curves are tried on a sequence: orders, trends and counts each for itself."""

MOST_CHANCE = 0.05
MOST_DEVIATIONS = 3.0


def chance(fit: Fit) -> float:
    """How probable it is at most that any curve fits so well if the terms are noise about a constant.

    The F test of the curve against a constant, times the number of curves, of frequencies or periods, and of sets of
    outliers that there were to choose from. Where neighbouring residuals are alike, the terms count for fewer.
    """
    from scipy.special import betainc

    used, curve, floor = fit.used, fit.curve, fit.series.rounding**2
    regressors = curve.free - 1 - curve.searched
    worth = used * (1 - fit.autocorrelation) / (1 + fit.autocorrelation)
    degrees = worth - curve.free
    if regressors < 1 or degrees <= 0:
        return 1.0
    inside = fit.series.values[~fit.outliers]
    left = fit.squares + fit.degrees * floor
    without = float(((inside - inside.mean()) ** 2).sum()) + (used - 1) * floor
    single = float(betainc(degrees / 2, regressors / 2, min(left / without, 1.0)))
    if single == 0:
        return 0.0
    tries = math.log(SORTS) + curve.tries(used) + _choices(fit.outliers)
    return math.exp(min(0.0, math.log(single) + tries))


def length(fit: Fit) -> float:
    """The bits that the curve and the terms take: its constants, and each term given the curve.

    Terms are rounded to the resolution and normal about the curve, outliers anywhere between the extremes. The
    constants cost as in BIC, corrected for few terms (McQuarrie, "A small-sample correction for the Schwarz SIC model
    selection criterion", Statistics & Probability Letters 44, 1999).
    """
    used = fit.used
    spare = used - fit.curve.free - 2
    if spare <= 0:
        return math.inf
    constants = fit.curve.penalty(used) * used / spare
    return constants / math.log(2) + _scattered(fit.residuals, fit.outliers, fit.series)


def walk_length(series: Series) -> float:
    """The bits that the terms take as a random walk, each given the one before."""
    steps = np.diff(series.values)
    outliers = outliers_among(np.abs(steps), series, free=1)
    first = math.log2(max(series.spread / series.resolution, 2.0))
    return first + math.log2(series.count) / 2 + _scattered(steps, outliers, series)


def _scattered(residuals: Array, outliers: Mask, series: Series) -> float:
    """The bits that residuals take which are normal, apart from some outliers."""
    inside = residuals[~outliers]
    variance = float(inside @ inside) / len(inside) + series.rounding**2
    usual = len(inside) / 2 * math.log(2 * math.pi * math.e * variance / series.resolution**2)
    unusual = int(outliers.sum()) * math.log(max(series.spread / series.resolution, 2.0))
    return (usual + unusual + _choices(outliers)) / math.log(2)


def _choices(outliers: Mask) -> float:
    """The natural logarithm of how many sets of as many outliers there are."""
    told = int(outliers.sum())
    return math.lgamma(len(outliers) + 1) - math.lgamma(told + 1) - math.lgamma(len(outliers) - told + 1)


def is_confirmed(fit: Fit, later: Series) -> bool:
    """Whether the fit foretells later terms better than a constant and a random walk do, uncertainties included."""
    earlier = fit.series
    steps = np.diff(earlier.values)
    ahead = later.numbers - earlier.numbers[-1]
    expected, deviations = fit.at(later.numbers), fit.deviations(later.numbers)
    if np.median(np.abs(later.values - expected) / deviations) > MOST_DEVIATIONS:
        return False
    own = _foretold(later, expected, deviations)
    constant = _foretold(later, float(np.median(earlier.values)), float(np.std(earlier.values)))
    walk = _foretold(later, earlier.values[-1], np.sqrt(ahead * np.mean(steps * steps)))
    return own > max(constant, walk)


def _foretold(later: Series, expected: Array | float, deviations: Array | float) -> float:
    """The logarithm of how likely the terms are, outliers aside, up to what is common to all predictions."""
    floored = np.maximum(deviations, later.rounding)
    distances = np.minimum(np.abs(later.values - expected) / floored, MOST_DEVIATIONS)
    return -float(np.sum(np.log(floored) + distances * distances / 2))
