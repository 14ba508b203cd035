"""Polynomials, by differences of differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...rules.algebra import from_newton, interpolated, newton
from ...rules.bits import expression_bits, integer_bits, numbers_bits
from ...rules.building import polynomial
from ...rules.rule import INDEX, Rule
from ...rules.writing import written

HIGHEST = 30
"""Polynomials of a higher degree are not looked for."""

NAMES = {1: "an arithmetic progression", 2: "a quadratic polynomial", 3: "a cubic polynomial"}


def polynomials(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The polynomial of the lowest degree through all the terms, one at least of which goes beyond its coefficients."""
    leading = newton(terms, most=min(HIGHEST + 1, max(len(terms) - 1, 2)))
    if leading is None:
        return
    coefficients = interpolated(leading, start)
    expression = polynomial(coefficients, INDEX)
    degree = max(len(leading) - 1, 0)
    words = NAMES.get(degree, f"a polynomial of degree {degree}") if degree else f"always {written(expression)}"
    yield Rule(
        kind="polynomial" if degree else "constant",
        words=words,
        formula=f"a(n) = {written(expression)}",
        expression=expression,
        bits=2 + min(integer_bits(degree) + numbers_bits(leading), expression_bits(expression)),
        free=degree + 1,
        following=lambda count: from_newton(leading, count),
    )
