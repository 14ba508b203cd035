"""Inputs that are broken are told in one line, and what tells them otherwise is a fault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from induce.check.broken.cases import Case
from induce.check.broken.readers import Reader
from induce.check.promises import inputs
from induce.check.promises.promise import Tally


def test_broken_inputs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "CASES", 60)
    before = Path.cwd()
    assert inputs.batch(11) == Tally(60)
    assert Path.cwd() == before


@pytest.mark.parametrize(
    ("code", "err", "wrong"),
    [
        (
            3,
            "induce: internal error: KeyError: 'x' (at task.py:1); please report it\n",
            "exit code 3: induce:",
        ),
        (1, "Traceback (most recent call last):\n  File\nKeyError\n", "says 'Traceback"),
        (2, "usage: induce\ninduce: error: no\n", "says 'usage"),
        (2, "induce: case.json: not JSON\n  see there\n", "says "),
        (2, "", "nothing is said"),
        (2, "induce: \n", "nothing is said"),
        (2, "induce: : cannot be read\n", "a message without a place"),
        (2, "induce: not JSON\n", "a message that names nothing of case.json"),
        (2, f"induce: case.json: {'x' * 9000}\n", "a message of 9,019 characters"),
        (2, "induce: case.json: \x1b[2J\n", "a message that is not printable"),
    ],
)
def test_other_answers_are_faults(code: int, err: str, wrong: str) -> None:
    (fault,) = inputs.complaints(code, err, ("case.json",))
    assert fault.startswith(wrong)


@pytest.mark.parametrize(
    ("code", "err"), [(0, ""), (1, "induce: no program\n"), (2, "induce: compiling\ninduce: case.json: not JSON\n")]
)
def test_these_are_none(code: int, err: str) -> None:
    assert not [*inputs.complaints(code, err, ("case.json",))]


def test_what_hangs_or_raises_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(inputs, "READ", 0.0)
    monkeypatch.setattr(inputs, "LONGEST", 0.05)
    monkeypatch.setattr(inputs, "draw_case", lambda *_: Case(("solve", "case.json")))

    def hang(words: Sequence[str]) -> int:
        while True:
            pass

    def fail(words: Sequence[str]) -> int:
        raise KeyError("x")

    assert [*inputs.faults(Random(1), tmp_path, hang)] == ["'solve' 'case.json': goes on for more than 0 s"]
    assert [*inputs.faults(Random(1), tmp_path, fail)] == ["'solve' 'case.json': KeyError: 'x'"]


def test_what_reads_a_file_is_judged_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(_: Path) -> None:
        raise TypeError("no")

    monkeypatch.setattr(inputs, "READ", 1.0)
    monkeypatch.setattr(inputs, "READERS", (Reader("case.jsonl", lambda _: b"", read),))
    assert [*inputs.faults(Random(1), tmp_path, lambda _: 0)] == ["case.jsonl: TypeError: no"]


def test_the_same_seed_draws_the_same_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[Sequence[str]]] = []

    def command() -> inputs.Command:
        seen.append([])
        return lambda words: seen[-1].append(words) or 0  # type: ignore[func-returns-value]

    monkeypatch.setattr(inputs, "CASES", 40)
    monkeypatch.setattr(inputs, "READ", 0.0)
    monkeypatch.setattr(inputs, "command", command)
    inputs.batch(5)
    inputs.batch(5)
    assert seen[0] == seen[1]
    assert len(seen[0]) == 40
