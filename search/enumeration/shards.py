"""Matching in shards: a level's plan in a few parts that threads may work on at the same time.

Matching stores nothing, so that parts do not depend on one another. Into how
many a plan is cut depends on its work alone, and solutions are taken in the order
of the shards: what is found is the same for any number of threads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from ..engine.compiled.arrays import SCRATCHES
from ..engine.compiled.loops import PLAN_WIDTH, QUOTA

Item = TypeVar("Item")

SHARDS = SCRATCHES
"""The parts of a long plan: each evaluates in scratch memory of its own."""
LEAST_WORK = 500_000
"""A plan of fewer candidates stays whole."""
MOST_SOLUTIONS = 256
MOST_REFILLS = 8
"""Solutions that a shard has room for, and how often it may be emptied."""


def from_the_start() -> np.ndarray:
    """The position at the start of a plan: its first row, and no entries yet."""
    return np.array([0, -1, -1, -1], np.int64)


@dataclass(eq=False)
class PlanShard:
    """A part of a plan, how far it has come, and what it has found.

    `tails` is where in each region candidates are evaluated.
    """

    plan: np.ndarray
    tails: np.ndarray
    status: int = QUOTA
    found: int = 0
    refills: int = MOST_REFILLS
    position: np.ndarray = field(default_factory=from_the_start)
    solutions: np.ndarray = field(default_factory=lambda: np.zeros((MOST_SOLUTIONS, 4), np.int64))

    @property
    def is_active(self) -> bool:
        return self.status == QUOTA

    def empty(self) -> None:
        """Let a shard that was full continue, now that its solutions have been taken."""
        self.status, self.found, self.refills = QUOTA, 0, self.refills - 1


def shards_of(plan: np.ndarray, work: float, tails: np.ndarray, scratch: int) -> list[PlanShard]:
    """The shards of a plan, with `scratch` words behind the tails of the regions for each."""
    parts = cut(plan, SHARDS) if work >= LEAST_WORK else [plan]
    return [PlanShard(part, tails + number * scratch) for number, part in enumerate(parts)]


def cut(plan: np.ndarray, count: int) -> list[np.ndarray]:
    """Cut a plan, between first arguments of its rows, into consecutive parts of about equal work."""
    firsts = plan[:, 2] - plan[:, 1]
    work = np.cumsum(firsts * (plan[:, 4] - plan[:, 3]).astype(float) * (plan[:, 6] - plan[:, 5]))
    parts, row, first = [], 0, 0
    for number in range(1, count + 1):
        goal = work[-1] * number / count
        last = int(np.searchsorted(work, goal)) if number < count else len(plan) - 1
        before = work[last - 1] if last else 0.0
        share = (goal - before) / (work[last] - before)
        end = int(firsts[last] * min(share, 1.0)) if number < count else int(firsts[last])
        part = plan[row : last + 1].copy()
        part[-1, 2] = plan[last, 1] + end
        part[0, 1] += first
        parts.append(part.reshape(-1, PLAN_WIDTH))
        row, first = last, end
    return parts


class Crew:
    """As many threads as are wanted; they are started once there is work for two."""

    def __init__(self, threads: int) -> None:
        self.threads = threads
        self._pool: ThreadPoolExecutor | None = None

    def each(self, work: Callable[[Item], None], items: Sequence[Item]) -> None:
        """Do the work for every item; nothing is under way any more when this ends, however it ends."""
        if self.threads == 1 or len(items) == 1:
            for item in items:
                work(item)
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="induce")
        futures = [self._pool.submit(work, item) for item in items]
        try:
            for future in futures:
                future.result()
        finally:
            wait(futures)
