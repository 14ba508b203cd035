"""Formulas of several integers: their coefficients are solved for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import synthesize
from induce.search.readings.numbers.formulas import solutions

SHOWN = [(1, 1, 4), (2, 5, 1), (7, 3, 2), (4, 4, 9), (0, 6, 5), (10, 2, 3), (3, 8, 6), (5, 9, 7)]


@pytest.mark.parametrize(
    "function",
    [
        lambda a, b, c: 3600 * a + 60 * b + c,
        lambda a, b, c: 2 * (a * b + b * c + a * c),
        lambda a, b, c: b * b - 4 * a * c,
        lambda a, b, c: a * a + b * b + c * c,
        lambda a, b, c: 7 * a - 3 * b + 11,
        lambda a, b, c: a * b * c - a - b - c,
    ],
)
def test_of_three(function: Any) -> None:
    asked = [(2, 3, 4), (11, 5, 2)]
    result = synthesize([(one, function(*one)) for one in SHOWN], inputs=asked, timeout=None, max_candidates=300_000)
    assert result.predictions == [function(*one) for one in asked], str(result.program)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-9, 9).filter(bool), min_size=2, max_size=3))
def test_coefficients_are_exact(coefficients: list[int]) -> None:
    products: list[Callable[[int, int], int]] = [lambda a, b: a * a, lambda a, b: a * b, lambda a, b: 1]
    pairs = [one[:2] for one in SHOWN]
    outputs = [sum(c * f(a, b) for c, f in zip(coefficients, products, strict=False)) for a, b in pairs]
    columns = [[a for a, _ in pairs], [b for _, b in pairs]]
    found = list(solutions(columns, outputs))
    assert found
    for terms, factors, denominator in found:
        for (a, b), output in zip(pairs, outputs, strict=True):
            total = 0
            for term, factor in zip(terms, factors, strict=True):
                product = factor
                for position in term:
                    product *= (a, b)[position]
                total += product
            assert total == denominator * output


def test_none_for_outputs_without_one() -> None:
    columns = [[1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 4, 1, 5, 9, 2, 6]]
    assert not list(solutions(columns, [5, -3, 88, 0, 41, 7, 7, 2]))
