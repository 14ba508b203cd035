"""How long whoever asks for values waits: evaluation looks, and ends once the time is over.

Without a limit on time nobody looks at a clock.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_END: ContextVar[float | None] = ContextVar("end", default=None)


class OutOfTime(BaseException):
    """The time is over, in the middle of something."""


@contextmanager
def until(end: float | None) -> Iterator[None]:
    """Within it `look` raises `OutOfTime` from a moment of `time.perf_counter` on; None waits without end."""
    token = _END.set(end)
    try:
        yield
    finally:
        _END.reset(token)


def look() -> None:
    """Go on, unless the time is over.

    Raises
    ------
    OutOfTime
        If it is.
    """
    end = _END.get()
    if end is not None and time.perf_counter() >= end:
        raise OutOfTime
