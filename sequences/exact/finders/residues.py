"""Residues: recurrences and powers modulo a number that is not much larger than the terms."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ...rules.bits import expression_bits
from ...rules.building import integer, integers, raised
from ...rules.rule import INDEX, Rule, apply, position
from ...rules.writing import written
from .linear import Recurrence

LARGEST = 60
"""Larger terms are taken for no residues."""

TRIED = 12
"""How many moduli above the largest term are tried."""

POWERS = range(1, 8)


def residues(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """A power of the index, a geometric progression or a recurrence of order 2, modulo a number."""
    if len(terms) < 5 or min(terms) < 0 or not 1 < max(terms) <= LARGEST:
        return
    for modulus in range(max(terms) + 1, max(terms) + TRIED + 1):
        yield from _powers(terms, start, modulus)
        yield from _recurrences(terms, start, modulus)


def _powers(terms: Sequence[int], start: int, modulus: int) -> Iterator[Rule]:
    """The lowest power of n that has the terms as its remainders."""
    points = range(start, start + len(terms))
    for exponent in POWERS:
        if all(n**exponent % modulus == term for n, term in zip(points, terms, strict=True)):
            yield _power(exponent, start, modulus)
            return


def _power(exponent: int, start: int, modulus: int) -> Rule:
    expression = apply("mod", raised(INDEX, exponent), integer(modulus))
    return Rule(
        kind="residues",
        words=f"the remainders of {written(raised(INDEX, exponent))} by {modulus}",
        formula=f"a(n) = {written(raised(INDEX, exponent))} mod {modulus}",
        expression=expression,
        bits=3 + expression_bits(expression),
        free=2,
        following=lambda count: [n**exponent % modulus for n in range(start, start + count)],
    )


def _recurrences(terms: Sequence[int], start: int, modulus: int) -> Iterator[Rule]:
    found = _first_order(terms, modulus) or _second_order(terms, modulus)
    if found is None:
        return
    coefficients = tuple(value if value <= modulus // 2 else value - modulus for value in found)
    recurrence = Recurrence(coefficients, tuple(terms[: len(coefficients)]))
    inner = apply("recurrence", integers(coefficients), integers(recurrence.first), position(start))
    expression = apply("mod", inner, integer(modulus))

    def following(count: int) -> list[int]:
        values = list(recurrence.first[:count])
        while len(values) < count:
            values.append(sum(c * values[-1 - i] for i, c in enumerate(coefficients)) % modulus)
        return values

    yield Rule(
        kind="residues",
        words=f"a linear recurrence of order {len(coefficients)} modulo {modulus}",
        formula="",
        expression=expression,
        bits=3 + expression_bits(expression),
        free=2 * len(coefficients) + 1,
        following=following,
    )


def _first_order(terms: Sequence[int], modulus: int) -> tuple[int, ...] | None:
    """The factor from each term to the next."""
    pairs = list(itertools.pairwise(terms))
    factors = (c for c in range(2, modulus) if all((c * before - after) % modulus == 0 for before, after in pairs))
    return next(((factor,) for factor in factors), None)


def _second_order(terms: Sequence[int], modulus: int) -> tuple[int, ...] | None:
    """The coefficients of the two terms before."""
    triples = list(zip(terms, terms[1:], terms[2:], strict=False))
    values = sorted(range(modulus), key=lambda value: min(value, modulus - value))
    for one in values:
        for other in values:
            if other and all((one * b + other * a - c) % modulus == 0 for a, b, c in triples):
                return one, other
    return None
