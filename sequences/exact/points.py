"""Polynomials through points whose arguments are integers, in a row or not."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ...dsl.core.expression import Expression
from ..rules.algebra import times, value_at
from ..rules.building import polynomial
from ..rules.rule import INDEX
from .exact import held_back_of

HIGHEST = 10


def polynomial_through(points: Sequence[tuple[int, int]]) -> Expression | None:
    """The polynomial of the lowest degree through points with different arguments, as a function of `INDEX`.

    It is interpolated by divided differences; a fifth of the points, at least one, have to confirm it. None if
    it takes more coefficients than that leaves.
    """
    most = min(len(points) - held_back_of(len(points)), HIGHEST + 1)
    total, basis, free = [Fraction(0)], [Fraction(1)], 1
    for place, (x, y) in enumerate(points[:most], start=1):
        # What the polynomial through the points before lacks here is made up by the next coefficient.
        coefficient = (y - value_at(total, x)) / value_at(basis, x)
        free = place if coefficient else free
        total = [a + coefficient * b for a, b in zip([*total, Fraction(0)], basis, strict=False)]
        basis = times(basis, [Fraction(-x), Fraction(1)])
    if any(value_at(total, x) != y for x, y in points[most:]):
        return None
    return polynomial(total[:free], INDEX)
