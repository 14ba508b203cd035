"""Functions of one shape, to which a level may be added."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .curve import Curve, best_starts
from .fitting import Fit, fit
from .series import Array, Series


@dataclass(frozen=True)
class Levelled(Curve):
    """A multiple of a function without linear constants, and with a level, that and a constant."""

    has_level: bool

    @abstractmethod
    def shape(self, theta: Array, k: Array) -> Array:
        """What it is a multiple of, a number for each k."""

    def basis(self, theta: Array, k: Array) -> Array:
        shape = self.shape(theta, k)
        return np.column_stack([shape, np.ones(len(k))] if self.has_level else [shape])


def levelled_fits(
    curve_of: Callable[[bool], Levelled], grid: Sequence[tuple[float, ...]], series: Series
) -> Iterator[Fit | None]:
    """Fits without and with a level, from the best starts of a grid."""
    for has_level in (False, True):
        curve = curve_of(has_level)
        for theta in best_starts(curve, grid, series, count=1):
            yield fit(curve, theta, series)
