"""How far confidences hold: what was told beforehand against what turned out right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
"""Ranges of confidence of the same width."""
SURE = 0.95
"""An answer of at least this confidence is sure."""


@dataclass(frozen=True)
class Bin:
    """The answers whose confidence lies in one range.

    Parameters
    ----------
    number
        Of the range, from 0 on. Each goes from `number` / `BINS`, which is not part of it, to (`number` + 1) / `BINS`;
        the first has 0 too.
    answers
        How many there are, at least one.
    confidence, right
        Their mean confidence, and the share of them that is right.
    """

    number: int
    answers: float
    confidence: float
    right: float


@dataclass(frozen=True)
class Reliability:
    """How far the confidences of some answers hold.

    Parameters
    ----------
    answers, right
        How many there are, and how many of them are right.
    sure, sure_right
        The same of the sure ones.
    area
        The area under the ROC curve: the probability that an answer that is right has more confidence than one that
        is wrong, where equal confidence counts half. None unless there are answers of both kinds.
    bins
        The ranges of confidence in which there are answers, in ascending order.
    """

    answers: float
    right: float
    sure: float
    sure_right: float
    area: float | None
    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """The expected calibration error: how far confidence and the share that is right differ in a bin, on average.

        See Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017, section 2.
        """
        return sum(one.answers * abs(one.confidence - one.right) for one in self.bins) / self.answers

    @property
    def precision(self) -> float | None:
        """The share of the sure answers that is right, None if there are no sure answers."""
        return self.sure_right / self.sure if self.sure else None

    @property
    def recall(self) -> float | None:
        """The share of the right answers that is sure, None if none are right."""
        return self.sure_right / self.right if self.right else None


def reliability(
    confidences: Sequence[float], right: Sequence[bool], shares: Sequence[float] | None = None, *, sure: float = SURE
) -> Reliability:
    """How far these confidences hold for answers of which these are right.

    Parameters
    ----------
    confidences
        A probability for each answer.
    right
        Whether it is right.
    shares
        How much it counts, a positive number; by default each counts as one.
    sure
        The least confidence of a sure answer.

    Raises
    ------
    ValueError
        If there are no answers, the lengths differ, a confidence is not between 0 and 1, or a share is not positive.
    """
    told, truth = np.array(confidences, float), np.array(right, bool)
    counts = np.ones(len(told)) if shares is None else np.array(shares, float)
    if not len(told) == len(truth) == len(counts) > 0:
        raise ValueError(f"{len(told)} confidences of {len(truth)} answers; expected one for each of at least one")
    if not np.all((told >= 0) & (told <= 1)):
        raise ValueError("a confidence that is not a probability; expected numbers between 0 and 1")
    if not np.all(counts > 0):
        raise ValueError("a share of 0 or less; expected positive numbers")
    high = told >= sure
    return Reliability(
        answers=float(counts.sum()),
        right=float(counts[truth].sum()),
        sure=float(counts[high].sum()),
        sure_right=float(counts[high & truth].sum()),
        area=_area(told, truth, counts),
        bins=_bins(told, truth, counts),
    )


def _area(told: NDArray[np.float64], truth: NDArray[np.bool_], counts: NDArray[np.float64]) -> float | None:
    """The statistic of Mann and Whitney over the pairs of an answer that is right and one that is wrong."""
    levels, places = np.unique(told, return_inverse=True)
    hits = np.bincount(places, counts * truth, len(levels))
    misses = np.bincount(places, counts * ~truth, len(levels))
    pairs = hits.sum() * misses.sum()
    below = np.cumsum(misses) - misses
    return float(hits @ (below + misses / 2) / pairs) if pairs else None


def _bins(told: NDArray[np.float64], truth: NDArray[np.bool_], counts: NDArray[np.float64]) -> tuple[Bin, ...]:
    # Comparisons, because 0.7 * 10 is more than 7 in floating point.
    numbers = np.maximum(np.searchsorted(np.arange(BINS + 1) / BINS, told) - 1, 0)
    found = []
    for number in np.unique(numbers):
        inside = numbers == number
        confidence, right = (float(np.average(one[inside], weights=counts[inside])) for one in (told, truth))
        found.append(Bin(int(number), float(counts[inside].sum()), confidence, right))
    return tuple(found)
