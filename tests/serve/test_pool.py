"""Workers: one request at a time each, cancelled, killed, refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from induce.serve import pool as pools
from induce.serve.limits import Limits
from induce.serve.pool import Busy, Failed, Pool, Superseded

from .serving import STUB, lives

Work = Callable[[Pool], Awaitable[Any]]


def asked(work: str, client: str = "page") -> dict[str, Any]:
    return {"what": "solve", "client": client, "rows": [[work, ""]], "texts": [False, False], "long": False}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Do something with a pool of stubs, after which all processes have to be gone."""
    monkeypatch.setattr(pools, "COMMAND", STUB)
    monkeypatch.setattr(pools, "GRACE", 0.3)
    monkeypatch.setattr(pools, "PATIENCE", 0.3)

    def running(work: Work, **limits: Any) -> Any:
        async def main() -> Any:
            pool = Pool(Limits(**{"searches": 2, "timeout": 5, **limits}))
            seen: set[int] = set()
            try:
                result = await work(pool)
            finally:
                seen |= set(pool.processes)
                await pool.close()
            assert not any(map(lives, seen))
            return result

        return asyncio.run(main())

    return running


def test_a_worker_is_kept_and_told_its_limits(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> list[Any]:
        await pool.warm()
        (before,) = pool.processes
        answers = [await pool.solve(asked(f"echo {number}")) for number in range(3)]
        assert pool.processes == [before]
        return answers

    answers = run(work, memory="20MB")
    assert [one["request"]["rows"][0][0] for one in answers] == ["echo 0", "echo 1", "echo 2"]
    assert answers[0]["limits"] == {"timeout": 5.0, "memory": "20MB", "bytes": 20_000_000}


def test_a_page_that_asks_again_gives_up_what_it_has_asked(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        first = asyncio.ensure_future(pool.solve(asked("work 30")))
        await asyncio.sleep(0.2)
        second = asyncio.ensure_future(pool.solve(asked("work 30")))
        await asyncio.sleep(0.1)
        began = time.perf_counter()
        third = await pool.solve(asked("work 0"))
        assert time.perf_counter() - began < 5
        assert third == {"status": "solved", "cancelled": False, "client": "page"}
        for one in (first, second):
            with pytest.raises(Superseded):
                await one
        assert len(pool.processes) == 1

    run(work)


def test_a_request_that_nobody_waits_for_ends(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        request = asyncio.ensure_future(pool.solve(asked("work 30")))
        await asyncio.sleep(0.2)
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        began = time.perf_counter()
        await pool.solve(asked("work 0", "another"))
        assert time.perf_counter() - began < 5
        assert len(pool.processes) == 1

    run(work, searches=1)


def test_a_search_that_does_not_end_takes_its_process_with_it(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        first = asyncio.ensure_future(pool.solve(asked("stubborn 60")))
        await asyncio.sleep(0.2)
        (process,) = pool.processes
        assert (await pool.solve(asked("work 0")))["status"] == "solved"
        assert not lives(process)
        with pytest.raises(Superseded):
            await first

    run(work, searches=1)


def test_a_search_that_takes_too_long_fails(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "OVERTIME", 0.1)

    async def work(pool: Pool) -> None:
        with pytest.raises(Failed, match="did not end in time"):
            await pool.solve(asked("stubborn 60"))
        assert (await pool.solve(asked("work 0")))["status"] == "solved"

    run(work, timeout=0.2, searches=1)


@pytest.mark.parametrize(("work", "message"), [("die", "unexpectedly"), ("flood 200000", "too large")])
def test_a_worker_that_fails_is_replaced(
    work: str, message: str, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "MOST_LINE", 50_000)

    async def both(pool: Pool) -> None:
        for _ in range(2):
            with pytest.raises(Failed, match=message):
                await pool.solve(asked(work))
        assert (await pool.solve(asked("work 0")))["status"] == "solved"

    run(both, searches=1)


def test_too_many_are_refused_and_the_others_take_turns(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "MOST_WAITING", 2)

    async def work(pool: Pool) -> list[Any]:
        requests = [pool.solve(asked("work 0.1", str(number))) for number in range(6)]
        return [*await asyncio.gather(*requests, return_exceptions=True)]

    answers = run(work)
    refused = [one for one in answers if isinstance(one, Busy)]
    assert len(refused) == 2
    assert sum(isinstance(one, dict) for one in answers) == 4


def test_nobody_waits_for_long(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        long = asyncio.ensure_future(pool.solve(asked("work 3", "first")))
        await asyncio.sleep(0.2)
        with pytest.raises(Busy):
            await pool.solve(asked("work 0", "second"))
        long.cancel()

    run(work, searches=1)


def test_a_page_is_answered_by_the_worker_that_knows_it(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        await asyncio.gather(*(pool.solve(asked("work 0.1", name)) for name in "ab"))
        known = {worker.client: worker.process.pid for worker in pool._idle}
        await pool.solve(asked("work 0", "a"))
        await pool.solve(asked("work 0", "b"))
        assert {worker.client: worker.process.pid for worker in pool._idle} == known

    run(work)


def test_workers_end_with_the_pool_in_the_middle_of_their_work(run: Callable[..., Any]) -> None:
    async def work(pool: Pool) -> None:
        asyncio.ensure_future(pool.solve(asked("stubborn 60"))).add_done_callback(lambda task: task.exception())
        await asyncio.sleep(0.2)
        assert len(pool.processes) == 1

    run(work)
