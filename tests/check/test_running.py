"""A check gives every promise its turn, goes on after a kill, and tells a broken promise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from induce.check.command import MINUTES_OF_A_CHECK
from induce.check.promises.promise import Promise, Tally
from induce.check.record import Record
from induce.check.running import Turns, keep_promises
from induce.check.table import faults, rows
from induce.check.worker import Batch
from induce.support.errors import InputError


def promise_of(name: str, *, goal: int = 30, alone: bool = False) -> Promise:
    return Promise(name, f"{name} holds", goal, batch=lambda seed: Tally(10), alone=alone)


def ten(name: str, seed: int) -> Batch:
    return Batch(name, seed, Tally(10, measured=(float(seed),)), 2.0 if name == "slow" else 1.0)


def kept(tmp_path: Path, *promises: Promise, jobs: int = 1) -> list[tuple[str, int]]:
    record = Record(tmp_path / "record.jsonl")
    order: list[tuple[str, int]] = []
    keep_promises(
        promises,
        record,
        minutes=MINUTES_OF_A_CHECK,
        jobs=jobs,
        tell=lambda batch: order.append((batch.name, batch.seed)),
        run=ten,
    )
    return order


def test_the_promise_with_the_least_time_is_next(tmp_path: Path) -> None:
    order = kept(tmp_path, promise_of("slow"), promise_of("fast"))
    assert order == [("slow", 0), ("fast", 0), ("fast", 1), ("slow", 1), ("fast", 2), ("slow", 2)]


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    first = kept(tmp_path, promise_of("one", goal=20))
    assert first == [("one", 0), ("one", 1)]
    assert kept(tmp_path, promise_of("one", goal=40)) == [("one", 2), ("one", 3)]


def test_a_half_written_line_is_left_out(tmp_path: Path) -> None:
    kept(tmp_path, promise_of("one", goal=20))
    path = tmp_path / "record.jsonl"
    path.write_text(path.read_text()[:-10])
    assert [batch.seed for batch in Record(path).batches] == [0]
    assert kept(tmp_path, promise_of("one", goal=20)) == [("one", 1)]
    assert [batch.seed for batch in Record(path).batches] == [0, 1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, 2]\n", "is not the record of a check: expected a file that induce check has made"),
        ('{"induce check": "other"}\n', "was made with other code: expected a new file, which --record names"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        Record(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    kept(tmp_path, promise_of("one", goal=20))
    path = tmp_path / "record.jsonl"
    head, *lines = path.read_text().splitlines()
    path.write_text("\n".join([head, json.dumps({"name": "one"}), *lines]) + "\n")
    with pytest.raises(InputError, match=r"record.jsonl, line 2: expected a batch that induce check has written"):
        Record(path)


def test_what_needs_the_clock_runs_alone() -> None:
    turns = Turns([promise_of("timed", alone=True), promise_of("other")], [])
    first = turns.take()
    assert first
    assert first[0].name == "other"
    assert turns.take() is None
    turns.end(ten("other", 0))
    second = turns.take()
    assert second
    assert second[0].name == "timed"
    assert turns.take() is None


def test_what_runs_counts_for_the_goal() -> None:
    turns = Turns([promise_of("one", goal=1)], [])
    assert turns.take() is not None
    assert turns.take() is None


def test_a_fault_says_how_to_run_it_again() -> None:
    promise = Promise(
        "late", "in time", 10, batch=lambda seed: Tally(0), verdict=lambda figures: (f"{max(figures)} s late",)
    )
    batches = [Batch("late", 4, Tally(10, ("hangs",), (0.5, 2.0)), 1.0), Batch("other", 1, Tally(1, ("no",)), 1.0)]
    assert list(faults(promise, batches)) == ["late, batch 4: hangs", "late: 2.0 s late"]
    assert list(rows([promise], batches))[-1] == "| in time | 10 | 10 | 2 |  | 1 s |"


def test_the_table_names_the_pythons_that_ran() -> None:
    batches = [
        Batch("one", seed, Tally(10, pythons=pythons), 1.0) for seed, pythons in enumerate((("3.13", "3.9"), ("3.11",)))
    ]
    assert "| Python 3.9, 3.11, 3.13 |" in list(rows([promise_of("one")], batches))[-1]
