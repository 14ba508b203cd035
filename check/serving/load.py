"""Many requests beside one another: some cancelled, some hostile in size, and what they leave behind."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ...serve.app import MOST_BYTES
from ...serve.limits import Limits
from ...serve.sheet import MOST_ROWS
from .server import Served, serving, table

HARD = (["[3, 1, 4]", "8561"], ["[1, 5]", "40217"], ["[9, 2, 6, 5]", "-777123"], ["[3, 5, 8]", "91919"])
"""A table whose search ends only at its limit."""
ANSWERED = {200, 400, 409, 413, 422, 503}
CANCELLED = 0
LIMITS = Limits(searches=2, timeout=1, memory="200MB")
PATIENCE, CONNECTING = 30.0, 60.0
"""Seconds in which a request is answered or refused, and those after which it is given up."""
GROWTH, OF_A_WORKER = 150_000_000, 1_200_000_000
"""Bytes that the server may grow by, and that a worker may have."""
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Asked:
    """What became of a request: its status, `CANCELLED` if it was given up on purpose; and the seconds."""

    status: int
    seconds: float


def resident(process: int) -> int:
    """The bytes of memory that a process has; 0 where the system does not say so."""
    statm = Path(f"/proc/{process}/statm")
    return int(statm.read_text(encoding="utf-8").split()[1]) * PAGE if statm.exists() else 0


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
        lambda: json.dumps({"client": str(number), "text": "[" * 400_000}),
    ]
    return ways[number % len(ways)]().encode()


def asked(served: Served, number: int, wait: float) -> Asked:
    """Ask once: each second request is hostile, and the others are given up after a while."""
    began = time.monotonic()
    try:
        status = _answered(served, number // 2) if number % 2 else _given_up(served, number, wait)
    except OSError as error:
        status = -(error.errno or 1)
    return Asked(status, time.monotonic() - began)


def _answered(served: Served, number: int) -> int:
    status, _, _ = served.asked("POST", "/api/solve", hostile(number), {"Content-Type": "application/json"})
    return status


def _given_up(served: Served, number: int, wait: float) -> int:
    body = json.dumps(table(*HARD, client=f"page {number % 5}", long=True)).encode()
    head = (
        f"POST /api/solve HTTP/1.1\r\nHost: localhost:{served.port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port), timeout=CONNECTING) as connection:
        connection.sendall(head.encode() + body)
        time.sleep(wait)
    return CANCELLED


def faults(draw: Random, *, requests: int) -> Iterator[str]:
    """Ask a server of its own so many times at once; what it does not answer, and what stays behind."""
    with serving(LIMITS) as served:
        if _sum(served, "4") != "8":
            yield "a request before all others has no answer"
        before = resident(os.getpid())
        waits = [draw.uniform(0, 0.1) for _ in range(requests)]
        first = draw.randrange(1000) * 2
        with ThreadPoolExecutor(requests) as threads:
            all_asked = [*threads.map(lambda i: asked(served, first + i, waits[i]), range(requests))]
        for number, one in enumerate(all_asked, start=first):
            if one.status not in ANSWERED | {CANCELLED} or one.seconds > PATIENCE:
                yield f"request {number}: status {one.status} after {one.seconds:.1f} s"
        if _sum(served, "5") != "10":
            yield "a request after all others has no answer"
        workers = served.pool.processes
        if not 1 <= len(workers) <= LIMITS.searches:
            yield f"{len(workers)} workers; expected 1 to {LIMITS.searches}"
        if (grown := resident(os.getpid()) - before) > GROWTH:
            yield f"the server has grown by {grown:,} bytes"
        for worker in workers:
            if resident(worker) > OF_A_WORKER:
                yield f"a worker has {resident(worker):,} bytes"
    if left := [worker for worker in workers if Path(f"/proc/{worker}").exists()]:
        yield f"{len(left)} workers are still there after the server"


def _sum(served: Served, number: str) -> str | None:
    """What the server says of twice a number, once it has time."""
    for _ in range(100):
        status, said = served.solve(["2", "4"], ["3", "6"], [number, ""], client="last")
        if status == 200:
            cell: str = said["cells"][0]["cell"]
            return cell
        time.sleep(0.1)
    return None
