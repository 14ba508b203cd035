"""Quasi-polynomials: polynomials with parts that repeat, and polynomials rounded down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import ceil, floor

from ....dsl.core.expression import Expression
from ...rules.algebra import as_integers, combination
from ...rules.bits import expression_bits
from ...rules.building import chosen, divided, expanded, raised, scaled
from ...rules.rule import INDEX, Rule, apply
from ...rules.writing import written

PERIODS = range(2, 9)
DEGREES = range(1, 5)

SPARE = 8
"""How many more terms than unknowns are used to solve for a rule; the others check it."""


def quasi_polynomials(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The polynomial with the fewest coefficients of which one or all are taken in turn."""
    shapes = [
        (period, degree, repeating) for period, degree in product(PERIODS, DEGREES) for repeating in {1, degree + 1}
    ]
    for period, degree, repeating in sorted(shapes, key=lambda shape: (_unknown(*shape), shape)):
        if _unknown(period, degree, repeating) >= len(terms):
            return
        coefficients = _solved(terms[: _unknown(period, degree, repeating) + SPARE], start, period, degree, repeating)
        if coefficients is not None:
            yield _rule(coefficients, _unknown(period, degree, repeating), start)
            return


def _unknown(period: int, degree: int, repeating: int) -> int:
    """How many coefficients there are to be solved for where the lowest so many repeat."""
    return period * repeating + degree + 1 - repeating


def _solved(terms: Sequence[int], start: int, period: int, degree: int, repeating: int) -> list[list[Fraction]] | None:
    """For each power the coefficients that are taken in turn, the first for multiples of the period."""
    points = range(start, start + len(terms))
    columns = [[n**power for n in points] for power in range(repeating, degree + 1)]
    columns += [
        [n**power * (n % period == residue) for n in points] for power in range(repeating) for residue in range(period)
    ]
    values = combination(terms, columns)
    if values is None:
        return None
    shared, turns = values[: degree + 1 - repeating], values[degree + 1 - repeating :]
    low = [turns[power * period : (power + 1) * period] for power in range(repeating)]
    return low + [[value] * period for value in shared]


def _rule(coefficients: Sequence[Sequence[Fraction]], free: int, start: int) -> Rule:
    def following(count: int) -> list[int]:
        period = len(coefficients[0])
        return [
            int(sum(values[n % period] * n**power for power, values in enumerate(coefficients)))
            for n in range(start, start + count)
        ]

    rounded = _rounded(coefficients)
    expression = rounded or _in_turn(coefficients)
    return Rule(
        kind="quasi-polynomial",
        words=f"a polynomial in n of degree {len(coefficients) - 1}"
        + (", rounded down" if rounded else f" with coefficients that repeat with period {len(coefficients[0])}"),
        formula=f"a(n) = {written(expression, rounds=rounded is not None)}",
        expression=expression,
        bits=3 + expression_bits(expression),
        free=free,
        following=following,
    )


def _rounded(coefficients: Sequence[Sequence[Fraction]]) -> Expression | None:
    """The polynomial rounded down, where that is what makes its constant repeat."""
    constants, others = coefficients[0], [values[0] for values in coefficients[1:]]
    if any(len(set(values)) > 1 for values in coefficients[1:]) or max(constants) - min(constants) >= 1:
        return None
    numerators, denominator = as_integers([*constants, *others])
    low, high = max(constants) * denominator, min(constants) * denominator + denominator
    addend = min(max(0, ceil(low)), ceil(high) - 1)
    return divided(expanded([addend, *numerators[len(constants) :]], INDEX), denominator)


def _in_turn(coefficients: Sequence[Sequence[Fraction]]) -> Expression:
    """The sum of the powers with what they are multiplied by."""
    period = len(coefficients[0])
    numerators, denominator = as_integers([value for values in coefficients for value in values])
    total: Expression | None = None
    for power in reversed(range(len(coefficients))):
        values = numerators[power * period : (power + 1) * period]
        if any(values):
            part = _part(values, power)
            total = part if total is None else apply("add", total, part)
    assert total is not None
    return divided(total, denominator)


def _part(values: Sequence[int], power: int) -> Expression:
    base = raised(INDEX, power) if power else None
    if len(set(values)) == 1:
        return scaled(values[0], base)
    return chosen(values, INDEX) if base is None else apply("mul", chosen(values, INDEX), base)


LARGEST_DIVISOR = 30


def rounded_lines(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The line, rounded down, with the smallest denominator."""
    if len(terms) < 3 or max(terms) == min(terms):
        return
    points = range(start, start + len(terms))
    for divisor in range(2, LARGEST_DIVISOR + 1):
        low, high = _slopes(terms)
        for factor in range(ceil(low * divisor), floor(high * divisor) + 1):
            least = max(divisor * term - factor * n for n, term in zip(points, terms, strict=True))
            most = min(divisor * term - factor * n for n, term in zip(points, terms, strict=True)) + divisor - 1
            if least <= most and factor:
                yield _line(factor, min(range(least, most + 1), key=lambda value: (abs(value), value)), divisor, start)
                return


def _slopes(terms: Sequence[int]) -> tuple[Fraction, Fraction]:
    """Between what slopes a line lies that passes from the first to the last term."""
    steps = len(terms) - 1
    return Fraction(terms[-1] - terms[0] - 1, steps), Fraction(terms[-1] - terms[0] + 1, steps)


def _line(factor: int, addend: int, divisor: int, start: int) -> Rule:
    expression = divided(expanded([addend, factor], INDEX), divisor)
    return Rule(
        kind="quasi-polynomial",
        words="a line, rounded down",
        formula=f"a(n) = {written(expression, rounds=True)}",
        expression=expression,
        bits=3 + expression_bits(expression),
        free=3,
        following=lambda count: [(factor * n + addend) // divisor for n in range(start, start + count)],
    )
