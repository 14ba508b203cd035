"""A server in a thread of this process, with real sockets."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import uvicorn

from ...serve.app import application
from ...serve.limits import Limits
from ...serve.pool import Pool


@dataclass(frozen=True)
class Served:
    """A server that runs, and ways to ask it."""

    port: int
    pool: Pool

    def connection(self, *, timeout: float = 60) -> http.client.HTTPConnection:
        """A new connection."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def asked(
        self, method: str, path: str, body: bytes | str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers with names in small letters, and body."""
        connection = self.connection()
        try:
            with suppress(BrokenPipeError):  # Who refuses what is too large answers before it is read to its end.
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
        """Status and answer for a table."""
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
        if not thread.is_alive():
            raise RuntimeError("the server does not start")
        time.sleep(0.01)
    try:
        yield Served(port, pool)
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
        if thread.is_alive():
            raise RuntimeError("the server does not end")
