"""The quality gate: shipped tasks that have to be solved, counted in candidates so that every machine says the same."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ...search.task.task import Task
from ..runs.executors import Executor, Processes
from ..runs.outcome import Outcome
from ..runs.worker import Job
from ..solvers.own import Induce
from ..solvers.solver import Limits, Solver
from ..tasks.formats import must_solve, shipped
from ..tasks.formats.suite import Suite

CANDIDATES = 1_000_000
TIMEOUT = 120.0
"""Seconds, for what would never end; no search comes near them."""


def lost(suite: Suite, names: frozenset[str], solver: Solver, executor: Executor) -> Iterator[Outcome]:
    """Those that are named and not solved, or no tasks of the suite."""
    jobs = [
        Job(number, 0, entry.name, entry.family, entry.task)
        for number, entry in enumerate(suite.entries)
        if entry.name in names and isinstance(entry.task, Task)
    ]
    for name in sorted(names - {job.name for job in jobs}):
        yield Outcome(len(suite.entries), name, "", 0, "invalid", fault="not a task of the suite")
    for outcome in executor.outcomes(solver, jobs, Limits(timeout=TIMEOUT, candidates=CANDIDATES)):
        if not outcome.solved:
            yield outcome


def run(arguments: argparse.Namespace) -> int:
    """Try all that has to be solved; returns 1 if something is lost."""
    names = must_solve()
    failures = 0
    for outcome in lost(shipped(), names, Induce(), Processes(arguments.jobs)):
        failures += 1
        print(f"lost: {outcome.name}: {outcome.status} {outcome.program or outcome.fault}".rstrip(), flush=True)
    print(f"{len(names) - failures} of {len(names)} tasks that have to be solved are, within {CANDIDATES:,} candidates")
    return int(failures > 0)
