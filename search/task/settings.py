"""The settings of a single search, whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .reference_log import ReferenceLog

MOST_COST = 160
"""Programs of this cost or more are of no interest."""


@dataclass(frozen=True)
class Progress:
    """How far a search has come."""

    level: int
    candidates: int
    stored: int
    seconds: float
    phase: str


@dataclass(frozen=True)
class Settings:
    """How to search.

    Parameters
    ----------
    without
        Names of strategies that are switched off.
    noise
        How many examples may be wrong.
    threads
        How many threads match side by side.
    most_cost
        Programs of this cost or more are of no interest.
    progress
        Called about ten times a second.
    log
        Told what is run of primitives without a kernel.
    """

    without: frozenset[str] = frozenset()
    noise: int = 0
    threads: int = 1
    most_cost: int = MOST_COST
    progress: Callable[[Progress], None] | None = None
    log: ReferenceLog = field(default_factory=ReferenceLog, compare=False)
