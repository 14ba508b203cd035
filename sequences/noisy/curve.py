"""What a family of functions is to the fits."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.types import FLOAT, INT
from ..rules.rule import INDEX, apply, constant, position
from .series import Array, Series

RIDGE = 1e-12
"""Makes every linear problem soluble; `REFINEMENTS` of the solution take away what that is off by."""

REFINEMENTS = 3


@dataclass(frozen=True)
class Curve(ABC):
    """A function of k = n - `origin` with some constants.

    Those that it is not linear in come first (`theta`), then the factors of the columns of `basis` (`beta`): the
    function is ``basis(theta, k) @ beta``. For given theta the best beta is a linear problem, so that only theta needs
    a place to start from.
    """

    origin: int

    @property
    @abstractmethod
    def kind(self) -> str:
        """What sort of function it is, in a word or two."""

    @property
    @abstractmethod
    def free(self) -> int:
        """How many constants it has."""

    @abstractmethod
    def basis(self, theta: Array, k: Array) -> Array:
        """The columns that it is a sum of, one row for each k."""

    def slopes(self, theta: Array, beta: Array, k: Array) -> Array:
        """The derivatives with respect to each of theta, one row for each k."""
        return np.empty((len(k), 0))

    @abstractmethod
    def expression(self, theta: Sequence[float], beta: Sequence[float]) -> Expression:
        """The function as an expression of the language."""

    @abstractmethod
    def formula(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        """The function as a person writes it, without the left side."""

    @abstractmethod
    def words(self, theta: Sequence[float], beta: Sequence[float]) -> str:
        """The function in a few words."""

    def details(self, beta: Sequence[float]) -> str:
        """What the formula leaves to be said after it."""
        return ""

    @property
    def searched(self) -> int:
        """How many of the constants were looked for one by one, as frequencies are: `tries` accounts for them."""
        return 0

    def tries(self, count: int) -> float:
        """The natural logarithm of how many different functions of `count` terms are tried."""
        return 0.0

    def penalty(self, count: int) -> float:
        """What it takes to say the constants that `count` terms determine, and which of the functions, in nats."""
        return self.free / 2 * math.log(count) + self.tries(count)

    def is_sensible(self, theta: Array, beta: Array, series: Series) -> bool:
        """Whether the terms show what makes the function of its kind."""
        return True

    def period(self, theta: Sequence[float]) -> float | None:
        """After how many terms it repeats, a trend aside; None if it does not."""
        return None

    @property
    def symbol(self) -> str:
        """The variable k, for a formula."""
        return "n" if self.origin == 0 else f"(n {'-' if self.origin > 0 else '+'} {abs(self.origin)})"

    @property
    def whole(self) -> Expression:
        """The variable k, as an integer of the language."""
        return position(self.origin) if self.origin >= 0 else apply("add", INDEX, constant(-self.origin, INT))

    @property
    def variable(self) -> Expression:
        """The variable k, as a real number of the language."""
        return apply("real", self.whole)


def number(value: float) -> Expression:
    """A real constant."""
    return constant(float(value), FLOAT)


def summed(terms: Iterable[tuple[float, Expression | None]]) -> Expression:
    """The sum of constants times expressions, from left to right; None stands for 1."""
    total: Expression | None = None
    for factor, part in terms:
        if factor == 0:
            continue
        shown = factor if total is None else abs(factor)
        value = number(shown) if part is None else part if shown == 1 else apply("multiply_real", number(shown), part)
        joined = "add_real" if factor > 0 else "subtract_real"
        total = value if total is None else apply(joined, total, value)
    return number(0.0) if total is None else total


def written(value: float) -> str:
    """A constant for a formula or a sentence."""
    return f"{value:.15g}"


def written_sum(terms: Iterable[tuple[float, str]]) -> str:
    """A sum of constants times terms as a formula; "" stands for 1."""
    text = ""
    for factor, part in terms:
        if factor == 0:
            continue
        size = written(abs(factor))
        shown = f"{size} {part}" if part and size != "1" else part or size
        text += (f" {'-' if factor < 0 else '+'} " if text else "-" * (factor < 0)) + shown
    return text or "0"


def projected(columns: Array, values: Array, weights: Array) -> Array:
    """The factors of the columns whose sum comes nearest to the values, in weighted squares."""
    size = np.sqrt(weights @ (columns * columns))
    size[size == 0] = 1.0
    scaled = columns / size
    weighted = scaled.T * weights
    gram = weighted @ scaled
    gram.flat[:: len(gram) + 1] += RIDGE
    solution = np.zeros(columns.shape[1])
    for _ in range(REFINEMENTS):
        solution += np.linalg.solve(gram, weighted @ (values - scaled @ solution))
    return solution / size


def best_starts(curve: Curve, grid: Iterable[Sequence[float]], series: Series, *, count: int) -> list[Array]:
    """The `count` of the thetas that leave the least, in absolute terms, so that outliers weigh little."""
    k, ones = series.numbers - curve.origin, np.ones(series.count)
    left = []
    for theta in map(np.array, grid):
        columns = curve.basis(theta, k)
        if np.isfinite(columns).all():
            rest = series.values - columns @ projected(columns, series.values, ones)
            left.append((float(np.abs(rest).sum()), tuple(theta)))
    return [np.array(theta) for _, theta in sorted(left)[:count]]
