"""Processes of a pool end with the one that has started them, even where that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ..processes import ends

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

POOL = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from induce.support.processes import end_with_parent

def main():
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=end_with_parent) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(60)

if __name__ == "__main__":
    main()
"""


def test_a_process_ends_with_the_one_that_has_started_it(tmp_path: Path) -> None:
    script = tmp_path / "pool.py"
    script.write_text(POOL, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as outer:
        assert outer.stdout is not None
        inner = int(outer.stdout.readline())
        os.kill(inner, 0)
        outer.send_signal(signal.SIGKILL)
    assert ends(inner)
