"""The server: the files of the page, the examples, and answers to what the page asks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from ..search.task.loading import parse_task
from ..support.errors import InputError
from .guard import Guard
from .pool import Busy, Failed, Pool, Superseded
from .sheet import sheet_of

PAGE = files(__package__) / "page"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files of the page, and what they are."""
EXAMPLES = {
    "last_name_first": "Last name first",
    "short_dates": "Short dates",
    "above_average": "Above average",
    "count_matches": "Count matches",
    "ambiguous": "Sum or product?",
}
"""The tasks of the examples that the menu has, the first of which a new page shows."""
MOST_BYTES = 1_000_000
"""Of a request."""
READING = 10.0
"""Seconds that a request may take to arrive."""
MOST_CLIENT = 64
MOST_AT_ONCE = 64
"""Requests that are looked at beside one another; more are refused before they are read."""
WAIT = {"Retry-After": "1"}


def application(pool: Pool, *, port: int) -> ASGIApp:
    """The whole server, for a port that it will be reached at."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        warming = asyncio.ensure_future(pool.warm())
        warming.add_done_callback(lambda task: task.cancelled() or task.exception())
        try:
            yield
        finally:
            warming.cancel()
            await pool.close()

    server = _Server(pool)
    routes = [
        Route("/", partial(_file, name="index.html")),
        *(Route(f"/{name}", partial(_file, name=name)) for name in TYPES if name != "index.html"),
        Route("/api/examples", _examples),
        Route("/api/solve", server.answered(server.solve), methods=["POST"]),
        Route("/api/open", server.answered(server.open), methods=["POST"]),
    ]
    inner = Starlette(
        routes=routes, lifespan=lifespan, exception_handlers={HTTPException: _refused, Exception: _broken}
    )
    return Guard(inner, port=port)


async def _file(_: Request, *, name: str) -> Response:
    return Response(_content(name), media_type=TYPES[name])


@lru_cache
def _content(name: str) -> bytes:
    return (PAGE / name).read_bytes()


async def _examples(_: Request) -> Response:
    return JSONResponse(_example_sheets())


@lru_cache
def _example_sheets() -> list[dict[str, Any]]:
    """The tasks of the menu, as tables."""
    folder = files((__package__ or "").rpartition(".")[0]) / "examples"
    tasks = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in EXAMPLES}
    return [
        {"title": EXAMPLES[name], "sheet": sheet_of(parse_task(task, place=name)).to_json()}
        for name, task in tasks.items()
    ]


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = {404: "there is no such page", 405: "this is not what the page asks"}.get(error.status_code, error.detail)
    return JSONResponse({"error": told}, status_code=error.status_code, headers=error.headers)


async def _broken(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": f"internal error: {type(error).__name__}; please report it"}, status_code=500)


class _Server:
    """Answers what the page asks with JSON: what went well with 200, all else with a line that says what did not."""

    def __init__(self, pool: Pool) -> None:
        self.pool, self.open_now = pool, 0

    def answered(
        self, handler: Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """An endpoint that reads JSON and answers with it."""

        async def endpoint(request: Request) -> Response:
            if self.open_now >= MOST_AT_ONCE:
                raise HTTPException(503, "too many requests at once; try again in a moment", WAIT)
            self.open_now += 1
            try:
                said = await _while_there(request, handler(await _asked(request)))
            except InputError as error:
                raise HTTPException(400, str(error)) from None
            except Superseded:
                raise HTTPException(409, "the page has asked something else meanwhile") from None
            except Busy:
                raise HTTPException(503, "all searches are taken; try again in a moment", WAIT) from None
            except Failed as error:
                raise HTTPException(500, str(error)) from None
            except ClientDisconnect:
                raise HTTPException(499, "the page has gone") from None
            finally:
                self.open_now -= 1
            return JSONResponse(said, status_code=422 if "error" in said else 200)

        return endpoint

    async def solve(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer for a table."""
        rows, texts, long = asked.get("rows"), asked.get("texts"), asked.get("long", False)
        if not isinstance(long, bool):
            raise InputError("long: expected true or false")
        request = {"what": "solve", "client": _client(asked), "rows": rows, "texts": texts, "long": long}
        return await self.pool.solve(request)

    async def open(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The table of a task file."""
        text = asked.get("text")
        if not isinstance(text, str):
            raise InputError("text: expected the text of a task file")
        client = f"{_client(asked)}, a file"  # What the table asks meanwhile is another matter.
        return await self.pool.solve({"what": "open", "client": client, "text": text})


def _client(asked: dict[str, Any]) -> str:
    client = asked.get("client")
    if not isinstance(client, str) or not 0 < len(client) <= MOST_CLIENT:
        raise InputError(f"client: expected a text of 1 to {MOST_CLIENT} characters")
    return client


async def _asked(request: Request) -> dict[str, Any]:
    """What a request says, if it is small enough and comes soon enough."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "expected JSON, with the content type application/json")
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:18]) > MOST_BYTES:
        raise HTTPException(413, f"more than {MOST_BYTES} bytes; expected at most that", {"Connection": "close"})
    data = bytearray()
    try:
        async with asyncio.timeout(READING):
            async for chunk in request.stream():
                data += chunk
                if len(data) > MOST_BYTES:
                    raise HTTPException(
                        413, f"more than {MOST_BYTES} bytes; expected at most that", {"Connection": "close"}
                    )
    except TimeoutError:
        raise HTTPException(408, "the request did not arrive in time", {"Connection": "close"}) from None
    try:
        asked = json.loads(bytes(data))
    except (ValueError, RecursionError):
        raise InputError("the request is not JSON") from None
    if not isinstance(asked, dict):
        raise InputError("expected a JSON object")
    return asked


async def _while_there(request: Request, work: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    """The answer, unless whoever has asked goes away before it is there."""
    working, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        working.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
