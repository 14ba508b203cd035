"""Reports of how far a search has come."""

from __future__ import annotations

from collections.abc import Callable

from ..task.budget import Budget
from ..task.settings import Progress

EVERY = 0.1
"""Seconds between two reports."""


class Reporter:
    """Reports on a search about ten times a second, if somebody listens."""

    def __init__(self, budget: Budget, listener: Callable[[Progress], None] | None) -> None:
        self._budget, self._listener = budget, listener
        self._last = 0.0

    def tell(self, phase: str, *, level: int, stored: int) -> None:
        """Report what the search is doing, if the last report is long enough ago."""
        if self._listener is not None and self._budget.seconds - self._last > EVERY:
            self._last = self._budget.seconds
            self._listener(Progress(level, self._budget.total, stored, self._last, phase))
