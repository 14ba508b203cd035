"""Factors and summands between decimals: found where there are some, also behind rounding."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.decimals import carried
from induce.dsl.core.expression import Undefined, Variable, evaluate
from induce.dsl.core.types import DECIMAL
from induce.dsl.text.printer import print_expression
from induce.search.cost.prior import expression_cost
from induce.search.engine.instances import universe
from induce.search.strategies.rates import Interval, Rates
from induce.search.task.settings import MOST_COST

from ..searches import bank_of, context_of, goal_of, unlimited

pytestmark = pytest.mark.bounds

X = Variable("x", DECIMAL)
PRICES = [Decimal(text) for text in ("10", "20.5", "7.99", "3.33", "129.95")]


def solved(function: Callable[[Decimal], Decimal], *, bound: int = MOST_COST) -> dict[str, int]:
    """The programs over one decimal that do what the function does, and their costs."""
    bank = bank_of(universe((DECIMAL,), DECIMAL), [(X, PRICES)])
    wanted = [carried(function(x)) for x in PRICES]
    found = {}
    for cost, body in Rates(context_of(bank, [], unlimited())).solve(goal_of(bank, DECIMAL, wanted), lambda: bound):
        assert cost == expression_cost(body)
        try:
            if [carried(evaluate(body, {"x": x})) for x in PRICES] == wanted:
                found[print_expression(body)] = cost
        except Undefined:
            pass
    return found


def cents(x: Decimal) -> Decimal:
    return x.quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("function", "text"),
    [
        (lambda x: x * Decimal("1.19"), "x * 1.19"),
        (lambda x: x / 8, "x / 8.0"),
        (lambda x: x * 9 / 5 + 32, "x * 1.8 + 32.0"),
        (lambda x: x - Decimal("4.99"), "x - 4.99"),
        (lambda x: cents(x * Decimal("1.19")), "round_half_up(x * 1.19, 2)"),
        (lambda x: cents((x - 32) * 5 / 9), "round_half_up((x - 32.0) / 1.8, 2)"),
        (lambda x: cents(x * 3 / 7), "round_half_up(x * 3.0 / 7.0, 2)"),
        (lambda x: -x * Decimal("0.5") + 1, "x * -0.5 + 1.0"),
    ],
)
def test_a_line_is_found(function: Callable[[Decimal], Decimal], text: str) -> None:
    found = solved(function)
    assert text in found
    assert min(found.values()) == found[text]


def test_a_curve_is_not_a_line() -> None:
    assert solved(lambda x: x * x) == {}


def test_nothing_dearer_than_the_bound_is_found() -> None:
    assert solved(lambda x: x * Decimal("1.19"), bound=5) == {}


@settings(deadline=None)
@given(st.fractions(-50, 50, max_denominator=999), st.fractions(0, 2, max_denominator=999))
def test_the_shortest_number_of_an_interval(low: Fraction, width: Fraction) -> None:
    interval = Interval(low, low + width)
    shortest, ratio = interval.shortest(), interval.ratio()
    for found in (shortest, ratio):
        assert found is None or low <= Fraction(found) <= low + width
    least = next((d for d in range(1, 1000) if -(-low.numerator * d // low.denominator) <= (low + width) * d), None)
    assert ratio is None or ratio.denominator == least
    if shortest is not None and shortest:
        shorter = 10 ** max(0, -int(shortest.as_tuple().exponent) - 1)
        assert -(-low * shorter // 1) > (low + width) * shorter or shorter == 1


def test_an_empty_interval_has_no_number() -> None:
    nothing = Interval(Fraction(1), Fraction(0))
    assert nothing.shortest() is None
    assert nothing.ratio() is None
