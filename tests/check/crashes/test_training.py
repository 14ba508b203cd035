"""Whatever a killed training leaves broken is found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from induce.check.crashes import training

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

WRITES = "from pathlib import Path\nPath('output').write_bytes(b'1')\n"
SHORT, LONG = "import time\ntime.sleep(0.5)\n", "import time\ntime.sleep(2)\n"
STAYS = f"""
import subprocess, sys
nothing = subprocess.DEVNULL
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(5)"], stdout=nothing, stderr=nothing)
{LONG}"""


class Late(Random):
    """Draws the latest moment."""

    def uniform(self, a: float, b: float) -> float:
        return b


def _faults(folder: Path, monkeypatch: pytest.MonkeyPatch, *, alone: str, killed: str) -> list[str]:
    """What is found where the training that is left alone runs one code, and the other another."""

    def started(kind: str, place: Path) -> subprocess.Popen[bytes]:
        code = WRITES + (alone if place.name == "whole" else killed)
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [sys.executable, "-c", code], cwd=place, stdout=pipe, stderr=pipe, start_new_session=True
        )

    monkeypatch.setattr(training, "_started", started)
    monkeypatch.setattr(training, "PATIENCE", 1.0)
    return [*training.faults(Late(1), folder, kills=1, kind="prior")]


@pytest.mark.parametrize(
    ("killed", "found"),
    [
        ("", []),
        ("Path('output').write_bytes(b'2')", ["after the kills something else is learnt"]),
        ("Path('output.0123abcd.part').touch()", ["left behind: output.0123abcd.part"]),
        ("raise ValueError('no')", ["after the kills a training ended with 1: ValueError: no"]),
    ],
)
def test_what_a_killed_training_leaves_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: str, found: list[str]
) -> None:
    assert _faults(tmp_path, monkeypatch, alone="", killed=killed) == found


def test_processes_that_go_on_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (fault,) = _faults(tmp_path, monkeypatch, alone=SHORT, killed=STAYS)
    assert fault == "kill 0: processes that it has started go on"


def test_a_training_goes_on_after_a_kill(tmp_path: Path) -> None:
    assert [*training.faults(Random(2), tmp_path, kills=1, kind="network")] == []
