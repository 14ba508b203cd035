"""What stands in for a worker in tests, and the server that they ask."""

from __future__ import annotations

import sys
from pathlib import Path

from induce.check.serving.server import Served, serving, table

__all__ = ["STUB", "Served", "serving", "table"]

STUB = (sys.executable, "-I", "-S", str(Path(__file__).with_name("stub.py")))
"""In place of a worker: a process that does what a test asks for, and starts at once."""
