"""Algebraic generating functions: a quadratic equation for the power series, guessed by linear algebra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....dsl.core.expression import Undefined
from ...rules.algebra import PRIME, relation, times
from ...rules.bits import integer_bits, numbers_bits
from ...rules.rule import Rule
from ...rules.writing import series_text
from .holonomic import p_recursive, p_recursive_rule

DEGREES = ((1, 1, 1), (1, 1, 0), (1, 2, 1), (2, 1, 1), (1, 1, 2), (2, 2, 1), (1, 2, 2), (2, 2, 2), (3, 2, 1), (3, 3, 3))
"""Degrees of the factors of the square, of the series and of the rest."""

SPARE = 8
"""How many more terms than coefficients are used to solve for a rule; the others check it."""

GROWN = 100
"""The terms from which the recurrence of a series is found."""

SHAPES = ((1, 1), (2, 1), (2, 2), (3, 1), (2, 3), (3, 2), (3, 3), (4, 3), (3, 4), (4, 4), (5, 5), (6, 6))
"""Orders and degrees of recurrences that an algebraic series may have."""


@dataclass(frozen=True)
class Quadratic:
    """square * A(x)^2 + linear * A(x) + rest = 0, each a polynomial in x, the lowest power first."""

    square: tuple[int, ...]
    linear: tuple[int, ...]
    rest: tuple[int, ...]

    def continued(self, terms: Sequence[int], count: int) -> list[int]:
        """The series that begins with the terms, up to this many.

        Raises
        ------
        Undefined
            If the equation does not tell the next term, or it is not an integer.
        """
        values = list(terms[:count])
        slope = [2 * value for value in times(self.square, terms)[: len(terms)]]
        slope = [value + (self.linear[i] if i < len(self.linear) else 0) for i, value in enumerate(slope)]
        depth = next((i for i, value in enumerate(slope) if value), None)
        if depth is None or 2 * depth >= len(terms):
            raise Undefined("the equation does not tell the next term")
        while len(values) < count:
            rest = self._coefficient(values, len(values) + depth)
            if rest % slope[depth]:
                raise Undefined("the next term is not an integer")
            values.append(-rest // slope[depth])
        return values

    def _coefficient(self, values: Sequence[int], power: int) -> int:
        """That of a power of x on the left hand side, where the series ends with these values."""
        total = self.rest[power] if power < len(self.rest) else 0
        total += sum(c * values[power - i] for i, c in enumerate(self.linear) if 0 <= power - i < len(values))
        for i, c in enumerate(self.square):
            low, high = max(0, power - i - len(values) + 1), min(power - i, len(values) - 1)
            total += c * sum(values[j] * values[power - i - j] for j in range(low, high + 1)) if c else 0
        return total

    def __str__(self) -> str:
        parts = [(self.square, "A(x)^2"), (self.linear, "A(x)"), (self.rest, "")]
        return " + ".join(_times(series_text(part), name) for part, name in parts if any(part)) + " = 0"


def _times(factor: str, name: str) -> str:
    if factor == "1" and name:
        return name
    return f"({factor}) {name}".strip() if " " in factor or factor[0] == "-" else f"{factor} {name}".strip()


def algebraic(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The quadratic equation with the fewest coefficients, as the recurrence that its series has."""
    for degrees in DEGREES:
        unknown = sum(degrees) + 3
        if unknown > len(terms):
            continue
        equation = _solved(terms[: unknown + SPARE], degrees)
        if equation is not None:
            yield from _rule(equation, terms, unknown - 1, start)
            return


def _solved(terms: Sequence[int], degrees: tuple[int, int, int]) -> Quadratic | None:
    residues = [term % PRIME for term in terms]
    square = times(residues, residues)[: len(terms)]
    series = (square, residues, [1, *[0] * (len(terms) - 1)])
    columns = [
        [0] * shift + column[: len(terms) - shift]
        for column, degree in zip(series, degrees, strict=True)
        for shift in range(degree + 1)
    ]
    found = relation(columns[::-1])
    if found is None:
        return None
    values = found[::-1]
    first, second = degrees[0] + 1, degrees[0] + degrees[1] + 2
    equation = Quadratic(tuple(values[:first]), tuple(values[first:second]), tuple(values[second:]))
    return equation if any(equation.square) else None


def _rule(equation: Quadratic, terms: Sequence[int], free: int, start: int) -> Iterator[Rule]:
    try:
        grown = equation.continued(terms, GROWN)
    except Undefined:
        return
    found = p_recursive(grown, SHAPES)
    if found is None:
        return
    polynomials, count = found
    coefficients = (*equation.square, *equation.linear, *equation.rest)
    yield replace(
        p_recursive_rule(polynomials, grown[:count], start),
        kind="algebraic generating function",
        words=f"the coefficients of the power series A(x) with {equation}",
        formula=str(equation),
        bits=5 + integer_bits(len(coefficients)) + numbers_bits(coefficients) + numbers_bits(terms[:1]),
        free=free,
    )
