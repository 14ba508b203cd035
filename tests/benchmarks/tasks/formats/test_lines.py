"""Task JSONL."""

from __future__ import annotations

from pathlib import Path

from induce.benchmarks.tasks.formats import load_suite

from .reading import asked, fault_of, shown, written

DOUBLE = '{"name": "double", "train": [{"input": 1, "output": 2}], "test": [{"input": 3, "output": 6}]}'


def test_name_family_examples(tmp_path: Path) -> None:
    lines = f'{DOUBLE}\n{{"train": [{{"input": [1], "output": 1}}], "meta": {{"family": "lists/easy"}}}}\n'
    suite = load_suite(written(tmp_path / "mine.jsonl", lines))
    assert suite.name == "mine"
    assert [(entry.name, entry.family) for entry in suite.entries] == [("double", "mine"), ("task 2", "lists/easy")]
    assert shown(suite.entries[0]) == [((1,), 2)]
    assert asked(suite.entries[0]) == [((3,), 6)]


def test_a_bad_line_says_which_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "mine.jsonl", f'{{"train": 1}}\n\n{{broken\n{DOUBLE}\n[]\n')
    no_task, broken, good, no_object = load_suite(path).entries
    assert fault_of(no_task).startswith(f"{path}:1: expected an object with")
    assert fault_of(broken).startswith(f"{path}:3: line 1, column 2: not JSON")
    assert good.name == "double"
    assert no_object.name == "task 4"
    assert fault_of(no_object).startswith(f"{path}:5: ")


def test_a_name_that_is_no_unicode_is_kept(tmp_path: Path) -> None:
    suites = [
        load_suite(written(tmp_path / "a.jsonl", DOUBLE.replace("double", name))) for name in ("\\ud800", "\\ud801")
    ]
    assert suites[0].entries[0].name == "\ud800"
    assert suites[0].digest != suites[1].digest


def test_contradictions_are_tasks_where_examples_may_be_wrong(tmp_path: Path) -> None:
    pairs = ", ".join(f'{{"input": {i}, "output": {i}}}' for i in range(4))
    path = written(tmp_path / "mine.jsonl", f'{{"train": [{{"input": 1, "output": 7}}, {pairs}]}}\n')
    assert "contradicts" in fault_of(load_suite(path).entries[0])
    assert len(shown(load_suite(path, noise=1).entries[0])) == 5
