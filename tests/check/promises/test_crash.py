"""Whatever a killed process leaves broken is found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from induce.check.crashes import cache, tables, writing
from induce.check.promises import crash
from induce.check.promises.promise import Tally

from ...processes import ends

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def test_each_batch_is_of_one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = [(lambda draw, folder, kills, name=name: iter([name]), 2) for name in ("one", "other")]
    monkeypatch.setattr(crash, "WAYS", kinds)
    assert [crash.batch(seed) for seed in range(3)] == [Tally(2, ("one",)), Tally(2, ("other",)), Tally(2, ("one",))]


def test_files_that_are_written_at_once_are_whole(tmp_path: Path) -> None:
    assert [*writing.faults(Random(2), tmp_path, kills=2)] == []


def test_files_that_are_not_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> int:
        path.write_bytes(path.read_bytes()[:-1])  # As if it had been cut off.
        return {"text": writing._read_text, "weights": writing._read_weights}[kind](path)

    for kind, (written, _) in writing.KINDS.items():
        monkeypatch.setattr(writing, "KINDS", {kind: (written, read)})
        (fault,) = writing.faults(Random(2), tmp_path, kills=1)
        assert fault.startswith(f"{kind}, kill 0: ")


def test_a_table_is_the_old_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS", 500)
    assert [*tables.faults(Random(1), tmp_path, kills=1)] == []


def test_a_damaged_object_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "WAYS", (cache._cut_off,))
    assert [*cache.faults(Random(1), tmp_path, kills=1)] == []


def test_a_batch_ends_with_the_check_that_began_it() -> None:
    code = (
        "import subprocess, sys, time\n"
        "inner = subprocess.Popen([sys.executable, '-m', 'induce.check.worker', 'printed', '1'], "
        "stdout=subprocess.DEVNULL, start_new_session=True)\n"
        "print(inner.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as outer:
        assert outer.stdout is not None
        inner = int(outer.stdout.readline())
        time.sleep(1.5)
        outer.send_signal(signal.SIGKILL)
    assert ends(inner)
