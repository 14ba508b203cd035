"""Candidates a second and memory, beside those of a plain Python enumerator on the same task."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ...search.cost.prior import DefaultPrior
from ...search.enumeration.enumeration import Enumeration
from ...search.strategies.names import STRATEGIES
from ...search.task.budget import Budget
from ...search.task.problem import Problem
from ...search.task.settings import Settings
from ...search.task.task import Task
from ..solvers.peers.floor import FloorSearch
from ..solvers.solver import Limits

MEMORY = 2 * 10**9
FLOOR_PACE, LEAST_FLOOR = 10_000, 1000
"""Candidates of the plain enumerator for each second of the compiled one, and at least."""


@dataclass(frozen=True)
class Rates:
    """Candidates a second of a search without an answer.

    Parameters
    ----------
    store, match
        In each phase of the compiled search, None where it took too little time to tell.
    floor
        Of plain Python.
    entry
        Bytes that a stored value takes, as the search books them.
    level, stored
        The cost that it has reached, and how many values it holds.
    """

    store: float | None
    match: float | None
    floor: float
    entry: float
    level: int
    stored: int

    def ratio(self, rate: float | None) -> float | None:
        """How many times the rate of plain Python a rate is."""
        return None if rate is None else rate / self.floor


def rates(task: Task, seconds: float, *, threads: int = 1) -> Rates:
    """Search for this many seconds, compiled, and about as long in plain Python."""
    search = forward_search(task, seconds, threads=threads)
    search.run()
    measured = search.budget.measured
    entry = search.bank.bytes() / max(search.bank.count, 1)
    floor = floor_rate(task, max(LEAST_FLOOR, int(FLOOR_PACE * seconds)))
    return Rates(measured("store"), measured("match"), floor, entry, search.level, search.bank.count)


def forward_search(task: Task, seconds: float, *, threads: int = 1) -> Enumeration:
    """The enumeration alone, without the strategies that work backward from the outputs."""
    budget = Budget(timeout=seconds, max_candidates=None, memory=MEMORY)
    settings = Settings(without=frozenset(STRATEGIES), threads=threads)
    return Enumeration(Problem.of(task), DefaultPrior(), budget, settings=settings)


def floor_rate(task: Task, candidates: int) -> float:
    """Candidates per second of the plain Python enumerator, over this many."""
    search = FloorSearch(task, Limits(timeout=None, candidates=candidates))
    began = time.perf_counter()
    search.run()
    return search.candidates / (time.perf_counter() - began)
