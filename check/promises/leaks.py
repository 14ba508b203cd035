"""Searches one after another, in threads and in other processes leave nothing behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable
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
WARMED_UP = 0.5
"""After this share of the searches memory is taken to be as large as it gets."""
MOST_GROWN = 64 * 2**20
"""Bytes by which it may still grow: caches fill up, and each thread has a heap of its own."""
CANDIDATES = 1000
WORDS = 300
"""Plain values in a task at most."""


def batch(seed: int) -> Tally:
    """Search in one of the ways."""
    ways = (_in_processes, _in_threads, _kept_and_dropped, _one_after_another)  # The shortest first.
    return ways[seed % len(ways)](Random(seed))


def searched(seed: int) -> Any:
    """The result of a small search; None for what is no task."""
    draw = Random(seed)
    strain = draw_strain(draw, WORDS)
    options = SearchOptions(
        timeout=None,  # What other processes do must not tell.
        max_candidates=CANDIDATES,
        memory="50MB",
        threads=draw.choice((1, 2)),
        noise=int(draw.random() < 0.2),
    )
    try:
        task = Task.from_examples(strain.examples, inputs=strain.inputs, noise=options.noise)
        return solve(task, options, warn=lambda _: None)
    except InputError:
        return None


def _one_after_another(draw: Random) -> Tally:
    return _repeated(draw, SEARCHES, searched)


def _kept_and_dropped(draw: Random) -> Tally:
    """Some results are kept for a while."""
    kept: list[Any] = []

    def step(seed: int) -> None:
        kept.append(searched(seed))
        if len(kept) == FEW:
            kept.clear()

    return _repeated(draw, 10 * FEW, step)


def _in_threads(draw: Random) -> Tally:
    """Several threads search at the same time."""

    def step(seed: int) -> None:
        with ThreadPool(TOGETHER) as pool:
            pool.map(searched, range(seed, seed + TOGETHER))

    return _repeated(draw, FEW, step, each=TOGETHER)


def _in_processes(draw: Random) -> Tally:
    """Processes that are forked after a search, and others that begin anew, search as well as this one."""
    first, faults = draw.randrange(2**30), []
    expected = [told(seed) for seed in range(first, first + FEW)]
    for method in ("fork", "spawn"):
        with multiprocessing.get_context(method).Pool(TOGETHER // 2) as pool:
            found = pool.map(told, range(first, first + FEW))
        faults += [
            f"the search of seed {first + place} in a process that is {method}ed gives {one:.200}, not {other:.200}"
            for place, (one, other) in enumerate(zip(found, expected, strict=True))
            if one != other
        ]
    return Tally(2 * FEW, tuple(faults))


def told(seed: int) -> str:
    """The result of a small search as text."""
    result = searched(seed)
    return "" if result is None else repr(result)


def _repeated(draw: Random, times: int, step: Callable[[int], Any], each: int = 1) -> Tally:
    """Search so often, and compare what is held after a while with what is held in the end."""
    before = held()
    for number in range(times):
        if number == int(WARMED_UP * times):
            before = held()
        step(draw.randrange(2**30))
    after = held()
    grown = after[0] - before[0]
    faults = []
    if grown > MOST_GROWN:
        faults.append(f"{times * each:,} searches: memory grows by {grown:,} bytes")
    if after[1] > before[1]:
        faults.append(f"{times * each:,} searches: {after[1] - before[1]} files stay open")
    return Tally(times * each, tuple(faults), (float(grown),))


def held() -> tuple[int, int]:
    """Bytes of memory, and open files, once what nobody has any more is gone."""
    gc.collect()
    return resident(os.getpid()), len(os.listdir("/proc/self/fd"))


def summary(grown: tuple[float, ...]) -> str:
    """The growth in a few words."""
    return f"grows by {max(grown) / 2**20:.0f} MB at most" if grown else ""


PROMISE = Promise("leaks", "searches leave no memory and no files behind", 20_000, batch, summary=summary)
