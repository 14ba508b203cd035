"""A search ends when its time is over, tries no more candidates than allowed, and keeps to its memory.

How late it is counts in processor time: what this process still uses once its time is over by the clock, or the time
that passes if that is less. So other work on the machine does not count, nor does compiling, which comes before.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import perf_counter

from ...composition import solve as search
from ...search.answer.result import Result, Stats
from ...search.options import SearchOptions
from ...search.task.task import Task
from ...support.errors import InputError
from ..drawing.strains import Strain, draw_strain
from ..watching.watcher import Taken, Watcher
from .promise import Promise, Tally

SECONDS = 10.0
"""Of timeouts in a batch."""
SHORTEST, LONGEST = 0.05, 2.0
"""Timeouts in seconds."""
USUAL, MOST = 0.1, 0.3
"""Seconds by which 99 of 100 searches, and all, may be late."""
OVER, BESIDE = 1.05, 64 * 2**20
"""How much of the memory allowed may be taken, and bytes that a search takes beside its values whatever is allowed."""


def batch(seed: int) -> Tally:
    """Search within limits until the timeouts add up."""
    draw, seconds, late, faults = Random(seed), 0.0, [], []
    solve(Strain([((value,), value) for value in ("ab", "c")], []), SearchOptions(timeout=1.0))  # Loads everything.
    with Watcher() as watcher:
        while seconds < SECONDS:
            strain, options = draw_strain(draw), draw_options(draw)
            taken, told = _searched(watcher, strain, options)
            faults += [f"{strain}, {options}: {fault}" for fault in broken(taken, told, options)]
            seconds += options.timeout or 0.0
            late.append(taken.late)
    return Tally(len(late), tuple(faults), tuple(late))


def draw_options(draw: Random) -> SearchOptions:
    """Limits, and anything else that a search may be told."""
    return SearchOptions(
        timeout=round(SHORTEST * (LONGEST / SHORTEST) ** draw.random(), 3),
        max_candidates=draw.choice((None, None, None, 1000, 100_000)),
        memory=draw.choice(("2GB", "2GB", "500MB", "100MB", "20MB")),
        noise=draw.choice((0, 0, 0, 0, 1)),
        threads=draw.choice((1, 1, 2, 4)),
        guide=draw.choice(("auto", "auto", None)),
    )


def _searched(watcher: Watcher, strain: Strain, options: SearchOptions) -> tuple[Taken, Stats | Exception | None]:
    """What was taken, and what the search says of itself, or raises."""
    assert options.timeout is not None
    told: Stats | Exception | None
    with watcher.watched(options.timeout) as taken:
        try:
            told = solve(strain, options).stats
        except InputError:  # Noise among too few examples, or too little memory: that is said in time as well.
            told = None
        except Exception as error:  # noqa: BLE001 - a fault of this search, and of no other
            told = error
    return taken, told


def solve(strain: Strain, options: SearchOptions) -> Result:
    """Search as `synthesize` does."""
    began = perf_counter()
    task = Task.from_examples(strain.examples, inputs=strain.inputs, noise=options.noise)
    return search(task, options, warn=lambda _: None, spent=perf_counter() - began)


def broken(taken: Taken, told: Stats | Exception | None, options: SearchOptions) -> Iterator[str]:
    """Which limits were not kept, and what was raised."""
    if taken.late > MOST:
        yield f"{taken.late:.2f} s late"
    if taken.grown > OVER * options.memory_bytes + BESIDE:
        yield f"took {taken.grown:,} bytes of memory"
    if isinstance(told, Exception):
        yield repr(told)
    elif told is not None and options.max_candidates is not None and told.candidates > options.max_candidates:
        yield f"tried {told.candidates:,} candidates"


def lateness(late: tuple[float, ...]) -> tuple[float, float, float]:
    """How late half of all searches, 99 of 100 and the last one are at most."""
    ranked = sorted(late)
    return ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(0.99 * len(ranked)))], ranked[-1]


def verdict(late: tuple[float, ...]) -> tuple[str, ...]:
    """What is wrong with the lateness of all searches together."""
    if not late or (usual := lateness(late)[1]) <= USUAL:
        return ()
    return (f"99 of 100 searches are late by up to {usual:.2f} s: expected {USUAL} s",)


def summary(late: tuple[float, ...]) -> str:
    """The lateness in a few words."""
    if not late:
        return ""
    half, usual, last = lateness(late)
    return f"late by {1000 * half:.0f} ms (half), {1000 * usual:.0f} ms (99 of 100), {1000 * last:.0f} ms (all)"


PROMISE = Promise(
    "limits",
    "a search keeps to its time, candidates and memory",
    goal=2000,
    batch=batch,
    alone=True,
    verdict=verdict,
    summary=summary,
)
