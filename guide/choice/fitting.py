"""What traits add to the cost of a program: the weights that make what is right likely among what fits.

The probability of a program is that of a log-linear model: its cost, in half bits, is that of its parts and the
weights of its traits. The weights maximise the likelihood of what is right among the rivals of each sample, however
many right programs were found (each counts by its probability, as in expectation maximisation), less the squares of
what they differ by from where they start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from ...search.cost.contextual import EVERY
from ...search.cost.learnt import PARTS_OF_UNIT
from ...search.cost.prior import UNITS_PER_BIT
from .samples import Sample

START = {
    "odd: ITEM_AS_INDEX": 5, "odd: MIXED": 2, "odd: LABEL_AS_QUANTITY": 3, "odd: COUNT_CALCULATED_WITH": 10,
    "odd: COUNT_IN_TEXT": 4, "odd: LENGTH_COMPARED": 4, "odd: UNITS_MIXED": 8, "odd: CODE_SHIFTED": 3,
    "odd: QUOTIENT_TESTED": 4, "odd: ONE_ITEM_DECIDES": 4, "odd: DIGITS_CUT_BY_DIVISION": 3,
    "odd: CONSTANT_CHANGED": 10, "odd: CUT_BY_WHOLE": 8, "odd: CUT_BY_PART": 10, "ignored: Bool": 4, "ignored: Str": 4,
    "predicted: broken": 5, "predicted: often broken": 1.5,
}  # fmt: skip
"""Where the weights start, in units of cost: what was measured or chosen before anything was learnt."""
FEWEST_FUNCTIONS = 3
"""Traits that fewer functions' rivals show are left out."""
STEPS, RATE, MEMORY, SQUARES = 400, 0.1, 0.9, 0.999
"""Of Adam (Kingma and Ba, ICLR 2015)."""
NATS = log(2) / UNITS_PER_BIT
"""A unit of cost in nats."""


@dataclass(frozen=True)
class Table:
    """The rivals of many samples as arrays.

    Parameters
    ----------
    names
        Of the traits, one a column.
    rows, columns, counts : (entries,)
        Which rival has which trait how often.
    costs : (rivals,)
        Before what the traits add.
    right : bool, (rivals,)
        Whether all predictions of a rival are right.
    sample : (rivals,)
        The sample of each rival; those of one sample stand together.
    shares : (samples,)
        How much each sample counts: those of a function count as much as those of another.
    """

    names: tuple[str, ...]
    rows: np.ndarray
    columns: np.ndarray
    counts: np.ndarray
    costs: np.ndarray
    right: np.ndarray
    sample: np.ndarray
    shares: np.ndarray

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Table:
        """The samples that have both right and wrong rivals, with the traits that are not too rare."""
        found = [one for one in samples if one.is_telling]
        names = tuple(_frequent(found))
        numbers = {name: number for number, name in enumerate(names)}
        rivals = [rival for one in found for rival in one.rivals]
        entries = [
            (row, numbers[name], count)
            for row, rival in enumerate(rivals)
            for name, count in (*rival.traits.items(), *rival.omens.items())
            if name in numbers
        ]
        rows, columns, counts = np.array(entries, np.int64).reshape(-1, 3).T
        often = Counter(one.function for one in found)
        return cls(
            names, rows, columns, counts.astype(float),
            np.array([rival.cost for rival in rivals], float),
            np.array([rival.right for rival in rivals], bool),
            np.repeat(np.arange(len(found)), [len(one.rivals) for one in found]),
            np.array([1 / often[one.function] for one in found]),
        )  # fmt: skip

    def costs_under(self, weights: np.ndarray) -> np.ndarray:
        """What each rival costs, in units."""
        return self.costs + np.bincount(self.rows, weights[self.columns] * self.counts, len(self.costs))

    def usual_surprise(self, weights: np.ndarray) -> float:
        """What the traits add to the cost of the right rivals, on average."""
        surprise = self.costs_under(weights) - self.costs
        shares = self.shares[self.sample] * self.right
        return float(shares @ surprise / shares.sum())

    def likelihood(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """The mean log-likelihood of what is right, in nats, and its gradient by the weights."""
        scores = -NATS * self.costs_under(weights)
        every, of_every = self._pooled(scores)
        rights, of_rights = self._pooled(np.where(self.right, scores, -np.inf))
        share = self.shares / self.shares.sum()
        change = (of_rights - of_every) * share[self.sample] * -NATS
        gradient = np.bincount(self.columns, change[self.rows] * self.counts, len(weights))
        return float(share @ (rights - every)), gradient

    def _pooled(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The logarithm of each sample's sum, and the share of each rival in it."""
        most = np.full(len(self.shares), -np.inf)
        np.maximum.at(most, self.sample, scores)
        weights = np.exp(scores - most[self.sample])
        total = np.bincount(self.sample, weights, len(most))
        return most + np.log(total), weights / total[self.sample]


def _frequent(samples: Sequence[Sample]) -> list[str]:
    functions: dict[str, set[str]] = {}
    for one in samples:
        for rival in one.rivals:
            for name in (*rival.traits, *rival.omens):
                functions.setdefault(name, set()).add(one.function)
    return sorted({*START, *(name for name, shown in functions.items() if len(shown) >= FEWEST_FUNCTIONS)})


def fitted(table: Table, *, firmness: float) -> dict[str, float]:
    """The weights of the traits, in units of cost, by their names.

    No weight of a trait is negative: what is odd adds to the cost of a program, and nothing makes up for it, however
    much of it there is. What the traits of a right program add on average is taken off every program, as the weight of
    `EVERY`, so that costs stay what they were.

    Parameters
    ----------
    firmness
        What the square of a weight's distance from its start takes from the log-likelihood.
    """
    start = np.array([START.get(name, 0) for name in table.names], float)
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        gradient = table.likelihood(weights)[1] - 2 * firmness * (weights - start)
        mean += (1 - MEMORY) * (gradient - mean)
        square += (1 - SQUARES) * (gradient**2 - square)
        scale = np.sqrt(square / (1 - SQUARES**step)) + 1e-9
        weights = np.maximum(weights + RATE * (1 - step / STEPS) * mean / (1 - MEMORY**step) / scale, 0)
    found = dict(zip(table.names, weights.tolist(), strict=True))
    return {**found, EVERY: -table.usual_surprise(weights)}


def rounded(weights: Mapping[str, float]) -> dict[str, int]:
    """The weights as they are shipped, without those that add nothing."""
    whole = {name: round(weight * PARTS_OF_UNIT) for name, weight in sorted(weights.items())}
    return {name: weight for name, weight in whole.items() if weight}
