"""Constants with as many digits as the terms support."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .fitting import Fit
from .series import Array

MOST_DIGITS = 17
SHARE = 0.25
"""Rounding a constant may move the curve by this share of what is uncertain about it anyway."""

CONTINUED = 1.25
"""The curve is to stay where it is for a quarter of the terms more."""


def rounded_fit(fit: Fit) -> Fit:
    """The same fit with shorter constants."""
    numbers = fit.series.numbers[0] + np.arange(int(fit.series.count * CONTINUED) + 1, dtype=np.float64)
    allowed = SHARE * max(fit.noise, fit.series.rounding) * math.sqrt(fit.curve.free / fit.used)

    def is_near(before: Fit, after: Fit) -> bool:
        moved = after.at(numbers) - before.at(numbers)
        return math.sqrt(np.mean(moved * moved)) <= allowed

    return shortened(fit, is_near)


def shortened(fit: Fit, is_allowed: Callable[[Fit, Fit], bool]) -> Fit:
    """The fit with each constant in turn, the last first, rounded to the fewest digits that are allowed, or to nothing.

    `is_allowed` is given the fit before and after.
    """
    for place, value in reversed(list(enumerate(constants_of(fit)))):
        for shorter in (0.0, *(float(f"{value:.{digits}e}") for digits in range(MOST_DIGITS))):
            trial = constants_of(fit)
            trial[place] = shorter
            after = with_constants(fit, trial)
            with np.errstate(all="ignore"):
                allowed = is_allowed(fit, after)
            if allowed:
                fit = after
                break
    return fit


def constants_of(fit: Fit) -> Array:
    """All constants, those of theta first."""
    return np.concatenate([fit.theta, fit.beta])


def with_constants(fit: Fit, constants: Array) -> Fit:
    """The fit with other constants."""
    return replace(fit, theta=constants[: len(fit.theta)], beta=constants[len(fit.theta) :])


def digits_of(value: float) -> int:
    """How many significant digits a constant has."""
    return len(f"{value:.15e}".lstrip("-").partition("e")[0].replace(".", "").rstrip("0"))
