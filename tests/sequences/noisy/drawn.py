"""Sequences to find rules of, drawn with fixed seeds."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

CURVES: dict[str, Callable[[int], float]] = {
    "line": lambda n: 2.5 * n + 1,
    "parabola": lambda n: 0.1 * n * n - n + 4,
    "cubic": lambda n: 0.01 * (n - 5) * (n - 20) * (n - 34),
    "growth": lambda n: 3 * 1.09**n,
    "decay": lambda n: 30 * 0.9**n + 5,
    "logistic": lambda n: 20 / (1 + math.exp(-0.3 * (n - 18))) + 5,
    "power law": lambda n: 9 * (n + 1) ** 0.5,
    "sinusoid": lambda n: 4 * math.sin(2 * math.pi * n / 12.1 + 0.4) + 5,
    "sinusoid about a line": lambda n: 4 * math.sin(2 * math.pi * n / 7.3 + 2) + 5 - 0.3 * n,
    "two sinusoids": lambda n: 4 * math.sin(2 * math.pi * n / 12.1) + 3 * math.cos(2 * math.pi * n / 5.3),
    "period": lambda n: [1, 9, 2, 8, 3][n % 5],
    "period and trend": lambda n: [1, 9, 2, 8, 3][n % 5] + 0.2 * n,
}


def noisy(name: str, *, count: int = 40, noise: float = 0.5, seed: int = 1) -> list[float]:
    """The values of a curve with normal noise."""
    draw = np.random.default_rng(seed)
    return [CURVES[name](n) + float(draw.normal(0, noise)) for n in range(count)]


def white(*, count: int, seed: int) -> list[float]:
    """Normal noise."""
    values: list[float] = np.random.default_rng(seed).normal(size=count).tolist()
    return values
