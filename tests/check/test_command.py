"""The command line of `induce check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from induce.check import command, worker
from induce.check.promises.catalogue import PROMISES
from induce.check.promises.promise import Tally
from induce.check.worker import Batch
from induce.cli import main


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The batches that are run: each has ten cases, and those of `printed` a fault."""
    seen: list[tuple[str, int]] = []

    def run(name: str, seed: int, *, quick: bool = False) -> Batch:
        seen.append((name, seed))
        return Batch(name, seed, Tally(10, ("says something else",) if name == "printed" else ()), 0.1)

    monkeypatch.setattr(worker, "run", run)
    return seen


def test_all_promises_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == [promise.name for promise in PROMISES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--only", "nothing"], "no promise is called nothing: expected sound, "),
        (["--batch", "3"], "--batch: expected one promise, which --only names"),
        (["--record", "/nowhere/record.jsonl", "--only", "sound"], "/nowhere/record.jsonl: cannot be used: "),
    ],
)
def test_what_is_wrong_is_told_in_one_line(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words]) == 2
    assert capsys.readouterr().err.startswith(f"induce: {message}")


def test_one_batch_is_run_again(batches: list[tuple[str, int]], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--only", "printed", "--batch", "7"]) == 1
    assert batches == [("printed", 7)]
    assert capsys.readouterr().out.splitlines()[-1] == "printed, batch 7: says something else"


def test_a_quick_check_runs_the_first_batch_of_what_is_not_about_time(
    batches: list[tuple[str, int]], tmp_path: Path
) -> None:
    record = tmp_path / "record.jsonl"
    assert main(["check", "--quick", "--record", str(record)]) == 1
    assert sorted(batches) == sorted((promise.name, 0) for promise in PROMISES if not promise.alone)
    rows = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()[1:]]
    assert {row["name"] for row in rows} == {name for name, _ in batches}


def test_what_is_not_installed_is_left_out_and_named(
    batches: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None if name == "openpyxl" else object())
    assert main(["check", "--quick", "--only", "input", "--only", "crash"]) == 0
    assert batches == [("crash", 0)]
    assert "induce: input is left out, since it needs openpyxl\n" in capsys.readouterr().err
