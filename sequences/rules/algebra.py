"""Exact algebra: recurrences and relations solved for modulo a large prime, and brought back to fractions.

FLINT (python-flint) does the linear algebra. Terms of any size so take no longer than small ones;
whoever asks has to check the answer on the terms.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import gcd, isqrt, lcm
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from flint import fmpz_mod_ctx

PRIME = 2**521 - 1
"""Fractions with up to 78 digits in all can be told apart modulo this prime."""

_LARGEST = isqrt(PRIME // 2)

Coefficient = TypeVar("Coefficient", int, Fraction)


@cache
def _field() -> fmpz_mod_ctx:
    """The integers modulo the prime: to make it takes longer than most of what is done in it."""
    from flint import fmpz_mod_ctx

    return fmpz_mod_ctx(PRIME)


def as_fraction(residue: int) -> Fraction | None:
    """The fraction with this residue whose numerator and denominator are small (Wang's rational reconstruction)."""
    before, now = (PRIME, 0), (residue % PRIME, 1)
    while now[0] > _LARGEST:
        quotient = before[0] // now[0]
        before, now = now, (before[0] - quotient * now[0], before[1] - quotient * now[1])
    if now[1] == 0 or abs(now[1]) > _LARGEST:
        return None
    return Fraction(*now)


def as_fractions(residues: Sequence[int]) -> list[Fraction] | None:
    """All of them as fractions, None if one of them is not that of a small one."""
    values = [as_fraction(residue) for residue in residues]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def as_integers(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The fractions over their common denominator."""
    denominator = lcm(*(value.denominator for value in values))
    return [int(value * denominator) for value in values], denominator


def relation(columns: Sequence[Sequence[int]]) -> list[int] | None:
    """Small integers without a common factor, not all zero, with which the columns add up to zero; None if none do.

    Where there are several relations, the one that does without the last columns.
    """
    from flint import fmpz_mod_mat

    rows = [[entry % PRIME for entry in row] for row in zip(*columns, strict=True)]
    matrix, rank = fmpz_mod_mat(len(rows), len(columns), [entry for row in rows for entry in row], _field()).rref()
    if rank == len(columns):
        return None
    leads = [next(j for j in range(len(columns)) if matrix[i, j] != 0) for i in range(rank)]
    free = next(j for j in range(len(columns)) if j not in leads)
    residues = [0] * len(columns)
    residues[free] = 1
    for i, lead in enumerate(leads):
        residues[lead] = -int(matrix[i, free])
    fractions = as_fractions(residues)
    if fractions is None:
        return None
    integers, _ = as_integers(fractions)
    common = gcd(*integers)
    return [value // common for value in integers]


def combination(target: Sequence[int], columns: Sequence[Sequence[int]]) -> list[Fraction] | None:
    """The fractions with which the columns add up to the target, None if there are none or several."""
    found = relation([*columns, target]) if columns else None
    if found is None or found[-1] == 0:
        return None
    return [Fraction(-value, found[-1]) for value in found[:-1]]


def shortest_recurrence(terms: Sequence[int]) -> list[Fraction] | None:
    """The c1, c2, ... of the shortest a(k) = c1 a(k-1) + c2 a(k-2) + ... by Berlekamp and Massey.

    None where the terms are too few to tell, fewer than two for each coefficient. Trailing zeros mean that the
    recurrence begins later.
    """
    from flint import fmpz_mod_poly_ctx

    minimal = fmpz_mod_poly_ctx(_field()).minpoly([term % PRIME for term in terms])
    if 2 * minimal.degree() > len(terms):
        return None
    return as_fractions([-int(value) for value in reversed(minimal.coeffs()[:-1])])


def newton(values: Sequence[int], *, most: int) -> list[int] | None:
    """The first of the terms, of their differences, of the differences of these and so on, until all are zero.

    None if that takes more than this many.
    """
    leading: list[int] = []
    row = list(values)
    while any(row):
        if len(leading) == most:
            return None
        leading.append(row[0])
        row = [later - earlier for earlier, later in itertools.pairwise(row)]
    return leading


def from_newton(leading: Sequence[int], count: int) -> list[int]:
    """This many terms with these leading differences."""
    row, terms = list(leading) or [0], []
    for _ in range(count):
        terms.append(row[0])
        row = [value + difference for value, difference in zip(row, [*row[1:], 0], strict=True)]
    return terms


def interpolated(leading: Sequence[int], start: int) -> list[Fraction]:
    """The coefficients, lowest power first, of the polynomial with these leading differences at `start`."""
    total: list[Fraction] = [Fraction(0)] * len(leading)
    basis = [Fraction(1)]
    for k, value in enumerate(leading):
        for power, coefficient in enumerate(basis):
            total[power] += value * coefficient
        basis = [part / (k + 1) for part in times(basis, [Fraction(-start - k), Fraction(1)])]
    return total


def times(one: Sequence[Coefficient], other: Sequence[Coefficient]) -> list[Coefficient]:
    """The product of two polynomials."""
    product = [one[0] * 0] * (len(one) + len(other) - 1)
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            product[i + j] += x * y
    return product


def value_at(coefficients: Sequence[Coefficient], point: int) -> Coefficient:
    """The value of a polynomial, the coefficient of the lowest power first."""
    *others, value = coefficients
    for coefficient in reversed(others):
        value = value * point + coefficient
    return value


def factors(coefficients: Sequence[int]) -> tuple[int, list[tuple[list[int], int]]]:
    """A polynomial over the integers as a constant and irreducible factors with their exponents."""
    from flint import fmpz_poly

    constant, parts = fmpz_poly(list(coefficients)).factor()
    return int(constant), [([int(value) for value in part.coeffs()], exponent) for part, exponent in parts]
