"""Runs a set of tasks, each worker in a process of its own.

A task that hangs is killed with its worker, a worker that dies costs its task
alone: the run always ends, and every task has an outcome.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from ..search.task import InputError, Task

GRACE = 20.0
"""Seconds past its time-out after which a task counts as hanging."""

FIRST_GRACE = 120.0
"""The same for a worker's first task, which may have to compile the engine."""


@dataclass(frozen=True)
class Outcome:
    """What became of one task.

    `fitted`: the program reproduces every example; `solved`: it also predicts
    every held-out output. `status` is that of the result, or "died", "late" or
    "invalid"; `seconds` is the time of the search.
    """

    name: str
    status: str
    fitted: bool = False
    solved: bool = False
    seconds: float = 0.0
    candidates: int = 0
    program: str = ""
    fault: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Summary:
    """The figures of a run, in percent of all tasks; `median` is in seconds, over the solved ones."""

    tasks: int
    fitted: float
    solved: float
    within: Mapping[float, tuple[float, float]] = field(default_factory=dict)
    median: float = 0.0
    faults: int = 0


def summarise(outcomes: Sequence[Outcome], *, limits: Sequence[float] = (1.0, 10.0)) -> Summary:
    """Count fitted and solved, also within each limit of seconds."""
    if not outcomes:
        return Summary(0, 0.0, 0.0)

    def percent(chosen: Iterable[Outcome]) -> float:
        return 100.0 * sum(1 for _ in chosen) / len(outcomes)

    def rates(limit: float) -> tuple[float, float]:
        quick = [one for one in outcomes if one.seconds <= limit]
        return percent(one for one in quick if one.fitted), percent(one for one in quick if one.solved)

    fitted, solved = rates(float("inf"))
    within = {limit: rates(limit) for limit in limits}
    times = sorted(one.seconds for one in outcomes if one.solved)
    faults = sum(one.status in ("died", "late", "invalid") for one in outcomes)
    median = times[len(times) // 2] if times else 0.0
    return Summary(len(outcomes), fitted, solved, within, median, faults)


def judge(task: Task, result: Any) -> Outcome:
    """Compare a result with the held-out outputs, where they are known."""
    fitted = result.status == "solved"
    solved = fitted and task.foretold(result.predictions)
    stats = result.stats
    text = "" if result.program is None else str(result.program)
    return Outcome(task.name, result.status, fitted, solved, stats.seconds, stats.candidates, text)


def run(
    tasks: Sequence[Task | InputError],
    *,
    timeout: float | None = 10.0,
    jobs: int = 1,
    options: Mapping[str, Any] | None = None,
) -> Iterator[tuple[int, Outcome]]:
    """Solve every task; yields the number of each and its outcome as they come.

    Parameters
    ----------
    timeout
        Seconds a task, None for no limit: then a task that hangs is waited for.
    jobs
        How many worker processes.
    options
        More options for `solve_task`.
    """
    waiting: deque[int] = deque()
    for index, task in enumerate(tasks):
        if isinstance(task, InputError):
            yield index, Outcome(f"task {index + 1}", "invalid", fault=str(task))
        else:
            waiting.append(index)
    settings = {**(options or {}), "timeout": timeout}
    workers = [_Worker(settings) for _ in range(min(jobs, len(waiting)))]
    try:
        yield from _served(tasks, waiting, workers, timeout)
    finally:
        for worker in workers:
            worker.stop()


def _served(
    tasks: Sequence[Any], waiting: deque[int], workers: list[_Worker], timeout: float | None
) -> Iterator[tuple[int, Outcome]]:
    while waiting or any(worker.busy for worker in workers):
        for worker in workers:
            if not worker.busy and waiting:
                index = waiting.popleft()
                worker.start(index, tasks[index], timeout)
        busy = {worker.pipe: worker for worker in workers if worker.busy}
        for pipe in wait(list(busy), timeout=0.2):
            yield busy[pipe].finish()  # type: ignore[index]
        for worker in workers:
            if worker.late:
                yield worker.give_up("late", "killed: it ran far past its time-out")


class _Worker:
    """A process that solves one task after the other, and is replaced when it fails."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.settings = settings
        self.index: int | None = None
        self.name = ""
        self.deadline = 0.0
        self.fresh = True
        self._launch()

    def _launch(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, dict(self.settings)), daemon=True)
        self.process.start()
        theirs.close()
        self.fresh = True

    @property
    def busy(self) -> bool:
        return self.index is not None

    @property
    def late(self) -> bool:
        """Whether its time is over. An outcome that has come in is not late, however long it waits to be taken."""
        return self.busy and time.monotonic() > self.deadline and not wait([self.pipe], timeout=0)

    def start(self, index: int, task: Task, timeout: float | None) -> None:
        self.index, self.name = index, task.name or f"task {index + 1}"
        limit = math.inf if timeout is None else timeout
        self.deadline = time.monotonic() + limit + (FIRST_GRACE if self.fresh else GRACE)
        self.fresh = False
        with suppress(OSError):  # If the worker has died, `finish` will see the end of its pipe.
            self.pipe.send(task)

    def finish(self) -> tuple[int, Outcome]:
        """The outcome that has come in; a pipe at its end means that the worker has died."""
        try:
            outcome = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(5)
            return self.give_up("died", f"the worker ended with exit code {self.process.exitcode}")
        index, self.index = self.index, None
        assert index is not None
        return index, replace(outcome, name=self.name)

    def give_up(self, status: str, fault: str) -> tuple[int, Outcome]:
        index, self.index = self.index, None
        assert index is not None
        self.stop()
        self._launch()
        return index, Outcome(self.name, status, fault=fault)

    def stop(self) -> None:
        self.process.kill()
        self.process.join(5)
        self.pipe.close()


def _serve(pipe: Connection, settings: Mapping[str, Any]) -> None:
    """The worker's loop."""
    with suppress(EOFError, OSError):  # The run has ended, or was killed: there is nobody left to work for.
        while True:
            pipe.send(_outcome(pipe.recv(), settings))


def _outcome(task: Task, settings: Mapping[str, Any]) -> Outcome:
    """The outcome of one task; an exception is one too."""
    from ..search.synthesis import solve_task

    try:
        return judge(task, solve_task(task, **settings))
    except InputError as error:  # An option that is not for this task, such as noise for two examples.
        return Outcome(task.name, "invalid", fault=str(error))
    except Exception as error:  # noqa: BLE001 - one failing task must never stop the run
        return Outcome(task.name, "died", fault=f"{type(error).__name__}: {error}")
