"""What is known of a run before it begins."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from induce.benchmarks.runs import provenance
from induce.benchmarks.runs.provenance import commit, machine, setup_of, sources
from induce.benchmarks.solvers.solver import Limits

from ..scripted import Scripted, suite_of


def test_a_setup_says_who_answers_what() -> None:
    suite = suite_of("a", "b")
    setup = setup_of(suite, Scripted(settings={"depth": 3}), Limits(timeout=2.0), repeats=4)
    assert (setup.suite, setup.digest, setup.tasks) == ("scripts", suite.digest, 2)
    assert (setup.solver, setup.settings, setup.limits.timeout, setup.repeats) == ("scripted", {"depth": 3}, 2.0, 4)
    assert len(setup.sources) == 16
    assert setup.dsl


def test_the_machine_is_named() -> None:
    found = machine()
    assert found["cores"] >= 1
    assert found["cpu"]
    assert found["memory"] is None or found["memory"] > 10**8


def test_any_change_of_the_code_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "PACKAGE", tmp_path)
    (tmp_path / "search" / "deep").mkdir(parents=True)
    seen = [sources()]
    for name, text in (
        ("search/a.py", "x = 1"),
        ("search/a.py", "x = 2"),
        ("search/deep/b.lark", ""),
        ("search/c.smt2", ""),
        ("dsl.py", ""),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        seen.append(sources())
    assert len(set(seen)) == 5
    assert seen[-1] == seen[-2], "no part of the package"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs Git")
def test_the_commit_is_that_of_the_checkout_and_says_if_it_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*words: str) -> str:
        done = subprocess.run(["git", "-C", str(tmp_path), *words], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    monkeypatch.setattr(provenance, "PACKAGE", tmp_path.resolve())
    assert commit() == ""
    git("init", "-q")
    (tmp_path / "file").write_text("a", encoding="utf-8")
    git("add", "file")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first")
    assert commit() == git("rev-parse", "HEAD")[:12]
    (tmp_path / "file").write_text("b", encoding="utf-8")
    assert commit() == git("rev-parse", "HEAD")[:12] + "+"
    (tmp_path / "inner").mkdir()
    monkeypatch.setattr(provenance, "PACKAGE", (tmp_path / "inner").resolve())
    assert commit() == "", "a package inside of another checkout"
