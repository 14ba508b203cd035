"""How sure an answer is: the probability that all its predictions are right, from the evidence.

A logistic model, fitted on tasks of induce's own: of its corpus and of the shipped suite (`induce train --prior`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..cost import learnt

MOST_SURE = 0.99
"""Nobody is surer than this of a program that examples alone speak for."""


@dataclass(frozen=True)
class Calibration:
    """What each piece of evidence says, as log-odds.

    Parameters
    ----------
    base
        The log-odds without any evidence.
    weights
        By the name of the evidence, for each unit of it; 0 for all others.
    """

    base: float
    weights: Mapping[str, float]

    def confidence(self, evidence: Mapping[str, float]) -> float:
        """The probability that an answer with this evidence is right."""
        odds = self.base + sum(self.weights.get(name, 0.0) * value for name, value in sorted(evidence.items()))
        return min(MOST_SURE, 1 / (1 + math.exp(-max(-60.0, min(60.0, odds)))))


@cache
def shipped() -> Calibration:
    """The calibration that comes with induce."""
    return Calibration(**learnt.document()["calibration"])
