"""Killed at any moment, induce leaves nothing broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ..crashes import cache, runs, tables, training, writing
from .promise import Promise, Tally

Way = tuple[Callable[..., Iterator[str]], int]
"""Kills processes, so many of them."""


def _runs(draw: Random, folder: Path, *, kills: int) -> Iterator[str]:
    yield from runs.survives(kills, folder=folder, seed=draw.randrange(10**6))


WAYS: Sequence[Way] = (
    (writing.faults, 8), (tables.faults, 4), (_runs, 4), (cache.faults, 3),
    (partial(training.faults, kind="network"), 2), (partial(training.faults, kind="prior"), 2),
)  # fmt: skip
"""In turn, batch by batch."""


def batch(seed: int) -> Tally:
    """Kill processes of one kind."""
    faults, kills = WAYS[seed % len(WAYS)]
    with TemporaryDirectory(prefix="induce-check-") as folder:
        return Tally(kills, tuple(faults(Random(seed), Path(folder), kills=kills)))


PROMISE = Promise(
    "crash", "killed at any moment, it leaves nothing broken and goes on", goal=200, batch=batch, needs=("torch",)
)
