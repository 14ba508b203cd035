"""The shipped suite."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from induce.benchmarks.tasks.formats import must_solve, shipped
from induce.benchmarks.tasks.formats.suite import Entry
from induce.benchmarks.tasks.shipped.__main__ import FAMILIES, lines, main
from induce.benchmarks.tasks.shipped.exercise import Exercise
from induce.search.task.task import MISSING, Task

ENTRIES = shipped().entries


def test_the_file_is_current() -> None:
    assert main(["--check"]) == 0


def test_a_file_that_is_not_current_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tasks.jsonl"
    monkeypatch.setattr("induce.benchmarks.tasks.shipped.__main__.TASKS", path)
    assert main(["--check"]) == 1
    assert "run python -m induce.benchmarks.tasks.shipped" in capsys.readouterr().err
    assert main([]) == 0
    assert path.read_text(encoding="utf-8") == lines()
    assert main(["--check"]) == 0


def test_there_are_400_tasks_of_all_grades_and_families() -> None:
    assert len(ENTRIES) == len({entry.name for entry in ENTRIES}) == 400
    families = Counter(entry.family.partition("/")[0] for entry in ENTRIES)
    assert set(families) == {family for family, _ in FAMILIES}
    grades = Counter(entry.family.partition("/")[2] for entry in ENTRIES)
    assert set(grades) == {"easy", "medium", "hard"}
    assert 50 <= grades["hard"] <= 90


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_task_is_well_formed(entry: Entry) -> None:
    task = entry.task
    assert isinstance(task, Task), task
    assert 3 <= len(task.train) <= 12
    assert 2 <= len(task.inputs) <= 5
    assert MISSING not in task.expected
    assert not {repr(example.inputs) for example in task.train} & set(map(repr, task.inputs))
    outputs = [example.output for example in task.train]
    assert len({repr(output) for output in outputs}) > 1, "one output for all"
    Task.from_examples([*zip(task.inputs, task.expected, strict=True), *((e.inputs, e.output) for e in task.train)])


def test_what_must_be_solved_is_in_the_suite() -> None:
    names = must_solve()
    assert names <= {entry.name for entry in ENTRIES}
    assert len(names) > 200


def test_an_exercise_is_written_with_its_outputs() -> None:
    exercise = Exercise("plus", "easy", "The sum.", lambda a, b: a + b, [(1, 2)], [(3, 4)])
    assert exercise.document("pairs") == {
        "name": "plus",
        "train": [{"input": {"args": [1, 2]}, "output": 3}],
        "test": [{"input": {"args": [3, 4]}, "output": 7}],
        "meta": {"family": "pairs/easy", "grade": "easy", "meaning": "The sum."},
    }
