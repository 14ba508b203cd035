"""Commands in processes of their own, which end or are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

PATIENCE = 300.0
"""Seconds after which a command is taken to hang."""
BLOCK = 512
"""Bytes, in which a shell counts."""


def started(*words: str, cwd: Path, largest: int | None = None, **environment: str) -> subprocess.Popen[bytes]:
    """A command of induce that runs, in a group of processes of its own.

    Parameters
    ----------
    largest
        Bytes that a file may have, as if the disk were full.
    """
    command = [sys.executable, "-m", "induce", *words]
    if largest is not None:
        command = ["/bin/sh", "-c", f'ulimit -f {largest // BLOCK}; exec "$@"', "sh", *command]
    return _started(command, cwd, environment)


def module_started(module: str, *words: str, cwd: Path) -> subprocess.Popen[bytes]:
    """A module that runs."""
    return _started([sys.executable, "-m", module, *words], cwd, {})


def _started(command: list[str], cwd: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    known = {**os.environ, **environment}
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, cwd=cwd, env=known, start_new_session=True)


def ended(process: subprocess.Popen[bytes], *, codes: tuple[int, ...] = (0,)) -> bytes:
    """What a command prints once it has ended.

    Raises
    ------
    RuntimeError
        If it ends with another exit code, or not at all.
    """
    try:
        out, errors = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        killed(process)
        raise RuntimeError(f"did not end within {PATIENCE:.0f} s") from None
    if process.returncode not in codes:
        last = (errors.decode(errors="replace").strip().splitlines() or ["nothing is said"])[-1]
        raise RuntimeError(f"ended with {process.returncode}: {last}")
    return out


def killed(process: subprocess.Popen[bytes]) -> None:
    """Kill a command and all processes that it has started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def killed_within(process: subprocess.Popen[bytes], seconds: float, draw: Random) -> None:
    """Kill a command at a random moment, unless it has ended by then."""
    until = time.monotonic() + draw.uniform(0, seconds)
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    killed(process) if process.poll() is None else process.communicate()
