"""The quality gate: what is lost is named, and the exit code tells."""

from __future__ import annotations

import argparse

import pytest

from induce import InputError
from induce.benchmarks.checks import gate
from induce.benchmarks.runs.executors import Processes

from ..scripted import Scripted, suite_of

pytestmark = pytest.mark.usefixtures("importable")


def test_what_is_named_and_not_solved_is_lost() -> None:
    suite = suite_of("a", "wrong", "crash", "b", "misfit")
    names = frozenset({"a", "wrong", "crash"})
    found = gate.lost(suite, names, Scripted(), Processes(1))
    assert {outcome.name: outcome.status for outcome in found} == {"wrong": "fitted", "crash": "died"}


def test_what_is_not_in_the_suite_is_lost() -> None:
    suite = suite_of("a", bad=InputError("no task"))
    found = gate.lost(suite, frozenset({"a", "bad", "gone"}), Scripted(), Processes(1))
    assert [(outcome.name, outcome.status) for outcome in found] == [("bad", "invalid"), ("gone", "invalid")]


@pytest.mark.parametrize(("names", "code"), [({"a"}, 0), ({"a", "wrong"}, 1)])
def test_a_loss_is_told_and_fails(
    names: set[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "shipped", lambda: suite_of("a", "wrong"))
    monkeypatch.setattr(gate, "must_solve", lambda: frozenset(names))
    monkeypatch.setattr(gate, "Induce", Scripted)
    assert gate.run(argparse.Namespace(jobs=1)) == code
    out = capsys.readouterr().out
    assert ("lost: wrong: fitted reversed" in out) == bool(code)
    assert out.splitlines()[-1].startswith(f"1 of {len(names)} tasks")
