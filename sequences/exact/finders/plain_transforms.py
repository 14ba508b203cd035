"""Sums, differences, products, ratios, multiples and powers of simpler terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from math import factorial, isqrt, log
from operator import mul

from ....dsl.core.bounds import MAX_BITS
from ....dsl.core.expression import Expression
from ...rules.building import integer, offset, raised, with_index
from ...rules.rule import INDEX, apply
from ...rules.writing import digits
from .series import Terms
from .transform import RICH, SIMPLE, SMALL, Transform, mapped, size_of

FAR = 1000
"""Factorials are taken of no larger number than this for the first term."""


def plain_transforms() -> Iterator[Transform]:
    """Sums, differences, products and ratios, and multiples of n and n!."""
    yield Transform(
        "a(n) = the sum of the b(k) up to k = n",
        lambda terms, _: [terms[0], *(after - before for before, after in pairwise(terms))],
        lambda terms, _: list(accumulate(terms)),
        lambda inner, first: apply("sum", mapped(_from(first), "k", inner)),
        RICH,
    )
    yield Transform(
        "a(n) = b(n) - b(n-1)",
        lambda terms, _: list(accumulate(terms)),
        lambda terms, _: [terms[0], *(after - before for before, after in pairwise(terms))],
        lambda inner, first: _unless_first(inner, apply("sub", inner, _before(inner)), first),
        RICH,
    )
    yield Transform(
        "a(n) = n! b(n)",
        lambda terms, first: _quotients(terms, _factorials(terms, first)) if 0 <= first <= FAR else None,
        lambda terms, first: [factor * term for factor, term in zip(_factorials(terms, first), terms, strict=True)],
        lambda inner, _: _times_factorial(inner),
        SIMPLE,
        closed=True,
    )
    yield Transform(
        "a(n) = the product of the b(k) up to k = n",
        lambda terms, _: _ratios(terms),
        lambda terms, _: _products(terms),
        lambda inner, first: apply("product", mapped(_from(first), "k", inner)),
        RICH,
    )
    yield Transform(
        "a(n) = b(n)/b(n-1)",
        lambda terms, _: None if 0 in terms or size_of(terms) > SMALL else _products(terms),
        lambda terms, _: _ratios(terms) or [],
        lambda inner, first: _unless_first(inner, apply("div", inner, _before(inner)), first),
        SIMPLE,
    )
    for given in (0, 1):
        yield Transform(
            "a(n) = n b(n)",
            lambda terms, first: _quotients(terms, _numbers(terms, first)),
            lambda terms, first: [n * value for n, value in zip(_numbers(terms, first), terms, strict=True)],
            lambda inner, _: apply("mul", INDEX, inner),
            RICH,
            origin=1,
            given=given,
            closed=True,
        )


def _times_factorial(inner: Expression) -> Expression:
    product = apply("product", apply("one_to", INDEX))
    return product if inner == integer(1) else apply("mul", product, inner)


def _factorials(terms: Sequence[int], first: int) -> Terms:
    """Those of the numbers of the terms."""
    return list(accumulate(_numbers(terms, first)[1:], mul, initial=factorial(first)))


def _products(terms: Sequence[int]) -> Terms:
    """Those of the first terms."""
    return _within_reach(accumulate(terms, mul))


def _within_reach(terms: Iterable[int]) -> Terms:
    """The first terms, up to one that is too large for a program."""
    return list(takewhile(lambda term: term.bit_length() <= MAX_BITS, terms))


def _numbers(terms: Sequence[int], first: int) -> range:
    return range(first, first + len(terms))


def _unless_first(inner: Expression, expression: Expression, first: int) -> Expression:
    return apply("if_else", apply("eq", INDEX, integer(first)), inner, expression)


def _ratios(terms: Sequence[int]) -> Terms | None:
    if 0 in terms:
        return None
    ratios = _quotients(terms[1:], terms[:-1])
    return None if ratios is None else [terms[0], *ratios]


def _quotients(terms: Sequence[int], divisors: Sequence[int]) -> Terms | None:
    """The terms over the divisors, if all come out even."""
    if any(term % divisor for term, divisor in zip(terms, divisors, strict=True)):
        return None
    return [term // divisor for term, divisor in zip(terms, divisors, strict=True)]


def powers(terms: Sequence[int]) -> Iterator[Transform]:
    """Squares of simpler terms, and powers of one base."""
    if min(terms) < 0 or max(terms) < 2:
        return
    roots = [isqrt(term) for term in terms]
    if all(root * root == term for root, term in zip(roots, terms, strict=True)):
        yield Transform(
            "a(n) = b(n)^2",
            lambda _terms, _: roots,
            lambda values, _: [value * value for value in values],
            lambda inner, _: raised(inner, 2),
            RICH,
            closed=True,
        )
    base = min(term for term in terms if term > 1)
    exponents = [_exponent(term, base) for term in terms]
    known = [exponent for exponent in exponents if exponent is not None]
    if len(known) == len(terms) and max(known) > 1:
        yield Transform(
            f"a(n) = {digits(base)}^b(n)",
            lambda _terms, _: known,
            lambda exponents, _: _powers_of(base, exponents),
            lambda inner, _: apply("power", integer(base), inner),
            SIMPLE,
            closed=True,
        )


def _powers_of(base: int, exponents: Sequence[int]) -> Terms:
    """Those with the first exponents, up to one that is negative, or too large for a program."""
    least_bits = base.bit_length() - 1
    few = takewhile(lambda exponent: 0 <= exponent * least_bits <= MAX_BITS, exponents)
    return _within_reach(base**exponent for exponent in few)


def _exponent(value: int, base: int) -> int | None:
    """The power of the base that the value is."""
    if value == 0:
        return None
    exponent = round(log(value) / log(base))
    return exponent if base**exponent == value else None


def _before(inner: Expression) -> Expression:
    return with_index(inner, offset(INDEX, -1))


def _from(first: int) -> Expression:
    """The numbers from the first up to `INDEX`."""
    return apply("one_to", INDEX) if first == 1 else apply("range", integer(first), offset(INDEX, 1))
