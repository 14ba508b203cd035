"""The Pythons of this machine that printed Python is run by: the one that runs this, and the newest."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEWEST = 20
"""The minor version from which one is looked for, downwards."""
SECONDS = 10
"""So long a Python may take to say its version."""


@dataclass(frozen=True)
class Python:
    """An interpreter that can be run.

    Parameters
    ----------
    path
        The program.
    minor
        The second number of its version.
    """

    path: str
    minor: int

    def __str__(self) -> str:
        return f"3.{self.minor}"


HERE = Python(sys.executable, sys.version_info.minor)


@cache
def pythons() -> tuple[Python, ...]:
    """The Python that runs this and, if the machine has a newer one, the newest."""
    newer = (Python(path, minor) for minor in range(NEWEST, HERE.minor, -1) for path in _called(f"python3.{minor}"))
    newest = next(filter(_runs, newer), None)
    return (HERE, newest) if newest else (HERE,)


def _called(name: str) -> Iterator[str]:
    """Programs of a name: on the path, or installed beside the Python that runs this."""
    on_path = shutil.which(name)
    if on_path:
        yield on_path
    yield from map(str, sorted(Path(sys.base_prefix).parent.glob(f"*/bin/{name}")))


def _runs(python: Python) -> bool:
    """Whether it is what it is called: what stands on a path may be a script that refuses."""
    command = [python.path, "-I", "-S", "-c", "import sys; print(*sys.version_info[:2], sep='.')"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == str(python)
