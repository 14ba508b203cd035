"""Two builds measured in turn."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from induce.benchmarks.speed import against
from induce.benchmarks.speed.against import Command, Compared, built, compared, in_turn, measured
from induce.cli import main
from induce.support.errors import InputError

LISTS, TEXT = ("lists", 2), ("text", 5)


def build(store: float, match: float | None = None) -> Command:
    """A command that prints the rates of one kind of task, as a build does."""
    printed = json.dumps({"rates": [{"kind": "lists", "examples": 2, "store": store, "match": match, "floor": 1}]})
    return sys.executable, "-c", f"print({printed!r})"


def test_the_median_of_the_ratios_counts_and_how_far_they_spread() -> None:
    found = [({LISTS: {"store": before}}, {LISTS: {"store": now}}) for before, now in ((10, 20), (10, 30), (20, 30))]
    assert compared(found) == {LISTS: {"store": Compared(10, 30, 2.0, 1.5, 3.0)}}


def test_what_one_build_has_not_measured_is_left_out() -> None:
    both, one = {"store": 2.0, "match": None}, {"store": 4.0, "match": 1.0}
    assert list(compared([({LISTS: both}, {LISTS: one, TEXT: one})])) == [LISTS]
    assert list(compared([({LISTS: both}, {LISTS: one})])[LISTS]) == ["store"]


def test_builds_take_turns() -> None:
    told: list[int] = []
    found = in_turn(build(1.0), build(3.0, 2.0), seconds=0.1, rounds=3, told=told.append)
    assert told == [1, 2, 3]
    assert compared(found)[LISTS]["store"] == Compared(1.0, 3.0, 3.0, 3.0, 3.0)


@pytest.mark.parametrize("code", ["print('{}')", "print('[1]')", "print('no JSON')", "import sys; sys.exit('broken')"])
def test_a_build_that_does_not_measure_itself_is_told(code: str) -> None:
    with pytest.raises(InputError, match=r"^--against: the other build does not measure itself: .+$"):
        measured((sys.executable, "-c", code), 0.1)


def test_what_is_no_commit_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "engine", "--against", "no-such-commit"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("induce: --against: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("option", [["--cold"], ["--peers"], ["--picture", "x.png"], ["--threads", "2"]])
def test_what_is_not_compared_is_told(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "engine", "--against", "HEAD", *option]) == 2
    assert "expected neither" in capsys.readouterr().err


def test_an_option_of_git_is_no_commit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "engine", "--against=-f"]) == 2
    assert "not known; expected a commit" in capsys.readouterr().err


def test_a_package_outside_of_a_clone_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(against, "PACKAGE", tmp_path)
    with pytest.raises(InputError, match=r"is no clone of the repository"), built("HEAD"):
        pass


def test_the_table_of_both(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Built:
        def __init__(self, commit: str) -> None:
            assert commit == "1234567"

        def __enter__(self) -> Command:
            return build(2e6, 8e6)

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(against, "built", Built)
    monkeypatch.setattr(against, "HERE", build(5e6, 4e6))
    assert main(["bench", "engine", "--against", "1234567", "--rounds", "1"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[2:] == [
        ["lists", "2", "store", "2.00", "M", "5.00", "M", "2.50", "2.50", "2.50"],
        ["lists", "2", "match", "8.00", "M", "4.00", "M", "0.50", "0.50", "0.50"],
    ]
    assert main(["bench", "engine", "--against", "1234567", "--rounds", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rates"][0]["store"]["ratio"] == 2.5
