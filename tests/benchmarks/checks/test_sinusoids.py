"""The rates of noisy sinusoids and of noise are counted."""

from __future__ import annotations

import pytest

from induce.benchmarks.checks.sinusoids import NOISES, Rate, noise_rate, sinusoid_rates


def test_strong_sinusoids_are_found() -> None:
    found, near, covered = sinusoid_rates(8, ratio=50.0)
    assert (found.solutions, near.solutions, covered.cases) == (8, 8, 80)


@pytest.mark.parametrize("noise", NOISES)
def test_noise_is_not_taken_for_a_rule(noise: str) -> None:
    rate = noise_rate(3, noise=noise, terms=20)
    assert (rate.solutions, rate.cases) == (0, 3)


def test_rates_are_printed_with_counts() -> None:
    assert str(Rate("have a rule", 1, 40)) == "  2.5%       1 of 40     have a rule"
    assert str(Rate("are covered", 0, 0)) == "     -       0 of 0      are covered"
