"""Transforms of power series and of divisor sums, and their inverses, on lists of terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import comb

from ....dsl.language.language import BUILTIN
from ....dsl.primitives.rules import MOST_TRANSFORMED

Terms = list[int]


def done_by(name: str) -> Callable[[Sequence[int], int], Terms]:
    """What a transform of the language makes of the first terms, counted from 1; it has one term more, a(0) = 1."""
    reference = BUILTIN.vocabulary[name].reference
    return lambda terms, _: reference(list(terms[:MOST_TRANSFORMED]))


def without_first(transform: Callable[[Sequence[int], int], Terms]) -> Callable[[Sequence[int], int], Terms]:
    """The transform without its first term."""
    return lambda terms, origin: transform(terms, origin)[1:]


def invert_undone(terms: Sequence[int]) -> Terms | None:
    """The xk of a(n) = x1 a(n-1) + x2 a(n-2) + ... + xn a(0)."""
    kernel: Terms = []
    for n in range(1, len(terms)):
        kernel.append(terms[n] - sum(x * terms[n - k] for k, x in enumerate(kernel, 1)))
    return kernel


def exp_undone(terms: Sequence[int]) -> Terms | None:
    """The xk of a(n) = sum of C(n-1, k-1) xk a(n-k)."""
    kernel: Terms = []
    for n in range(1, len(terms)):
        kernel.append(terms[n] - sum(comb(n - 1, k - 1) * x * terms[n - k] for k, x in enumerate(kernel, 1)))
    return kernel


def euler_undone(terms: Sequence[int]) -> Terms | None:
    """The exponents of the product of (1 - x^k)^-xk."""
    sums: Terms = []
    for n in range(1, len(terms)):
        sums.append(n * terms[n] - sum(value * terms[n - k] for k, value in enumerate(sums, 1)))
    parts = divisors_undone(sums, power=0)
    if any(value % k for k, value in enumerate(parts, 1)):
        return None
    return [value // k for k, value in enumerate(parts, 1)]


def divisor_sums(terms: Sequence[int], *, power: int) -> Terms:
    """The sums of d^power b(n/d) over the divisors d of n, for n = 1, 2, ..."""
    sums = [0] * len(terms)
    for d in range(1, len(terms) + 1):
        for n in range(d, len(terms) + 1, d):
            sums[n - 1] += d**power * terms[n // d - 1]
    return sums


def divisors_undone(terms: Sequence[int], *, power: int) -> Terms:
    """The b of a(n) = sum of d^power b(n/d)."""
    rest = list(terms)
    for d in range(1, len(rest) + 1):
        for n in range(2 * d, len(rest) + 1, d):
            rest[n - 1] -= (n // d) ** power * rest[d - 1]
    return rest
