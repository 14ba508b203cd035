"""Killed at random moments, a run loses nothing and repeats nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from induce.check.crashes import runs as kills
from induce.check.crashes.runs import survives


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_five_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills, "TASKS", 5)
    monkeypatch.setattr(kills, "LATEST", 0.5)
    assert survives(5, folder=tmp_path) == []
