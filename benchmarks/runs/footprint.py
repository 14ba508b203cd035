"""What memory a process takes, and how it is kept from taking more."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

ROOM = 10**9
"""Bytes beside the limit for the interpreter, its libraries, and what a solver does not count."""
RESERVED = 3
"""This many times the limit may be reserved: banks reserve what they may need, and a search may hold several."""

STATUS = Path("/proc/self/status")
PEAK_RESET = "5"
"""What `clear_refs` takes for: forget the most that was held (proc_pid_clear_refs(5))."""


def reset_peak() -> None:
    """From now on `peak` is that of what follows, where the system can forget (Linux)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text(PEAK_RESET)


def peak() -> int | None:
    """The most bytes that this process has held since `reset_peak`, or since its start; None if nobody knows."""
    return _status("VmHWM") if STATUS.exists() else _peak(of_children=False)


def peak_of_children() -> int:
    """The most bytes that a process has ever held that this one had started, and that has ended."""
    return _peak(of_children=True) or 0


def _peak(*, of_children: bool) -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    whose = resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF
    return resource.getrusage(whose).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def resident(process: int) -> int:
    """The bytes that a process holds now, 0 if nobody knows."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def cap(memory: int) -> None:
    """Let this process and those that it starts reserve no more than a solver with such a limit needs (Linux)."""
    if sys.platform != "linux":
        return
    import resource

    most = _status("VmSize") + RESERVED * memory + ROOM
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))


def _status(name: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024
