"""Searches one after another, in threads and in other processes leave nothing behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.pool import ThreadPool
from random import Random
from typing import Any

from ...composition import solve
from ...search.options import SearchOptions
from ...search.task.task import Task
from ...support.errors import InputError
from ..drawing.strains import draw_strain
from ..watching.watcher import resident
from .promise import Promise, Tally

SEARCHES = 2000
"""One after another in one process."""
FEW = 40
"""In each thread, or each process."""
TOGETHER = 4
"""Threads, or processes."""
METHODS = ("fork", "spawn")
"""How processes begin."""
KEPT = 10 * FEW
"""One after another, of which some are kept for a while."""
WARMED_UP = 0.5
"""After this share of the searches memory is taken to be as large as it gets."""
FLAT = 16 * 2**20
"""Bytes by which it may still grow after a thousand searches."""
MOST_GROWN = 64 * 2**20
"""The same after fewer: caches fill up, and each thread has a heap of its own."""
CANDIDATES = 1000
WORDS = 300
"""Plain values in a task at most."""


@dataclass(frozen=True)
class Outcome:
    """What came of a small search.

    Parameters
    ----------
    result
        What was found; None if the task was refused, or there is a fault.
    fault
        What was raised; "" if nothing was.
    """

    result: Any = None
    fault: str = ""


def batch(seed: int) -> Tally:
    """Search in one of the ways."""
    ways = (_in_processes, _in_threads, _kept_and_dropped, _one_after_another)  # The shortest first.
    return ways[seed % len(ways)](Random(seed))


def searched(seed: int) -> Outcome:
    """A small search; what it raises is a fault of its own, and ends no other."""
    try:
        return Outcome(_result(seed))
    except InputError:
        return Outcome()
    except Exception as error:  # noqa: BLE001 - a valid task has an answer, whatever happens
        return Outcome(fault=f"the search of seed {seed}: {error!r}")


def _result(seed: int) -> Any:
    draw = Random(seed)
    strain = draw_strain(draw, WORDS)
    options = SearchOptions(
        timeout=None,  # What other processes do must not tell.
        max_candidates=CANDIDATES,
        memory="50MB",
        threads=draw.choice((1, 2)),
        noise=int(draw.random() < 0.2),
    )
    task = Task.from_examples(strain.examples, inputs=strain.inputs, noise=options.noise)
    return solve(task, options, warn=lambda _: None)


def _one_after_another(draw: Random) -> Tally:
    return _repeated(draw, SEARCHES, lambda seed: [searched(seed)], most=FLAT)


def _kept_and_dropped(draw: Random) -> Tally:
    """Some results are kept for a while."""
    kept: list[Outcome] = []

    def step(seed: int) -> list[Outcome]:
        if len(kept) == FEW:
            kept.clear()
        kept.append(searched(seed))
        return kept[-1:]

    return replace(_repeated(draw, KEPT, step), measured=())


def _in_threads(draw: Random) -> Tally:
    """Several threads search at the same time."""

    def step(seed: int) -> list[Outcome]:
        with ThreadPool(TOGETHER) as pool:
            return pool.map(searched, range(seed, seed + TOGETHER))

    return replace(_repeated(draw, FEW, step), measured=())


def _in_processes(draw: Random) -> Tally:
    """Processes that are forked after a search, and others that begin anew, search as well as this one."""
    first = draw.randrange(2**30)
    expected = [told(seed) for seed in range(first, first + FEW)]
    faults = [outcome.fault for outcome in expected if outcome.fault]
    for method in METHODS:
        with multiprocessing.get_context(method).Pool(TOGETHER // 2) as pool:
            found = pool.map(told, range(first, first + FEW))
        faults += [
            f"the search of seed {first + place} in a process that is {method}ed gives {one!s:.200}, not {other!s:.200}"
            for place, (one, other) in enumerate(zip(found, expected, strict=True))
            if one != other
        ]
    return Tally(len(METHODS) * FEW, tuple(faults))


def told(seed: int) -> Outcome:
    """A small search with its result as text."""
    outcome = searched(seed)
    return replace(outcome, result=repr(outcome.result))


def _repeated(draw: Random, times: int, step: Callable[[int], Sequence[Outcome]], most: int = MOST_GROWN) -> Tally:
    """Search so often, and compare what is held after a while with what is held in the end."""
    before, cases, faults = held(), 0, []
    for number in range(times):
        if number == int(WARMED_UP * times):
            before = held()
        outcomes = step(draw.randrange(2**30))
        cases += len(outcomes)
        faults += [outcome.fault for outcome in outcomes if outcome.fault]
    after = held()
    grown = after[0] - before[0]
    if grown > most:
        faults.append(f"{cases:,} searches: memory grows by {grown:,} bytes in the second half")
    if after[1] > before[1]:
        faults.append(f"{cases:,} searches: {after[1] - before[1]} files stay open")
    return Tally(cases, tuple(faults), (float(grown),))


def held() -> tuple[int, int]:
    """Bytes of memory, and open files, once what nobody has any more is gone."""
    gc.collect()
    return resident(os.getpid()), len(os.listdir("/proc/self/fd"))


def summary(grown: tuple[float, ...]) -> str:
    """The growth in a few words."""
    return f"memory grows by {max(grown) / 2**20:.1f} MB in the second half of {SEARCHES:,} searches" if grown else ""


PROMISE = Promise(
    "leaks",
    "searches leave no memory and no files behind",
    goal=len(METHODS) * FEW + TOGETHER * FEW + KEPT + SEARCHES,  # Each way once.
    batch=batch,
    summary=summary,
)
