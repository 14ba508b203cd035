"""A process that answers tasks one after the other, and is replaced when one of them kills it."""

from __future__ import annotations

import math
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pickle import PickleError

from ...search.task.task import MISSING, Task
from ...support.errors import InputError
from ...support.processes import end_with_parent
from ..solvers.solver import Answer, Limits, Solver
from .footprint import ROOM, cap, peak, peak_of_children, reset_peak, resident
from .outcome import Outcome, is_checked, verdict

GRACE = 5.0
"""Seconds past its limit after which a task's worker is killed."""
PREPARATION = 300.0
"""Seconds that a solver may take to prepare; compiling the engine takes 30 on two cores, more on a busy machine."""


@dataclass(frozen=True)
class Job:
    """A task of a suite, to be answered once: what its outcome is called by, and the seed."""

    number: int
    repeat: int
    name: str
    family: str
    task: Task

    def outcome(self, status: str, *, seconds: float = 0.0, fault: str = "") -> Outcome:
        """An outcome without an answer."""
        return Outcome(self.number, self.name, self.family, self.repeat, status, seconds=seconds, fault=fault)


@dataclass(frozen=True)
class Prepared:
    """A worker's first words: it is ready for tasks, unless something is at fault."""

    fault: str


@dataclass(frozen=True)
class Reply:
    """What a worker says of a task: an answer, or the status and the fault that stand for one."""

    seconds: float
    memory: int | None
    answer: Answer | None
    status: str = ""
    fault: str = ""


class Worker:
    """The runner's side of such a process.

    Raises
    ------
    InputError
        By `check`, if the solver cannot be prepared.
    """

    def __init__(self, solver: Solver, limits: Limits) -> None:
        self.solver, self.limits = solver, limits
        self.job: Job | None = None
        self._launch()

    def _launch(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        arguments = (theirs, self.solver, self.limits.memory)
        self.process = context.Process(target=_serve, args=arguments, daemon=True)
        with _unheard():
            self.process.start()
        theirs.close()
        self.ready = False
        self.started = time.monotonic()
        self.deadline = self.started + PREPARATION

    @property
    def idle(self) -> bool:
        """Whether it waits for a task."""
        return self.ready and self.job is None

    def start(self, job: Job) -> None:
        """Give it a task, but for the outputs that are held back."""
        self.job = job
        shown = replace(job.task, expected=(MISSING,) * len(job.task.inputs))
        self.started = time.monotonic()
        self.deadline = self.started + (math.inf if self.limits.timeout is None else self.limits.timeout + GRACE)
        with suppress(OSError):  # If the process has died, `check` will see the end of its pipe.
            self.pipe.send((shown, replace(self.limits, seed=job.repeat)))

    def check(self) -> Outcome | None:
        """What has become of its task, if that is known by now."""
        if wait([self.pipe], timeout=0):
            return self._received()
        if time.monotonic() > self.deadline:
            return self._replaced("late", "killed: it ran past its time limit")
        if self.job is not None and resident(self.process.pid or 0) > self.limits.memory + ROOM:
            return self._replaced("memory", f"killed: it held more than {self.limits.memory + ROOM:,} bytes")
        return None

    def _received(self) -> Outcome | None:
        try:
            message = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(5)
            return self._replaced("died", f"the worker ended with exit code {self.process.exitcode}")
        if isinstance(message, Prepared):
            if message.fault:
                raise InputError(message.fault)
            self.ready, self.deadline = True, math.inf
            return None
        job, self.job = self.job, None
        assert job is not None
        return _outcome(job, message)

    def _replaced(self, status: str, fault: str) -> Outcome | None:
        """Start another process; the task, if it had one, is over."""
        job, self.job = self.job, None
        self.stop()
        if not self.ready:
            raise InputError(f"{self.solver.name}: cannot be prepared: {fault}")
        seconds = time.monotonic() - self.started
        self._launch()
        return None if job is None else job.outcome(status, seconds=seconds, fault=fault)

    def stop(self) -> None:
        """Kill the process, and all that it has started."""
        if hasattr(os, "killpg") and self.process.pid is not None:
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join(5)
        self.pipe.close()


@contextmanager
def _unheard() -> Iterator[None]:
    """Within it Ctrl-C is not heard; a process that is started does not hear it until it has a group of its own."""
    if threading.current_thread() is not threading.main_thread():  # The only one that may say so.
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _outcome(job: Job, reply: Reply) -> Outcome:
    """Compare an answer with the outputs that were held back."""
    answer = reply.answer
    if answer is None:
        return replace(job.outcome(reply.status, seconds=reply.seconds, fault=reply.fault), memory=reply.memory)
    try:
        status, fault = verdict(job.task, answer), answer.unsupported
    except Exception as error:  # noqa: BLE001 - a rival may answer what it likes, and the run goes on
        status, fault = "died", f"its answer is none: {type(error).__name__}: {error}"
    return replace(
        job.outcome(status, seconds=reply.seconds, fault=fault),
        memory=reply.memory, candidates=answer.candidates, cost=answer.cost, program=answer.program,
        confidence=answer.confidence, checked=is_checked(job.task),
    )  # fmt: skip


def _serve(pipe: Connection, solver: Solver, memory: int) -> None:
    """The process's loop."""
    _end_with_runner()
    with suppress(EOFError, OSError):  # The run has ended: there is nobody left to work for.
        pipe.send(_prepared(solver))
        cap(memory)
        while True:
            reply = _reply(solver, *pipe.recv())
            try:
                pipe.send(reply)
            except (RecursionError, PickleError) as error:  # A rival may answer with what nests too deeply.
                pipe.send(Reply(reply.seconds, reply.memory, None, "died", f"its answer is none: {_told(error)}"))


def _end_with_runner() -> None:
    """When the runner is killed, end too, with all that was started, however busy."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # So Ctrl-C is the runner's alone, and a kill takes everything that a solver has started.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    end_with_parent(_end_group)


def _end_group() -> None:
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _prepared(solver: Solver) -> Prepared:
    try:
        solver.prepare()
    except InputError as error:
        return Prepared(str(error))
    except Exception as error:  # noqa: BLE001 - one line instead of a traceback
        return Prepared(f"{solver.name}: cannot be prepared: {_told(error)}")
    return Prepared("")


def _reply(solver: Solver, task: Task, limits: Limits) -> Reply:
    """The answer to one task, on the clock that all solvers share; an exception is one too."""
    answer, status, fault = None, "", ""
    reset_peak()
    before = peak_of_children()
    started = time.perf_counter()
    try:
        answer = solver.solve(task, limits)
    except InputError as error:  # An option that is not for this task, such as noise for two examples.
        status, fault = "invalid", str(error)
    except MemoryError:
        status, fault = "memory", "out of memory"
    except Exception as error:  # noqa: BLE001 - one failing task must never stop the run
        status, fault = "died", _told(error)
    seconds, memory = time.perf_counter() - started, peak()
    if peak_of_children() > before:  # Else it was no more than before, which may have been more than this time.
        memory = max(memory or 0, peak_of_children())
    return Reply(seconds, memory, answer, status, fault)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
