"""How often the period of a noisy sinusoid is found, how often noise is taken for a rule, and what intervals cover.

python -m induce.benchmarks.checks.sinusoids [SEQUENCES]
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...sequences.noisy import noisy_rules
from ...support.kinds import POSITIVE

TERMS = 40
AHEAD = 10
PERIODS = (3.0, 18.0)
NEAR = 0.02
SEED = 6


@dataclass(frozen=True)
class Rate:
    """How many of the cases were as described."""

    what: str
    solutions: int
    cases: int

    def __str__(self) -> str:
        share = f"{self.solutions / self.cases:6.1%}" if self.cases else "     -"
        return f"{share}  {self.solutions:>6,} of {self.cases:<7,}{self.what}"


def sinusoid(draw: np.random.Generator, *, ratio: float, terms: int) -> tuple[list[float], float]:
    """A sinusoid about a level with noise of deviation 1, and its period.

    Parameters
    ----------
    ratio
        The variance of the sinusoid divided by that of the noise.
    """
    period, phase = draw.uniform(*PERIODS), draw.uniform(0, 2 * math.pi)
    wave = math.sqrt(2 * ratio) * np.sin(2 * math.pi * np.arange(terms) / period + phase)
    values: list[float] = (draw.normal(0, 5) + wave + draw.normal(size=terms)).tolist()
    return values, period


def sinusoid_rates(sequences: int, *, ratio: float) -> list[Rate]:
    """How many periods are found, and how many of the further terms lie in their intervals."""
    draw = np.random.default_rng(SEED)
    found = near = covered = foretold = 0
    for _ in range(sequences):
        values, period = sinusoid(draw, ratio=ratio, terms=TERMS + AHEAD)
        rules = noisy_rules(values[:TERMS])
        if rules and rules[0].period is not None:
            found += 1
            near += abs(rules[0].period / period - 1) <= NEAR
        if rules and rules[0].intervals is not None:
            bounds = rules[0].intervals(TERMS + AHEAD)[TERMS:]
            foretold += AHEAD
            covered += sum(b.low <= value <= b.high for b, value in zip(bounds, values[TERMS:], strict=True))
    return [
        Rate("have a rule with a period", found, sequences),
        Rate(f"have a period within {NEAR:.0%}", near, sequences),
        Rate("further terms lie in their 95% interval", covered, foretold),
    ]


Drawn = Callable[[np.random.Generator, int], NDArray[np.float64]]
NOISES: dict[str, Drawn] = {
    "normal": lambda draw, terms: draw.normal(size=terms),
    "uniform": lambda draw, terms: draw.uniform(size=terms),
    "Laplace": lambda draw, terms: draw.laplace(size=terms),
    "Student's t with 3 degrees": lambda draw, terms: draw.standard_t(3, size=terms),
    "integers 0 to 9": lambda draw, terms: draw.integers(0, 10, size=terms).astype(np.float64),
    "integers 0 and 1": lambda draw, terms: draw.integers(0, 2, size=terms).astype(np.float64),
    "random walk": lambda draw, terms: np.cumsum(draw.normal(size=terms)),
}


def noise_rate(sequences: int, *, noise: str, terms: int) -> Rate:
    """How many sequences of noise have a rule."""
    draw = np.random.default_rng(SEED)
    found = 0
    for _ in range(sequences):
        values = NOISES[noise](draw, terms).tolist()
        whole = noise.startswith("integers")
        found += bool(noisy_rules([int(value) for value in values] if whole else values))
    return Rate(f"have a rule: {terms} terms, {noise}", found, sequences)


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(
        prog="python -m induce.benchmarks.checks.sinusoids", description="How often sinusoids are found in noise."
    )
    parser.add_argument("sequences", nargs="?", type=POSITIVE, default=400, metavar="SEQUENCES")
    sequences = parser.parse_args().sequences
    for ratio in (10.0, 50.0):
        amplitude = math.sqrt(2 * ratio)
        print(f"sinusoids of {TERMS} terms, variance ratio {ratio:g} (amplitude {amplitude:.3g} deviations)")
        print(*sinusoid_rates(sequences, ratio=ratio), sep="\n")
    print("noise")
    cases = [("normal", terms) for terms in (10, 20, 100)] + [(noise, TERMS) for noise in NOISES]
    for noise, terms in cases:
        print(noise_rate(sequences, noise=noise, terms=terms))


if __name__ == "__main__":
    main()
