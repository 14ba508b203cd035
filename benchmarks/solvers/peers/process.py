"""Processes that are given a text and a time, and are killed with all that they started when it is over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

GUARD = '(while kill -0 "$0"; do sleep 1; done; kill -9 0) </dev/null >/dev/null 2>&1 & exec "$@"'
"""Shell text that looks every second whether the process of the number $0 is alive, and kills its group if not."""


@dataclass(frozen=True)
class Finished:
    """What a process left: its exit code and what it printed."""

    code: int
    output: str
    errors: str

    @property
    def complaint(self) -> str:
        """The last line on standard error, and the exit code."""
        lines = self.errors.split("\n")
        said = next((line.strip() for line in reversed(lines) if line.strip()), "nothing on standard error")
        return f"exit code {self.code}: {said}"


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process as the head of a group of its own, which ends with this process at the latest."""
    guarded = command if sys.platform == "win32" else ["sh", "-c", GUARD, str(os.getpid()), *command]
    pipe = subprocess.PIPE
    return subprocess.Popen(guarded, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True)


def finish(process: subprocess.Popen[bytes], text: str, *, seconds: float | None) -> Finished | None:
    """Give a process its input and wait for its end; None if it had to be killed.

    Nothing of its group is left in either case.
    """
    try:
        output, errors = process.communicate(text.encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        kill(process)
    return Finished(process.returncode, output.decode(errors="replace"), errors.decode(errors="replace"))


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and its group, and close its pipes."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):  # It has ended, and all that it started (macOS: EPERM).
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):  # What was not yet written to a process that is dead.
                pipe.close()
