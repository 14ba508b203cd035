"""The quality gate: what is lost is named, and the exit code tells."""

from __future__ import annotations

import argparse

import pytest

from induce import InputError
from induce.benchmarks.checks import gate
from induce.benchmarks.runs.executors import Processes
from induce.benchmarks.solvers.solver import Limits

from ..scripted import Scripted, suite_of

pytestmark = pytest.mark.usefixtures("importable")


def test_what_is_named_and_not_solved_is_lost() -> None:
    suite = suite_of("a", "wrong", "crash", "b", "misfit")
    names = frozenset({"a", "wrong", "crash"})
    found = gate.lost(suite, names, Scripted(), Processes(1), Limits())
    assert {outcome.name: outcome.status for outcome in found} == {"wrong": "fitted", "crash": "died"}


def test_what_is_not_in_the_suite_is_lost() -> None:
    suite = suite_of("a", bad=InputError("no task"))
    found = gate.lost(suite, frozenset({"a", "bad", "gone"}), Scripted(), Processes(1), Limits())
    assert [(outcome.name, outcome.status) for outcome in found] == [("bad", "invalid"), ("gone", "invalid")]


@pytest.mark.parametrize(
    ("names", "guided", "code"), [({"a"}, ["b"], 0), ({"a", "wrong"}, ["b"], 1), ({"a"}, ["b", "crash"], 1)]
)
def test_a_loss_is_told_and_fails(
    names: set[str], guided: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "shipped", lambda: suite_of("a", "wrong"))
    monkeypatch.setattr(gate, "needing_guide", lambda: suite_of(*guided))
    monkeypatch.setattr(gate, "must_solve", lambda: frozenset(names))
    monkeypatch.setattr(gate, "Induce", Scripted)
    assert gate.run(argparse.Namespace(jobs=1)) == code
    out = capsys.readouterr().out
    assert ("lost: wrong: fitted reversed" in out) == ("wrong" in names)
    assert ("lost: crash: died" in out) == ("crash" in guided)
    told = [line.partition(": ")[2] for line in out.splitlines() if "that have to be solved" in line]
    assert [line.partition(" tasks")[0] for line in told] == [f"1 of {len(names)}", f"1 of {len(guided)}"]
