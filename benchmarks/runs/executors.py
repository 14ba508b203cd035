"""Where the tasks of a run are answered: in processes of this machine, or on a Ray cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import wait
from typing import Any, Protocol

from ...support.errors import InputError
from ...support.files import why
from ..solvers.solver import Limits, Solver
from .outcome import Outcome
from .worker import Job, Worker

POLL = 0.2
"""Seconds between two looks at clocks and memory while nothing comes in."""
LOST = 3
"""How often a task is given to another machine when its own is lost."""


class Executor(Protocol):
    """Has tasks answered."""

    def outcomes(self, solver: Solver, jobs: Sequence[Job], limits: Limits) -> Iterator[Outcome]:
        """What becomes of each, in the order in which they end.

        Raises
        ------
        InputError
            If the solver cannot be prepared.
        """
        ...


@dataclass(frozen=True)
class Processes:
    """Processes on this machine."""

    count: int

    def outcomes(self, solver: Solver, jobs: Sequence[Job], limits: Limits) -> Iterator[Outcome]:
        """See `Executor`."""
        waiting, count = deque(jobs), min(self.count, len(jobs))
        crew: list[Worker] = []
        try:
            while waiting or any(worker.job for worker in crew):
                # The others begin when the first is ready: what it compiles they load.
                while len(crew) < count and all(worker.ready for worker in crew[:1]):
                    crew.append(Worker(solver, limits))
                for worker in crew:
                    if worker.idle and waiting:
                        worker.start(waiting.popleft())
                wait([worker.pipe for worker in crew if not worker.idle], POLL)
                for worker in crew:
                    outcome = worker.check()
                    if outcome is not None:
                        yield outcome
        finally:
            for worker in crew:
                worker.stop()


@dataclass(frozen=True)
class RayCluster:
    """As many processes as a Ray cluster has cores, or `count`; without a cluster Ray begins one on this machine.

    `RAY_ADDRESS` says which cluster. Its machines need the same version of induce.
    """

    count: int | None = None

    def outcomes(self, solver: Solver, jobs: Sequence[Job], limits: Limits) -> Iterator[Outcome]:
        """See `Executor`."""
        ray = _ray()
        try:
            ray.init(log_to_driver=False, logging_level="ERROR", include_dashboard=False, ignore_reinit_error=True)
        except (ConnectionError, ValueError) as error:
            told = why(error).rstrip(".")
            raise InputError(
                f"--engine ray: {told}; expected the address of a cluster in RAY_ADDRESS, or none"
            ) from None
        try:
            count = min(self.count or int(ray.cluster_resources().get("CPU", 1)), len(jobs))
            seat = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=LOST)(_Seat)
            yield from _dealt(ray, [seat.remote(solver, limits) for _ in range(count)], deque(jobs))
        finally:
            ray.shutdown()


def _ray() -> Any:
    try:
        return import_module("ray")
    except ImportError as error:
        raise InputError(f"--engine ray: {why(error)}; expected pip install 'induce[ray]'") from None


def _dealt(ray: Any, seats: Sequence[Any], waiting: deque[Job]) -> Iterator[Outcome]:
    """Give each seat its next job when it has finished one."""
    busy: dict[Any, Any] = {}
    free = list(seats)
    while waiting or busy:
        while free and waiting:
            seat = free.pop()
            busy[seat.answer.remote(waiting.popleft())] = seat
        finished, _ = ray.wait(list(busy))
        for one in finished:
            free.append(busy.pop(one))
            try:
                outcome = ray.get(one)
            except ray.exceptions.RayError as error:  # No fault of the task: the same command goes on with it.
                raise InputError(f"--engine ray: {str(error).strip().splitlines()[-1]}") from None
            if isinstance(outcome, InputError):
                raise outcome
            yield outcome


class _Seat:
    """A place on the cluster: a worker process of its own, which can be killed."""

    def __init__(self, solver: Solver, limits: Limits) -> None:
        self._worker = Worker(solver, limits)

    def answer(self, job: Job) -> Outcome | InputError:
        """What becomes of a task; the error if the solver cannot be prepared, which Ray would wrap."""
        try:
            while not self._worker.ready:
                self._look()
            self._worker.start(job)
            while True:
                outcome = self._look()
                if outcome is not None:
                    return outcome
        except InputError as error:
            return error

    def _look(self) -> Outcome | None:
        wait([self._worker.pipe], POLL)
        return self._worker.check()
