"""DreamCoder's list tasks."""

from __future__ import annotations

from pathlib import Path

from induce.benchmarks.tasks.formats import load_suite

from .reading import asked, fault_of, shown, written

TYPE = {"input": "list-of-int", "output": "int"}
PAIRS = [{"i": [n, 1], "o": n} for n in range(15)]


def test_ten_are_given_and_the_others_asked(tmp_path: Path) -> None:
    path = written(tmp_path / "lists.json", [{"name": "head", "type": TYPE, "examples": PAIRS}])
    [entry] = load_suite(path).entries
    assert (entry.name, entry.family) == ("head", "list-of-int to int")
    assert shown(entry) == [(([n, 1],), n) for n in range(10)]
    assert asked(entry) == [(([n, 1],), n) for n in range(10, 15)]


def test_a_bad_task_says_which(tmp_path: Path) -> None:
    tasks = [{"name": "head", "type": TYPE, "examples": PAIRS}, {"name": "none"}, 7, {"examples": [{"i": 1}]}]
    path = written(tmp_path / "lists.json", tasks)
    good, none, number, half = load_suite(path).entries
    assert len(shown(good)) == 10
    assert fault_of(none).startswith(f'{path}: [1]: expected an object with "examples"')
    assert (number.name, number.family) == ("task 3", "lists")
    assert fault_of(number).startswith(f"{path}: [2]: ")
    assert fault_of(half).startswith(f"{path}: [3]: examples[0]: ")


def test_a_contradiction_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path / "lists.json", [{"examples": [{"i": 1, "o": 1}, {"i": 1, "o": 2}]}])
    assert fault_of(load_suite(path).entries[0]).startswith(f"{path}: [0]: train[1]: contradicts train[0]")
