"""The quality gate: tasks that have to be solved, counted in candidates so that every machine says the same.

They are shipped tasks, and hard ones with drawn programs for which the guide is needed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ...search.task.task import Task
from ..runs.executors import Executor, Processes
from ..runs.outcome import Outcome
from ..runs.worker import Job
from ..solvers.own import Induce
from ..solvers.solver import Limits, Solver
from ..tasks.formats import must_solve, needing_guide, shipped
from ..tasks.formats.suite import Suite

CANDIDATES, GUIDED_CANDIDATES = 1_000_000, 2_000_000
TIMEOUT = 120.0
"""Seconds, for what would never end; no search comes near them."""


def lost(suite: Suite, names: frozenset[str], solver: Solver, executor: Executor, limits: Limits) -> Iterator[Outcome]:
    """Those that are named and not solved (fitted, where nothing is held out), or no tasks of the suite."""
    jobs = [
        Job(number, 0, entry.name, entry.family, entry.task)
        for number, entry in enumerate(suite.entries)
        if entry.name in names and isinstance(entry.task, Task)
    ]
    for name in sorted(names - {job.name for job in jobs}):
        yield Outcome(len(suite.entries), name, "", 0, "invalid", fault="not a task of the suite")
    for outcome in executor.outcomes(solver, jobs, limits):
        if not outcome.solved:
            yield outcome


def run(arguments: argparse.Namespace) -> int:
    """Try all that has to be solved; returns 1 if something is lost."""
    executor, guided = Processes(arguments.jobs), needing_guide()
    failures = _told(shipped(), must_solve(), executor, CANDIDATES)
    failures += _told(guided, frozenset(entry.name for entry in guided.entries), executor, GUIDED_CANDIDATES)
    return int(failures > 0)


def _told(suite: Suite, names: frozenset[str], executor: Executor, candidates: int) -> int:
    """How many are lost, after they are told."""
    failures = 0
    for outcome in lost(suite, names, Induce(), executor, Limits(timeout=TIMEOUT, candidates=candidates)):
        failures += 1
        print(f"lost: {outcome.name}: {outcome.status} {outcome.program or outcome.fault}".rstrip(), flush=True)
    solved = f"{len(names) - failures} of {len(names)} tasks that have to be solved are"
    print(f"{suite.name}: {solved}, within {candidates:,} candidates", flush=True)
    return failures
