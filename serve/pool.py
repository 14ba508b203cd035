"""Processes that search, each for one request at a time: started when they are needed, kept warm, and killed."""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from ..support.sizes import bytes_of
from .limits import Limits

COMMAND = (sys.executable, "-P", "-m", f"{__package__}.worker")
MOST_LINE = 2**24
"""Bytes of an answer."""
STARTING = 120.0
"""Seconds in which a worker has to be ready."""
GRACE = 1.5
"""Seconds that a search has to end in once it is cancelled, before its worker is killed."""
OVERTIME = 5.0
"""Seconds beyond its limit that a search has for all that follows: the check, the question, the hint."""
PATIENCE = 2.0
"""Seconds that a request waits for a worker."""
MOST_WAITING = 16
"""Requests that wait for a worker; more are refused at once."""


class Busy(Exception):
    """There are more requests than there may be."""


class Failed(Exception):
    """A worker has not answered."""


class Superseded(Exception):
    """The page has asked something else meanwhile."""


@dataclass(eq=False)
class Worker:
    """One process, and the page that it has answered last."""

    process: Process
    client: str = ""

    @classmethod
    async def started(cls, limits: Limits) -> Worker:
        """Start a process, and wait until it has loaded everything.

        Raises
        ------
        Failed
            If it does not start.
        """
        process = await asyncio.create_subprocess_exec(
            *COMMAND, stdin=PIPE, stdout=PIPE, limit=MOST_LINE,
            start_new_session=True,  # Ctrl-C is for the server, which sees to its workers.
        )  # fmt: skip
        worker = cls(process)
        told = {"timeout": limits.timeout, "memory": limits.memory, "bytes": bytes_of(limits.memory)}
        try:
            await worker._told(told)
            await asyncio.wait_for(worker._said(), STARTING)
        except BaseException:
            await worker.kill()
            raise
        return worker

    async def answered(self, request: dict[str, Any], *, stop: asyncio.Event, seconds: float) -> dict[str, Any]:
        """The answer to a request. If it is not there in time, or nobody waits for it any more, the search ends.

        Raises
        ------
        Failed
            If there is none.
        Superseded
            If it was to stop before there was one.
        """
        await self._told(request)
        answering, stopping = asyncio.ensure_future(self._said()), asyncio.ensure_future(stop.wait())
        await asyncio.wait({answering, stopping}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if answering.done():
            return answering.result()
        await self._ended(answering, request["number"])
        raise Superseded if stop.is_set() else Failed("the search did not end in time")

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.returncode is None

    async def kill(self) -> None:
        """End the process at once."""
        with suppress(ProcessLookupError):
            self.process.kill()
        # The end of a process is seen only once its pipes have ended, and one that was too full is not read any more.
        if self.process.stdout is not None:
            with suppress(RuntimeError):  # Somebody else is reading it.
                await self.process.stdout.read()
        await self.process.wait()

    async def _ended(self, answering: asyncio.Future[dict[str, Any]], number: int) -> None:
        """End a search; one that does not end takes its process with it."""
        try:
            async with asyncio.timeout(GRACE):
                await self._told({"what": "cancel", "number": number})
                await answering
        except (TimeoutError, Failed):
            await self.kill()

    async def _told(self, request: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            await self.process.stdin.drain()
        except (ConnectionError, RuntimeError):
            raise Failed("the search has ended unexpectedly") from None

    async def _said(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        try:
            line = await self.process.stdout.readline()
        except ValueError:
            raise Failed("the answer is too large") from None
        if not line.endswith(b"\n"):
            raise Failed("the search has ended unexpectedly, perhaps for lack of memory")
        said: dict[str, Any] = json.loads(line)
        return said


@dataclass(eq=False)
class _Job:
    """A request on its way: what stops it, and the task that ends once its worker is free again."""

    stop: asyncio.Event
    task: asyncio.Task[dict[str, Any]]


class Pool:
    """The workers, and which page waits for which request."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._starting = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._jobs: dict[str, _Job] = {}
        self._numbers = itertools.count()

    async def solve(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request of a page; what the same page has asked before is given up.

        Raises
        ------
        Busy
            If too many searches are running.
        Failed
            If there is no answer.
        Superseded
            If the page asks something else before there is one.
        """
        client = request["client"]
        before = self._jobs.get(client)
        if before is not None:
            before.stop.set()
        stop = asyncio.Event()
        job = _Job(stop, asyncio.ensure_future(self._solved(request, stop, before)))
        self._jobs[client] = job
        job.task.add_done_callback(lambda task: self._forget(client, job))
        try:
            return await asyncio.shield(job.task)
        finally:
            stop.set()  # Whoever has asked may have gone.

    async def warm(self) -> None:
        """Start a first worker before anybody asks."""
        self._release(await self._acquired(""))

    async def close(self) -> None:
        """End all workers."""
        tasks = [job.task for job in self._jobs.values()]
        await asyncio.gather(*(worker.kill() for worker in self._workers))
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._workers))

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that live."""
        return [worker.process.pid for worker in self._workers if worker.is_alive]

    def _forget(self, client: str, job: _Job) -> None:
        if not job.task.cancelled():
            job.task.exception()  # Somebody has asked for it, even if whoever waited has gone.
        if self._jobs.get(client) is job:
            del self._jobs[client]

    async def _solved(self, request: dict[str, Any], stop: asyncio.Event, before: _Job | None) -> dict[str, Any]:
        if before is not None:
            await asyncio.wait([before.task])
        if stop.is_set():
            raise Superseded
        worker = await self._acquired(request["client"])
        worker.client = request["client"]
        try:
            numbered = {**request, "number": next(self._numbers)}
            return await worker.answered(numbered, stop=stop, seconds=self.limits.timeout + OVERTIME)
        except Failed:
            await worker.kill()
            raise
        finally:
            self._release(worker)

    async def _acquired(self, client: str) -> Worker:
        """A worker that nobody else asks: the one that knows the page, or any, or a new one."""
        until = asyncio.get_running_loop().time() + PATIENCE
        while True:
            self._idle = [worker for worker in self._idle if worker.is_alive]
            self._workers = {worker for worker in self._workers if worker.is_alive}
            if self._idle:
                worker = next((one for one in self._idle if one.client == client), self._idle[0])
                self._idle.remove(worker)
                return worker
            if len(self._workers) + self._starting < self.limits.searches:
                return await self._started()
            await self._turn(until)

    async def _started(self) -> Worker:
        self._starting += 1
        try:
            worker = await Worker.started(self.limits)
        except BaseException:
            self._wake()
            raise
        finally:
            self._starting -= 1
        self._workers.add(worker)
        return worker

    async def _turn(self, until: float) -> None:
        """Wait until a worker may be free.

        Raises
        ------
        Busy
            If that takes too long, or too many wait.
        """
        if len(self._waiting) >= MOST_WAITING:
            raise Busy
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout_at(until):
                await turn
        except TimeoutError:
            raise Busy from None
        finally:
            if turn in self._waiting:
                self._waiting.remove(turn)

    def _release(self, worker: Worker) -> None:
        if worker.is_alive:
            self._idle.append(worker)
        self._wake()

    def _wake(self) -> None:
        """Let the next that waits try."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
