"""Wilson's intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.benchmarks.report.intervals import wilson


@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),  # As Newcombe (1998), table I, prints it.
        (15, 148, 0.0624, 0.1605),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_known_intervals(successes: int, total: int, low: float, high: float) -> None:
    assert wilson(successes, total) == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 10**6).flatmap(lambda total: st.tuples(st.floats(0, total), st.just(total))))
def test_the_interval_holds_the_rate_and_mirrors(pair: tuple[float, int]) -> None:
    successes, total = pair
    low, high = wilson(successes, total)
    assert 0 <= low <= successes / total + 1e-12
    assert successes / total - 1e-12 <= high <= 1
    assert wilson(total - successes, total) == pytest.approx((1 - high, 1 - low), abs=1e-9)
