"""Which batch is next, and how long a check goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from .promises.promise import Promise
from .record import Record
from .worker import Batch, run


@dataclass
class Turns:
    """Gives each promise its batches in turn, to the one with the least processor time first."""

    promises: Sequence[Promise]
    batches: Sequence[Batch]
    seconds: dict[str, float] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    seeds: dict[str, int] = field(default_factory=dict)
    running: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for promise in self.promises:
            mine = [batch for batch in self.batches if batch.name == promise.name]
            self.seconds[promise.name] = sum(batch.seconds for batch in mine)
            self.cases[promise.name] = sum(batch.tally.cases for batch in mine)
            self.seeds[promise.name] = 1 + max((batch.seed for batch in mine), default=-1)
            self.running[promise.name] = 0

    def take(self) -> tuple[Promise, int] | None:
        """The next batch to run: None if all goals are reached, or nothing may run beside what runs."""
        waiting = [one for one in self.promises if self.cases[one.name] + self.running[one.name] < one.goal]
        busy = sum(self.running.values())
        if busy and any(promise.alone and self.running[promise.name] for promise in self.promises):
            return None
        if not waiting:
            return None
        first = min(waiting, key=lambda promise: (self.seconds[promise.name], promise.alone))
        if first.alone and busy:
            return None
        seed = self.seeds[first.name]
        self.seeds[first.name] += 1
        self.running[first.name] += 1
        self.seconds[first.name] += 1e-3  # What runs waits behind what does not.
        return first, seed

    def end(self, batch: Batch) -> None:
        """Count a batch that was run."""
        self.running[batch.name] -= 1
        self.seconds[batch.name] += batch.seconds
        self.cases[batch.name] += max(batch.tally.cases, 1)


def keep_promises(
    promises: Sequence[Promise],
    record: Record,
    *,
    minutes: float,
    jobs: int,
    tell: Callable[[Batch], None],
    run: Callable[[str, int], Batch] = run,
) -> None:
    """Run batches until every promise has had its cases, or the minutes are over.

    Parameters
    ----------
    record
        Holds what was run before, and takes what is run.
    minutes
        No batch begins later.
    jobs
        How many batches run at once.
    tell
        Is called with every batch that ended.
    """
    end = time.monotonic() + 60 * minutes
    turns = Turns(promises, record.batches)
    with ThreadPoolExecutor(jobs) as pool:
        running: set[Future[Batch]] = set()
        while True:
            while len(running) < jobs and time.monotonic() < end and (taken := turns.take()):
                running.add(pool.submit(run, taken[0].name, taken[1]))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                batch = future.result()
                turns.end(batch)
                record.add(batch)
                tell(batch)
