"""Printed Python, run in processes of their own that cannot import induce, nor anything but the standard library."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .pythons import HERE, Python

SECONDS = 10
"""So long one program may take for one input."""
BARE = f"""
import contextlib, io, pickle, signal, sys

def ended(*_):
    raise TimeoutError("takes longer than {SECONDS} s")

def told(function, *arguments):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        outcome = ended_in_time(function, *arguments)
    return (False, f"prints {{said.getvalue()!r}}"[:200]) if said.getvalue() else outcome

def ended_in_time(function, *arguments):
    signal.alarm({SECONDS})
    try:
        return True, function(*arguments)
    except BaseException as error:
        return False, f"{{type(error).__name__}}: {{error}}"[:200]
    finally:
        signal.alarm(0)

def defined(source):
    space = {{}}
    exec(source, space)
    return space["solve"]

def value(solve, given):
    arguments = pickle.loads(given)
    found = pickle.dumps(solve(*arguments))
    if arguments != pickle.loads(given):
        raise ValueError("changes its arguments")
    return found

def outcomes(source, rows):
    works, solve = told(defined, source)
    return [told(value, solve, given) if works else (works, solve) for given in rows]

signal.signal(signal.SIGALRM, ended)
answers = sys.stdout.buffer
sys.stdout = sys.stderr
pickle.dump([outcomes(*job) for job in pickle.load(sys.stdin.buffer)], answers)
"""
"""Each row has arguments of its own, so that no call can change those of another."""


@dataclass(frozen=True)
class Raised:
    """What a program has in place of a value."""

    error: str

    @property
    def is_late(self) -> bool:
        """Whether it was ended for its time, and nothing is known of its value."""
        return self.error.startswith(TimeoutError.__name__)


def run_bare(jobs: Sequence[tuple[str, Sequence[tuple[Any, ...]]]], python: Python = HERE) -> list[list[Any]]:
    """What each source gives for its rows of arguments: a value, or `Raised`.

    A warning is an error, and so is a change of the arguments, or whatever is printed.

    Raises
    ------
    RuntimeError
        If the process dies.
    """
    command = [python.path, "-I", "-S", "-W", "error", "-c", BARE]
    given = pickle.dumps([(source, [*map(pickle.dumps, rows)]) for source, rows in jobs])
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode or done.stderr:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["nothing was printed"])[-1]
        raise RuntimeError(f"a bare process of Python {python} ended with {done.returncode}: {last}")
    return [[pickle.loads(told) if ended else Raised(told) for ended, told in row] for row in pickle.loads(done.stdout)]
