"""Terms as arrays, with the step that they are given in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from induce.sequences.noisy.series import series_of


@pytest.mark.parametrize(
    ("values", "step"),
    [([1, 20, 300], 1.0), ([1, 2.5], 0.1), ([0.25, 1e-3], 1e-3), ([100.0, 200.0], 1.0), ([1e20, 0.5], 1e5)],
)
def test_the_resolution_is_the_last_decimal(values: list[float], step: float) -> None:
    series = series_of(values, start=3)
    assert series is not None
    assert series.resolution == pytest.approx(step)
    assert series.numbers.tolist() == [3 + place for place in range(len(values))]


def test_scipy_is_loaded_when_a_curve_is_fitted() -> None:
    code = "import sys, induce.sequences.noisy; print('scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
