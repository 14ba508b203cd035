"""Generating functions over products of 1 - x^k: counts of partitions, Molien and Poincaré series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...rules.algebra import times
from ...rules.bits import integer_bits, numbers_bits
from ...rules.rule import Rule
from ...rules.writing import series_text
from .linear import Recurrence, recurrence_rule

LARGEST, MOST = 12, 4
"""The largest k, and the most factors."""

KEPT = 3
"""How many of the shortest are given."""


def cyclotomic_denominators(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The shortest numerators over products of 1 - x^k."""
    found = [(_bits(factors, numerator), factors, numerator) for factors, numerator in _fractions(terms, (), 1)]
    for bits, factors, numerator in sorted(found)[:KEPT]:
        if len(numerator) + len(factors) <= len(terms):
            yield _rule(factors, numerator, bits, start)


def _fractions(
    series: Sequence[int], factors: tuple[int, ...], least: int
) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """Products of factors that turn the series into a polynomial of fewer terms than the series has."""
    for k in range(least, min(LARGEST, len(series) - 1) + 1):
        numerator = [value - (series[i - k] if i >= k else 0) for i, value in enumerate(series)]
        if not any(numerator[-2:]) and any(numerator):
            yield (*factors, k), _trimmed(numerator)
        elif len(factors) + 1 < MOST:
            yield from _fractions(numerator, (*factors, k), k)


def _trimmed(coefficients: Sequence[int]) -> list[int]:
    return list(coefficients[: max(i for i, value in enumerate(coefficients) if value) + 1])


def _bits(factors: Sequence[int], numerator: Sequence[int]) -> float:
    return 5 + sum(map(integer_bits, factors)) + numbers_bits(numerator)


def _rule(factors: Sequence[int], numerator: Sequence[int], bits: float, start: int) -> Rule:
    denominator = [1]
    for k in factors:
        denominator = times(denominator, [1, *[0] * (k - 1), -1])
    coefficients = tuple(-value for value in denominator[1:])
    first = _expanded(numerator, denominator, max(len(coefficients), len(numerator)))
    names = [
        (f"(1 - x^{k})" if k > 1 else "(1 - x)") + (f"^{count}" if count > 1 else "")
        for k, count in ((k, len(list(group))) for k, group in groupby(factors))
    ]
    over = "".join(names) if len(names) == 1 else f"({''.join(names)})"
    top = series_text(numerator)
    fraction = f"{f'({top})' if ' ' in top else top}/{over}"
    return replace(
        recurrence_rule(Recurrence(coefficients, tuple(first)), start),
        kind="rational generating function",
        words=f"the coefficients of {fraction}",
        formula=f"generating function {fraction}",
        bits=bits,
        free=len(factors) + len(numerator),
    )


def _expanded(numerator: Sequence[int], denominator: Sequence[int], count: int) -> list[int]:
    """The first coefficients of the fraction."""
    series: list[int] = []
    for i in range(count):
        known = sum(denominator[j] * series[i - j] for j in range(1, min(i, len(denominator) - 1) + 1))
        series.append((numerator[i] if i < len(numerator) else 0) - known)
    return series
