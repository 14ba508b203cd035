"""The stream of training tasks: made as they are needed by processes beside the training, and never stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing import get_context
from random import Random
from signal import SIG_IGN, SIGINT, signal
from typing import Any, Self

from ...support.processes import end_with_parent
from ..runtime.features import Batch, batch_of
from .lessons import DEEPEST, Lesson, lessons

WORLDS = 10**6
"""The worlds of a round have numbers from a multiple of this on."""
EASIEST = 2
"""Primitives in the hardest programs of a curriculum's first rounds."""
AHEAD = 2
"""Rounds that each process has in hand, so that the training does not wait."""


@dataclass(frozen=True)
class Stream:
    """Batches without end; the same for the same seed and sizes, however many processes make them.

    Parameters
    ----------
    seed
        Of all that is drawn. Streams of different seeds have no world in common.
    size
        Tasks in a batch.
    mixed
        So many batches make a round, whose tasks are mixed: those of one world are alike.
    workers
        Processes; with 0 the tasks are made in this one.
    pace
        Rounds after which programs may have one primitive more, from `EASIEST` on; 0 for all difficulties at once.
    """

    seed: int
    size: int
    mixed: int = 8
    workers: int = 0
    pace: int = 0

    def batches(self, start: int = 0) -> Generator[Batch, None, None]:
        """All batches from this one on."""
        skipped = start % self.mixed
        for batches in self._rounds(start // self.mixed):
            yield from batches[skipped:]
            skipped = 0

    def deepest(self, number: int) -> int:
        """Primitives in the hardest programs of a round: the curriculum."""
        return DEEPEST if not self.pace else min(DEEPEST, EASIEST + number // self.pace)

    def _rounds(self, start: int) -> Iterator[list[Batch]]:
        make = partial(_round, self)
        if not self.workers:
            yield from map(make, count(start))
            return
        with processes(self.workers) as pool:
            pending: deque[Future[list[Batch]]] = deque()
            for number in count(start):
                pending.append(pool.submit(make, number))
                if len(pending) > AHEAD * self.workers:
                    yield pending.popleft().result()


@dataclass(frozen=True)
class Kept:
    """The first rounds of a stream, made once and kept: after the last batch comes the first again."""

    seed: int
    made: Sequence[Batch]

    @classmethod
    def of(cls, stream: Stream, count: int, pool: ProcessPoolExecutor) -> Self:
        """This many batches of a stream, made by these processes, and the rest of their round."""
        rounds = pool.map(partial(_round, stream), range(-(-count // stream.mixed)))
        return cls(stream.seed, [batch for batches in rounds for batch in batches])

    def batches(self, start: int = 0) -> Generator[Batch, None, None]:
        """All batches from this one on, without end."""
        for number in count(start):
            yield self.made[number % len(self.made)]


@dataclass(frozen=True)
class Replay:
    """A stream of which each batch is seen more than once, for it takes longer to make than to learn from.

    Parameters
    ----------
    again
        After each new batch, so many of the last `kept` ones, drawn at random.
    """

    stream: Stream | Kept
    again: int
    kept: int = 128

    def batches(self, start: int = 0) -> Generator[Batch, None, None]:
        """All batches from this one on; those that may be seen again are made first."""
        new, seen = divmod(start, 1 + self.again)
        first = max(0, new + 1 - self.kept)
        last: deque[Batch] = deque(maxlen=self.kept)
        for number, batch in enumerate(self.stream.batches(first), first):
            last.append(batch)
            if number >= new:
                draw = Random(f"{self.stream.seed} {number} again")
                yield from [batch, *draw.choices(last, k=self.again)][seen:]
                seen = 0


@contextmanager
def processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes beside this one, which end with the block; what they have not begun by then is dropped."""
    # A forked child of a process that has threads, as torch's, may hang.
    # An interrupt is for the process that trains, which then ends the others.
    options: dict[str, Any] = {
        "mp_context": get_context("spawn"),
        "initializer": _begin,
    }
    with ProcessPoolExecutor(workers, **options) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    signal(SIGINT, SIG_IGN)
    end_with_parent()


def round_of(stream: Stream, number: int) -> list[Lesson]:
    """The tasks of a round: those of as many worlds as it takes, mixed."""
    found: list[Lesson] = []
    for world in count(number * WORLDS):
        found += lessons(stream.seed, world, deepest=stream.deepest(number))
        if len(found) >= stream.mixed * stream.size:
            break
    Random(f"{stream.seed} {number}").shuffle(found)
    return found[: stream.mixed * stream.size]


def _round(stream: Stream, number: int) -> list[Batch]:
    tasks = [lesson.shown() for lesson in round_of(stream, number)]
    return [batch_of(tasks[start : start + stream.size]) for start in range(0, len(tasks), stream.size)]
