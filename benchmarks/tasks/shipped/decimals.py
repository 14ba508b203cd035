"""Decimals: prices, rates and means, calculated exactly as on paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import wraps
from typing import Any

from .exercise import Exercise

CENT = Decimal("0.01")


def _exact(value: Any) -> Any:
    """The value with decimals in place of floats, by their digits."""
    if isinstance(value, list):
        return [_exact(item) for item in value]
    return Decimal(repr(value)) if isinstance(value, float) else value


def _written(value: Any) -> Any:
    """The value as JSON has it."""
    if isinstance(value, list):
        return [_written(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _exactly(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function on floats, calculated with decimals."""

    @wraps(function)
    def on_floats(*arguments: Any) -> Any:
        return _written(function(*map(_exact, arguments)))

    return on_floats


def _running(xs: list[Decimal]) -> list[Decimal]:
    return [sum(xs[: i + 1], Decimal()) for i in range(len(xs))]


EXERCISES = (
    Exercise(
        "line_total",
        "easy",
        "The price times the count.",
        _exactly(lambda price, count: price * count),
        [(2.5, 4), (0.35, 7), (19.99, 2), (3.2, 10)],
        [(1.15, 3), (7.45, 12), (0.1, 3)],
    ),
    Exercise(
        "sum_of_prices",
        "easy",
        "The sum of the prices.",
        _exactly(sum),
        [[0.1, 0.2], [4.75, 1.25, 3.5], [9.99], [12.4, 0.6, 7.05]],
        [[0.7, 0.1, 0.3], [1.1, 2.2, 3.3, 4.4]],
    ),
    Exercise(
        "with_tax",
        "medium",
        "The price and 19 percent, rounded to cents.",
        _exactly(lambda price: (price * Decimal("1.19")).quantize(CENT, ROUND_HALF_UP)),
        [10.0, 24.5, 3.99, 117.25],
        [8.4, 59.9, 249.95],
    ),
    Exercise(
        "mean_of_measurements",
        "medium",
        "The mean, rounded to one place.",
        _exactly(lambda xs: (sum(xs, Decimal()) / len(xs)).quantize(Decimal("0.1"), ROUND_HALF_UP)),
        [[2.5, 3.1, 4.0], [10.2, 9.9, 10.4, 10.1], [0.7, 0.9], [5.5, 6.1, 4.9, 5.0, 6.2]],
        [[1.1, 1.2, 1.6], [20.0, 21.5, 23.4], [7.7, 7.9, 8.2, 8.6]],
    ),
    Exercise(
        "celsius_of_fahrenheit",
        "medium",
        "The temperature in degrees Celsius.",
        _exactly(lambda f: (f - 32) / Decimal("1.8")),
        [50.0, 68.9, 32.9, 23.0],
        [212.0, 98.6, 14.9],
    ),
    Exercise(
        "to_the_next_five_cents",
        "medium",
        "The amount, rounded to a multiple of 0.05.",
        _exactly(lambda x: (x / Decimal("0.05")).quantize(Decimal(1), ROUND_HALF_UP) * Decimal("0.05")),
        [1.02, 3.38, 7.94, 12.57, 0.41],
        [2.21, 9.99, 6.13],
    ),
    Exercise(
        "prices_over_ten",
        "easy",
        "The prices of more than 10.",
        _exactly(lambda xs: [x for x in xs if x > 10]),
        [[9.99, 10.5, 12.0], [10.01, 3.25, 10.0, 15.75], [8.5, 7.25], [99.9, 4.4, 11.1]],
        [[10.0, 10.1, 9.9], [25.5, 2.5, 30.3]],
    ),
    Exercise(
        "balance_after_each",
        "easy",
        "The running total of the bookings.",
        _exactly(_running),
        [[10.5, -2.25, 4.0], [0.1, 0.1, 0.1], [100.0, -49.95, -20.05], [7.3, 2.7]],
        [[5.5, 5.5, -1.1], [0.2, 0.4, 0.6, 0.8]],
    ),
    Exercise(
        "spread_of_readings",
        "easy",
        "The largest reading less the smallest.",
        _exactly(lambda xs: max(xs) - min(xs)),
        [[3.2, 4.8, 3.9], [0.3, 0.1, 0.2], [12.75, 10.25], [7.7, 9.4, 8.1, 7.9]],
        [[1.1, 2.2, 3.3], [20.05, 19.95, 20.15]],
    ),
    Exercise(
        "share_in_percent",
        "medium",
        "What percentage of the whole the part is, rounded to one place.",
        _exactly(lambda part, whole: (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)),
        [(1, 16), (2, 3), (45, 60), (7, 9)],
        [(5, 16), (1, 6), (11, 12)],
    ),
)
