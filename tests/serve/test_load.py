"""Many requests beside one another, with searches: some cancelled, some hostile in size."""

from __future__ import annotations

import json
import os
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from induce.serve.app import MOST_BYTES
from induce.serve.limits import Limits
from induce.serve.sheet import MOST_ROWS

from .serving import Served, serving, table

REQUESTS = 200
HARD = (["[3, 1, 4]", "8561"], ["[1, 5]", "40217"], ["[9, 2, 6, 5]", "-777123"], ["[3, 5, 8]", "91919"])
ANSWERED = {200, 400, 409, 413, 422, 503}
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def resident(process: int) -> int:
    """The bytes of memory that a process has."""
    return int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1]) * PAGE


def hostile(number: int) -> bytes:
    """Requests that are large in one way or another."""
    ways = [
        lambda: json.dumps(table(["x" * MOST_BYTES, ""])),
        lambda: json.dumps(table(*[["x", ""]] * (MOST_ROWS * 3))),
        lambda: json.dumps(table(*[["x" * 1500, "y"]] * MOST_ROWS, client=str(number))),
        lambda: json.dumps(table(*[[f"{'ab ' * 1000}{n}", str(n)] for n in range(300)], client=str(number))),
        lambda: json.dumps(table(["[" * 3000 + "]" * 3000, "1"], client=str(number))),
        lambda: "[" * 500_000,
        lambda: json.dumps(table([f"[{'9, ' * 1300}9]", "3"], ["[1]", ""], client=str(number))),
    ]
    return ways[number % len(ways)]().encode()


def asked(served: Served, number: int) -> int:
    """Ask once; the status, or 0 if it was given up."""
    if number % 2:
        status, _, _ = served.asked("POST", "/api/solve", hostile(number), {"Content-Type": "application/json"})
        return status
    body = json.dumps(table(*HARD, client=f"page {number % 5}", long=True)).encode()
    head = (
        f"POST /api/solve HTTP/1.1\r\nHost: localhost:{served.port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port), timeout=60) as connection:
        connection.sendall(head.encode() + body)
        time.sleep(0.01 * (number % 10))
    return 0


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_many_requests_are_answered_or_refused_and_leave_nothing_behind() -> None:
    with serving(Limits(searches=2, timeout=1, memory="200MB")) as served:
        assert served.solve(["2", "4"], ["3", "6"], ["4", ""])[1]["cells"][0]["cell"] == "8"
        before = resident(os.getpid())
        with ThreadPoolExecutor(REQUESTS) as threads:
            statuses = [*threads.map(lambda number: asked(served, number), range(REQUESTS))]
        assert set(statuses) <= ANSWERED | {0}
        assert statuses.count(0) == REQUESTS // 2
        for _ in range(100):
            status, said = served.solve(["2", "4"], ["3", "6"], ["5", ""], client="last")
            if status == 200:
                break
            time.sleep(0.1)
        assert (status, said["cells"][0]["cell"]) == (200, "10")
        workers = served.pool.processes
        assert 1 <= len(workers) <= 2
        assert resident(os.getpid()) - before < 150_000_000
        assert all(resident(worker) < 1_200_000_000 for worker in workers)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
