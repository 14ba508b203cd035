"""Integers that are the values of a smooth function, rounded."""

from __future__ import annotations

import numpy as np

from .fitting import Fit
from .rounding import constants_of, shortened, with_constants
from .series import Array

MOST_NOISE = 0.75
MOST_STEPS = 50
INSIDE = (0.45, 0.49, 0.499, 0.49999)
"""The fit is moved until no term is farther away than this; many terms leave less room."""


def sampled_fit(fit: Fit) -> Fit | None:
    """A fit near the one given that gives all of the terms when rounded; None for decimals, or if there is none."""
    series = fit.series
    if series.resolution != 1.0 or fit.noise > MOST_NOISE or fit.outliers.any():
        return None

    def is_exact(trial: Fit) -> bool:
        return bool((np.rint(trial.at(series.numbers)) == series.values).all())

    for inside in INSIDE:
        if is_exact(fit):
            return shortened(fit, lambda _, after: is_exact(after))
        fit = _moved(fit, inside)
    return None


def _moved(fit: Fit, inside: float) -> Fit:
    """The fit with all constants moved so that the terms farthest away come nearer."""
    from scipy.optimize import least_squares

    def beyond(constants: Array) -> Array:
        rest = fit.series.values - with_constants(fit, constants).at(fit.series.numbers)
        excess: Array = rest - np.clip(rest, -inside, inside)
        return np.nan_to_num(excess, nan=1e10, posinf=1e10, neginf=-1e10)

    with np.errstate(all="ignore"):
        return with_constants(fit, least_squares(beyond, constants_of(fit), x_scale="jac", max_nfev=MOST_STEPS).x)
