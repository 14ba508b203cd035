"""Watches this process from another: its processor time at a deadline, and the most memory that it held.

A thread could not: it waits for the interpreter's lock while a long call holds it, and the deadline passes meanwhile.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

PAUSE = 0.005
"""Seconds between two looks."""


@dataclass
class Taken:
    """What was taken while somebody watched.

    Parameters
    ----------
    late
        Seconds after the deadline: of the processor's time, or of the clock if that is less.
    grown
        Bytes by which the resident memory was larger than at the start, at its peak.
    """

    late: float = 0.0
    grown: int = 0


class Watcher:
    """A process that watches this one; it ends with it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(os.getpid())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    @contextmanager
    def watched(self, seconds: float) -> Iterator[Taken]:
        """Watch until the end of the block, whose deadline is so many seconds from now."""
        taken, deadline, before = Taken(), time.monotonic() + seconds, resident(os.getpid())
        self._say(str(deadline))
        try:
            yield taken
        finally:
            ended, used = time.monotonic(), time.process_time()
            self._say("end")
            at_deadline, peak = self._answer()
            taken.late = max(0.0, min(ended - deadline, used - at_deadline)) if ended > deadline else 0.0
            taken.grown = peak - before

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _answer(self) -> tuple[float, int]:
        assert self._process.stdout is not None
        used, peak = self._process.stdout.readline().split()
        return float(used), int(peak)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def resident(process: int) -> int:
    """Bytes of memory that a process holds at the moment."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def processor_time(process: int) -> float:
    """Seconds of the processor that all threads of a process have had."""
    return time.clock_gettime((~process << 3) | 2)  # As clock_getcpuclockid makes the clock of a process.


def watch(process: int) -> None:
    """Answer each deadline that is read with what was used when it passed, and the peak of the memory until "end"."""
    from io import FileIO
    from select import select

    lines = FileIO(0)  # A buffer would hide from select what it holds.
    for line in iter(lines.readline, b""):
        deadline, used, peak = float(line), None, 0
        while True:
            said = select([lines], [], [], PAUSE)[0]
            peak = max(peak, resident(process))
            if used is None and time.monotonic() >= deadline:
                used = processor_time(process)
            if said:
                lines.readline()
                break
        print(processor_time(process) if used is None else used, peak, flush=True)


if __name__ == "__main__":
    watch(int(sys.argv[1]))
