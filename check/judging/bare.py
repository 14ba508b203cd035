"""Printed Python, run in a process of its own that cannot import induce, nor anything but the standard library."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SECONDS = 10
"""So long one program may take for one input."""
BARE = f"""
import pickle, signal, sys

def ended(*_):
    raise TimeoutError("takes longer than {SECONDS} s")

def outcome(source, arguments):
    signal.alarm({SECONDS})
    try:
        space = {{}}
        exec(source, space)
        return True, pickle.dumps(space["solve"](*arguments))
    except BaseException as error:
        return False, f"{{type(error).__name__}}: {{error}}"[:200]
    finally:
        signal.alarm(0)

signal.signal(signal.SIGALRM, ended)
jobs = pickle.load(sys.stdin.buffer)
pickle.dump([[outcome(source, arguments) for arguments in rows] for source, rows in jobs], sys.stdout.buffer)
"""


@dataclass(frozen=True)
class Raised:
    """What a program has in place of a value."""

    error: str


def run_bare(jobs: Sequence[tuple[str, Sequence[tuple[Any, ...]]]]) -> list[list[Any]]:
    """What each source gives for its rows of arguments: a value, or `Raised`.

    Raises
    ------
    RuntimeError
        If the process dies.
    """
    command = [sys.executable, "-I", "-S", "-c", BARE]
    done = subprocess.run(command, input=pickle.dumps([*jobs]), capture_output=True, check=False)
    if done.returncode:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["nothing was printed"])[-1]
        raise RuntimeError(f"a bare process ended with {done.returncode}: {last}")
    return [[pickle.loads(told) if ended else Raised(told) for ended, told in row] for row in pickle.loads(done.stdout)]
