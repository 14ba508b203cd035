"""The stream of training tasks: made as they are needed by processes beside the training, and never stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing import get_context
from random import Random

from .features import Batch, batch_of
from .lessons import DEEPEST, Lesson, lessons

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
    workers
        Processes; with 0 the tasks are made in this one.
    pace
        Rounds after which programs may have one primitive more, from two on; 0 for all difficulties at once.
    worlds
        A round's tasks come from so many worlds, and are mixed.
    """

    seed: int
    size: int
    workers: int = 0
    pace: int = 0
    worlds: int = 12

    def batches(self, start: int = 0) -> Iterator[tuple[int, Batch]]:
        """Batches from a round on, each with the number of the round after which it comes."""
        for number, batches in self._rounds(start):
            for batch in batches:
                yield number, batch

    def deepest(self, number: int) -> int:
        """Primitives in the hardest programs of a round: the curriculum."""
        return DEEPEST if not self.pace else min(DEEPEST, 2 + number // self.pace)

    def _rounds(self, start: int) -> Iterator[tuple[int, list[Batch]]]:
        make = partial(_round, self)
        if not self.workers:
            yield from ((number, make(number)) for number in count(start))
            return
        # A forked child of a process that has threads, as torch's, may hang.
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            pending: deque[tuple[int, Future[list[Batch]]]] = deque()
            try:
                for number in count(start):
                    pending.append((number, pool.submit(make, number)))
                    if len(pending) > AHEAD * self.workers:
                        first, future = pending.popleft()
                        yield first, future.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def round_of(stream: Stream, number: int) -> list[Lesson]:
    """The tasks of a round, mixed."""
    worlds = range(number * stream.worlds, (number + 1) * stream.worlds)
    found = [one for world in worlds for one in lessons(stream.seed, world, deepest=stream.deepest(number))]
    Random(f"{stream.seed} {number}").shuffle(found)
    return found


def _round(stream: Stream, number: int) -> list[Batch]:
    """The batches of a round; tasks that do not fill one are left out."""
    tasks = [lesson.shown() for lesson in round_of(stream, number)]
    starts = range(0, len(tasks) - stream.size + 1, stream.size)
    return [batch_of(tasks[start : start + stream.size]) for start in starts]
