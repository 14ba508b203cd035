"""P-recursive sequences: recurrences whose coefficients are polynomials of the index, guessed by linear algebra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb

from ....dsl.core.bounds import MAX_BITS
from ....dsl.core.expression import Undefined
from ....dsl.core.types import INT, list_of
from ...rules.algebra import PRIME, relation, value_at
from ...rules.bits import integer_bits, numbers_bits
from ...rules.building import integers
from ...rules.rule import Rule, apply, constant, position
from ...rules.writing import digits, polynomial_text

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (4, 2))
"""Orders and degrees, by the number of their coefficients."""

SPARE = 8
"""How many more terms than coefficients are used to solve for a rule; the others check it."""

FAR = 1000
"""Up to here no term may have a leading coefficient of zero."""


def holonomic(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The P-recursive rule with the fewest coefficients."""
    found = p_recursive(terms, SHAPES)
    if found is not None:
        polynomials, count = found
        yield p_recursive_rule(polynomials, terms[:count], start)


def p_recursive(terms: Sequence[int], shapes: Sequence[tuple[int, int]]) -> tuple[list[list[int]], int] | None:
    """The polynomials of the first of the orders and degrees that fit, and how many terms must be given."""
    residues = [term % PRIME for term in terms]
    for order, degree in shapes:
        unknown = (order + 1) * (degree + 1)
        if unknown + order > len(terms):
            continue
        polynomials = _solved(residues[: unknown + order + SPARE], order, degree)
        if polynomials is not None:
            count = _beginning(polynomials[0], order, len(terms))
            if count is not None:
                return polynomials, count
    return None


def _solved(terms: Sequence[int], order: int, degree: int) -> list[list[int]] | None:
    """P0, P1, ... of P0(k) a(k) = P1(k) a(k-1) + ..., the lowest power first."""
    points = range(order, len(terms))
    columns = [
        [(terms[k] if lag == 0 else -terms[k - lag]) * k**power for k in points]
        for power in range(degree + 1)
        for lag in reversed(range(order + 1))
    ]
    found = relation(columns)
    if found is None:
        return None
    width = order + 1
    polynomials = [_trimmed(found[order - lag :: width]) for lag in range(width)]
    while len(polynomials) > 1 and not any(polynomials[-1]):
        polynomials.pop()
    if not any(polynomials[0]) or len(polynomials) < 2:
        return None
    if polynomials[0][-1] < 0:
        polynomials = [[-value for value in polynomial] for polynomial in polynomials]
    return polynomials


def _trimmed(coefficients: Sequence[int]) -> list[int]:
    values = list(coefficients)
    while len(values) > 1 and values[-1] == 0:
        values.pop()
    return values


def _beginning(leading: Sequence[int], order: int, known: int) -> int | None:
    """How many terms must be given; None if the leading coefficient has a zero beyond the terms known."""
    zeros = [k for k in range(order, max(known, FAR)) if value_at(leading, k) == 0]
    count = max((order, *(k + 1 for k in zeros)))
    return count if count < known else None


def p_recursive_rule(polynomials: Sequence[Sequence[int]], first: Sequence[int], start: int) -> Rule:
    """The recurrence, in the number of a term counted from 0, as a rule."""
    order = len(polynomials) - 1

    def following(count: int) -> list[int]:
        values = list(first[:count])
        while len(values) < count:
            k = len(values)
            total = sum(value_at(polynomial, k) * values[-lag] for lag, polynomial in enumerate(polynomials[1:], 1))
            leading = value_at(polynomials[0], k)
            if leading == 0 or total % leading:
                raise Undefined("the next term is not an integer")
            if total.bit_length() > MAX_BITS:
                break
            values.append(total // leading)
        return values

    coefficients = [value for polynomial in polynomials for value in polynomial]
    return Rule(
        kind="P-recursive",
        words=f"a recurrence of order {order} with polynomials of the index as coefficients",
        formula=_formula(polynomials, first, start),
        expression=apply(
            "p_recursive",
            constant([list(polynomial) for polynomial in polynomials], list_of(list_of(INT))),
            integers(first),
            position(start),
        ),
        bits=4 + integer_bits(order) + integer_bits(len(polynomials[0])) + numbers_bits((*coefficients, *first)),
        free=len(coefficients) - 1 + len(first),
        following=following,
    )


def _formula(polynomials: Sequence[Sequence[int]], first: Sequence[int], start: int) -> str:
    left, *right = [_times(_shifted(polynomial, start)) for polynomial in polynomials]
    parts = [f"{factor}a(n-{lag})" for lag, factor in enumerate(right, 1) if factor != "0"]
    text = " + ".join(parts).replace("+ -", "- ")
    given = ", ".join(f"a({start + i}) = {digits(value)}" for i, value in enumerate(first))
    return f"{left}a(n) = {text}, {given}"


def _shifted(coefficients: Sequence[int], start: int) -> list[int]:
    """The polynomial in n - start as one in n."""
    return [
        sum(value * comb(i, power) * (-start) ** (i - power) for i, value in enumerate(coefficients) if i >= power)
        for power in range(len(coefficients))
    ]


def _times(coefficients: Sequence[int]) -> str:
    """A polynomial as what stands before the factor a(n)."""
    text = polynomial_text(coefficients, "n")
    if text in ("1", "-1"):
        return text[:-1]
    return text if sum(value != 0 for value in coefficients) < 2 else f"({text})"
