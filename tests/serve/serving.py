"""What stands in for a worker in tests, and the server that they ask."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from induce.check.serving.server import Served, serving, table

__all__ = ["STUB", "Served", "lives", "serving", "table"]

STUB = (sys.executable, "-I", "-S", str(Path(__file__).with_name("stub.py")))
"""In place of a worker: a process that does what a test asks for, and starts at once."""


def lives(process: int) -> bool:
    """Whether a process is there, if only as a zombie."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
