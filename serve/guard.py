"""What every request has to be before anything looks at it, and what every answer says to the browser.

The server is for the pages that it has served itself. Other pages in the same browser can reach it, too: under its
address (cross-site requests) or under a name of theirs that they let point to it (DNS rebinding). So the name asked for
has to be one of this machine, and where a request says which page it comes from, that has to be one of ours.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost", "[::1]")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses what does not come from a page of this server, and adds to every answer what protects its pages."""

    def __init__(self, app: ASGIApp, *, port: int) -> None:
        self.app = app
        self.hosts = frozenset(f"{name}:{port}" for name in NAMES) | (frozenset(NAMES) if port == 80 else frozenset())
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(Headers(scope=scope))
        app = self.app if refusal is None else JSONResponse({"error": refusal}, status_code=403)
        await app(scope, receive, protected)

    def _refusal(self, headers: Headers) -> str | None:
        """Why a request is refused; None if it is not."""
        if not _is_one_of(headers.getlist("host"), self.hosts):
            return "the host is not this machine; expected the address that induce serve has printed"
        if headers.getlist("origin") and not _is_one_of(headers.getlist("origin"), self.origins):
            return "the request comes from another page; expected one from the page that induce serve has served"
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return "the request comes from another page; expected one from the page that induce serve has served"
        return None


def _is_one_of(values: Sequence[str], allowed: frozenset[str]) -> bool:
    return len(values) == 1 and values[0].lower() in allowed
