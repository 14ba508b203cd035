"""What the server may take, as options."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from ..support.kinds import SECONDS, SIZE, Kind, whole
from ..support.options import check, option

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Where only this machine can ask: there is no account, so nobody else may."""
SERVER = "server"


def _host(value: Any) -> str:
    if value not in LOOPBACK:
        raise ValueError
    return str(value)


HOST = Kind("host", f"one of {', '.join(LOOPBACK)}, since the page is for this machine alone", _host, metavar="HOST")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Where the server listens, and what a search may take.

    Raises
    ------
    InputError
        If a value is not valid: one line that names the option and says what was expected.
    """

    host: str = option(LOOPBACK[0], HOST, f"one of {', '.join(LOOPBACK)}", group=SERVER)
    port: int = option(
        8017, whole("port", least=0, most=65535), "where to listen", group=SERVER, shell="0 for any that is free"
    )
    timeout: float = option(10.0, SECONDS, "seconds that a search may take", group=SERVER)
    memory: int | str = option(
        "1GB", SIZE, 'memory for the values found, in bytes or as "500MB" or "2GB"', group=SERVER
    )
    searches: int = option(
        min(4, os.cpu_count() or 1),
        whole("number of searches", least=1, most=64),
        "how many searches may run at once",
        group=SERVER,
    )

    def __post_init__(self) -> None:
        """Check every option."""
        check(self)
