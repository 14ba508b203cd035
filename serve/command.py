"""`induce serve`: the page on this machine."""

from __future__ import annotations

import argparse
import socket
import sys
from typing import TYPE_CHECKING, Any

from ..support.errors import InputError
from ..support.files import why
from ..support.options import add_options, given
from .limits import SERVER, Limits

if TYPE_CHECKING:
    import uvicorn

ENDING = 2
"""Seconds that requests have to end in once the server is to end."""
NEEDED = "serve needs Starlette and Uvicorn: pip install 'induce[serve]'"


def add_parser(commands: Any) -> None:
    """Add `serve` to the commands."""
    serve = commands.add_parser(
        "serve",
        help="fill in a table by example, in the browser",
        description="Serve a page on this machine, on which you paste cells, fill in a few and see the others appear.",
    )
    add_options(serve, Limits, SERVER)
    serve.add_argument(
        "--open", action=argparse.BooleanOptionalAction, default=True, help="open the page in the browser (default)"
    )
    serve.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve the page until Ctrl-C.

    Raises
    ------
    InputError
        If an option is not valid, the port is taken, or what the server is made of is not installed.
    KeyboardInterrupt
        At Ctrl-C.
    """
    limits = Limits(**given(arguments, Limits))
    try:
        import uvicorn

        from .app import application
        from .pool import Pool
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "anyio", "h11", "click"):
            raise
        raise InputError(NEEDED) from None
    listening = _bound(limits.host, limits.port)
    port = listening.getsockname()[1]
    _compile()
    config = uvicorn.Config(
        application(Pool(limits), port=port),
        log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=ENDING, ws="none",
    )  # fmt: skip
    return _serve(uvicorn.Server(config), listening, _address(limits.host, port), is_opened=arguments.open)


def _serve(server: uvicorn.Server, listening: socket.socket, address: str, *, is_opened: bool) -> int:
    print(f"induce is at {address} (Ctrl-C ends it)", flush=True)
    if is_opened:
        import webbrowser

        webbrowser.open(address)
    with listening:
        server.run(sockets=[listening])
    return 0


def _bound(host: str, port: int) -> socket.socket:
    """A socket that listens at a port.

    Raises
    ------
    InputError
        If another program has the port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # There it would let two programs have one port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise InputError(f"port {port}: {why(error)}; expected one that is free, such as --port 0") from None
    return listening


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _compile() -> None:
    """Compile the engine, if that has not been done, before the workers load it."""
    from ..search.engine.codegen.objects import is_warm

    if not is_warm():
        from ..search.synthesis import COMPILING, warmup

        print(f"induce: {COMPILING}", file=sys.stderr, flush=True)
        warmup()
