"""A server for tests: in a thread of its own, with real sockets."""

from __future__ import annotations

import http.client
import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from induce.serve.app import application
from induce.serve.limits import Limits
from induce.serve.pool import Pool

STUB = (sys.executable, "-I", "-S", str(Path(__file__).with_name("stub.py")))
"""In place of a worker: a process that does what a test asks for, and starts at once."""


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    port: int
    pool: Pool

    def connection(self, *, timeout: float = 60) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def asked(
        self, method: str, path: str, body: bytes | str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers with names in small letters, and body."""
        connection = self.connection()
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def post(self, path: str, said: Any, **headers: str) -> tuple[int, dict[str, Any]]:
        """Status and answer of a request of the page."""
        sent = {"Content-Type": "application/json", **headers}
        status, _, body = self.asked("POST", path, json.dumps(said), sent)
        return status, json.loads(body)

    def solve(self, *rows: list[str], client: str = "page", **more: Any) -> tuple[int, dict[str, Any]]:
        return self.post("/api/solve", table(*rows, client=client, **more))


def table(*rows: list[str], client: str = "page", **more: Any) -> dict[str, Any]:
    """What a page asks of a table."""
    return {"client": client, "texts": [False] * len(rows[0]), "rows": [*rows], **more}


@contextmanager
def serving(limits: Limits | None = None) -> Iterator[Served]:
    """A server that runs for so long."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    pool = Pool(limits or Limits())
    config = uvicorn.Config(application(pool, port=port), log_level="error", timeout_graceful_shutdown=1, ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield Served(port, pool)
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
        assert not thread.is_alive()
