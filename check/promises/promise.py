"""A promise, and what one batch of cases says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """What came of a batch.

    Parameters
    ----------
    cases
        How many were judged.
    faults
        A line for each case in which the promise was broken.
    measured
        Figures of the cases, such as the seconds by which each was late.
    pythons
        The versions of Python that ran what was printed, such as "3.11".
    """

    cases: int
    faults: tuple[str, ...] = ()
    measured: tuple[float, ...] = ()
    pythons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Promise:
    """What is promised, and how it is tried.

    Parameters
    ----------
    name
        As `--only` takes it.
    says
        The promise, in a few words.
    goal
        How many cases are to be tried.
    batch
        Tries the cases that a seed draws. The same seed tries the same cases, for
        ten to thirty seconds, and needs no other batch.
    quick
        Tries the first cases of the same batch, where a whole one takes long.
    alone
        Whether nothing else may run meanwhile, since the clock is part of the promise.
    needs
        Modules that it cannot be tried without, and that a plain installation lacks.
    environment
        Variables of the environment that its batches run with.
    verdict
        Judges the measured figures of all batches: what is wrong with them, a line
        each. Without it only faults break the promise.
    summary
        The measured figures of all batches in a few words.
    """

    name: str
    says: str
    goal: int
    batch: Callable[[int], Tally]
    quick: Callable[[int], Tally] | None = None
    alone: bool = False
    needs: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    verdict: Callable[[tuple[float, ...]], tuple[str, ...]] = field(default=lambda measured: ())
    summary: Callable[[tuple[float, ...]], str] = field(default=lambda measured: "")
