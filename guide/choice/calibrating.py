"""What evidence says of an answer: a logistic model, fitted to answers whose rightness is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...search.answer.calibration import Calibration
from ...search.answer.evidence import evidence
from ...search.cost.learnt import Weights
from .samples import Sample

FIRMNESS = 0.001
"""What the square of a weight takes from the mean log-likelihood, for evidence of unit variance."""
ROUNDS = 50
"""Newton steps; far fewer are needed."""
DIGITS = 4
"""Places of the weights that are kept."""


@dataclass(frozen=True)
class Judged:
    """An answer's evidence, and whether all its predictions are right; `share` is how much it counts."""

    evidence: Mapping[str, float]
    right: bool
    share: float = 1.0


def judged(samples: Sequence[Sample], weights: Weights) -> list[Judged]:
    """The answers that are given where these weights rank the rivals; functions count alike."""
    often = Counter(one.function for one in samples if one.setting is not None)
    found = []
    for one in samples:
        if one.setting is not None:
            ranked = one.under(weights)
            best = ranked[0]
            known = evidence(ranked, one.setting, best.traits, surprise=weights.surprise(best.traits), lone=best.lone)
            found.append(Judged(known, best.right, 1 / often[one.function]))
    return found


def calibrated(answers: Sequence[Judged], *, firmness: float = FIRMNESS) -> Calibration:
    """The calibration under which what is right is likeliest."""
    names = sorted({name for one in answers for name in one.evidence})
    rows = np.array([[one.evidence.get(name, 0.0) for name in names] for one in answers])
    right = np.array([one.right for one in answers], float)
    shares = np.array([one.share for one in answers])
    shares = shares / shares.sum()
    means = shares @ rows
    scales = np.sqrt(shares @ (rows - means) ** 2) + 1e-9
    scaled = np.column_stack([np.ones(len(rows)), (rows - means) / scales])
    penalty = 2 * firmness * np.diag([0.0, *np.ones(len(names))])
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        gradient = scaled.T @ (shares * (right - likely)) - penalty @ weights
        curvature = (scaled.T * (shares * likely * (1 - likely))) @ scaled + penalty + 1e-9 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    plain = weights[1:] / scales
    kept = {name: round(float(weight), DIGITS) for name, weight in zip(names, plain, strict=True)}
    return Calibration(round(float(weights[0] - plain @ means), DIGITS), kept)
