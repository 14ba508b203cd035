"""Starts are those of new processes; the guide is timed where there is one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from induce.benchmarks.speed import latency
from induce.benchmarks.speed.unsolvable import unsolvable_task


def test_a_warm_start_gives_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latency, "STARTS", 1)
    assert 0 < latency.warm_start() < 120


def test_a_cold_start_has_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latency, "FIRST_ANSWER", "import os; assert not os.listdir(os.environ['INDUCE_OBJECTS'])")
    assert latency.cold_start() > 0


def test_a_start_that_fails_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latency, "FIRST_ANSWER", "raise SystemExit(1)")
    with pytest.raises(subprocess.CalledProcessError):
        latency.warm_start()


def test_the_guide_is_timed() -> None:
    found = latency.guide_latency([unsolvable_task()])
    assert found is not None
    assert found.load > 0
    assert found.task > 0


def test_weights_that_cannot_be_used_are_not_timed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "weights.safetensors"
    broken.write_bytes(b"none")
    monkeypatch.setattr(latency, "SHIPPED", broken)
    assert latency.guide_latency([unsolvable_task()]) is None
