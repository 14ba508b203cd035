"""Work grows with the size of the input, never with the size of a number in it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

GROUPS = ("references", "kernels", "programs", "tasks", "sequences")
LEAST_CASES = 40


@pytest.mark.parametrize("group", GROUPS)
def test_large_numbers_take_neither_time_nor_memory(group: str) -> None:
    """Each case of `magnitude` has about a second of the processor and 500 MB."""
    command = [sys.executable, "-m", "induce.tests.magnitude", group]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    outcome = json.loads(done.stdout)
    assert outcome["failed"] == []
    assert outcome["count"] >= LEAST_CASES
