"""Runs a suite: every task of every repeat has one row in the store, however often the run is killed."""

from __future__ import annotations

from collections.abc import Iterator

from ...search.task.task import Task
from ...support.errors import InputError
from ..solvers.solver import Solver
from ..tasks.formats.suite import WHOLE, Entry, Shard, Suite
from .executors import Executor
from .outcome import Outcome
from .store import Run, Store
from .worker import Job


def pending(store: Store, run: Run, suite: Suite, *, shard: Shard = WHOLE) -> list[tuple[int, int]]:
    """The number and the repeat of each task of a shard that has no row yet; all tasks once before any again."""
    places = [(number, repeat) for repeat in range(run.repeats) for number in range(len(suite.entries))]
    done = {(outcome.number, outcome.repeat) for outcome in store.outcomes(run.id)}
    return [place for place in places[shard.number - 1 :: shard.count] if place not in done]


def resume(
    store: Store, run: Run, suite: Suite, solver: Solver, *, executor: Executor, shard: Shard = WHOLE
) -> Iterator[Outcome]:
    """Have the tasks answered that have no row yet; each outcome is written before it is yielded.

    Raises
    ------
    InputError
        If the solver cannot be prepared.
    """
    jobs = []
    for number, repeat in pending(store, run, suite, shard=shard):
        entry = suite.entries[number]
        if isinstance(entry.task, Task):
            jobs.append(Job(number, repeat, entry.name, entry.family, entry.task))
        else:
            outcome = _malformed(number, repeat, entry, entry.task)
            store.add(run.id, outcome)
            yield outcome
    if jobs:
        for outcome in executor.outcomes(solver, jobs, run.limits):
            store.add(run.id, outcome)
            yield outcome


def _malformed(number: int, repeat: int, entry: Entry, error: InputError) -> Outcome:
    return Outcome(number, entry.name, entry.family, repeat, "invalid", fault=str(error))
