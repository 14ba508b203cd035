"""What is better than chance, and what takes fewer bits."""

from __future__ import annotations

import numpy as np
import pytest

from induce.sequences.noisy.evidence import chance, length, walk_length
from induce.sequences.noisy.fitting import Fit
from induce.sequences.noisy.polynomial import line
from induce.sequences.noisy.series import Series, series_of

from .drawn import noisy, white


def fitted(values: list[float], degree: int) -> tuple[Series, Fit]:
    series = series_of(values, start=0)
    assert series is not None
    found = line(degree, series, origin=0)
    assert found is not None
    return series, found


def test_a_line_through_noise_is_chance_and_through_a_line_is_not() -> None:
    assert chance(fitted(white(count=30, seed=1), 1)[1]) > 0.5
    assert chance(fitted(noisy("line", count=30), 1)[1]) < 1e-6


def test_neighbours_that_are_alike_count_for_fewer_terms() -> None:
    smooth = noisy("line", noise=0.1)
    waves = [value + 9 * np.sin(n / 4) for n, value in enumerate(smooth)]
    shuffled = [value + 9 * np.sin(n * 2.7) for n, value in enumerate(smooth)]
    assert fitted(waves, 1)[1].autocorrelation > 0.5
    assert fitted(shuffled, 1)[1].autocorrelation == 0
    assert chance(fitted(waves, 1)[1]) > chance(fitted(shuffled, 1)[1])


@pytest.mark.parametrize(("name", "degree"), [("line", 1), ("parabola", 2)])
def test_the_right_degree_is_the_shortest(name: str, degree: int) -> None:
    lengths = [length(fitted(noisy(name), other)[1]) for other in range(5)]
    assert lengths.index(min(lengths)) == degree


def test_a_walk_is_shorter_by_its_steps_and_noise_is_not() -> None:
    walk, level = fitted(np.cumsum(white(count=100, seed=3)).tolist(), 0)
    assert walk_length(walk) < length(level)
    noise, level = fitted(white(count=100, seed=3), 0)
    assert walk_length(noise) > length(level)
