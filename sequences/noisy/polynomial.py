"""Polynomials of the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.types import INT
from ..rules.rule import apply, constant
from .curve import Curve, summed, written, written_sum
from .fitting import Fit, fit
from .series import Array, Series

MOST_DEGREE = 5
NAMES = ("a constant", "a line", "a parabola")


@dataclass(frozen=True)
class Polynomial(Curve):
    """b0 + b1 k + ... of the given degree."""

    degree: int

    @property
    def kind(self) -> str:
        return "polynomial"

    @property
    def free(self) -> int:
        return self.degree + 1

    def basis(self, theta: Array, k: Array) -> Array:
        columns: Array = np.vander(k, self.degree + 1, increasing=True)
        return columns

    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        parts = [None, self.variable, *(self._power(degree) for degree in range(2, self.degree + 1))]
        return summed(list(zip(beta, parts, strict=True))[::-1])

    def _power(self, degree: int) -> Expression:
        if degree == 2:
            return apply("real", apply("mul", self.whole, self.whole))
        return apply("real", apply("pow", self.whole, constant(degree, INT)))

    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        parts = ["", self.symbol, *(f"{self.symbol}^{degree}" for degree in range(2, self.degree + 1))]
        return written_sum(list(zip(beta, parts, strict=True))[::-1])

    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        name = NAMES[self.degree] if self.degree < len(NAMES) else f"a polynomial of degree {self.degree}"
        if self.degree != 1:
            return name
        return f"{name}: {written(abs(beta[1]))} {'more' if beta[1] >= 0 else 'less'} each term"


NO_THETA = np.empty(0)


def line(degree: int, series: Series, *, origin: int) -> Fit | None:
    """The polynomial of a degree that fits the terms."""
    return fit(Polynomial(origin, degree), NO_THETA, series)


def polynomial_fits(series: Series, *, origin: int) -> Iterator[Fit | None]:
    """Polynomials from a line on."""
    for degree in range(1, MOST_DEGREE + 1):
        yield line(degree, series, origin=origin)
