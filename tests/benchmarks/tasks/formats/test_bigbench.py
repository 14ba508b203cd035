"""BIG-bench JSON tasks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from induce.benchmarks.tasks.formats import load_suite

from .reading import asked, fault_of, shown, written


def examples(count: int) -> dict[str, Any]:
    return {"name": "tails", "examples": [{"input": f"[{i}, 5]", "target": "[5]"} for i in range(count)]}


def test_eight_are_given_and_eight_asked(tmp_path: Path) -> None:
    written(tmp_path / "lists" / "task.json", {"name": "lists", "keywords": []})
    written(tmp_path / "lists" / "c001" / "task.json", examples(32))
    written(tmp_path / "lists" / "c001" / "results" / "scores.json", {"score": 1})
    [entry] = load_suite(tmp_path / "lists").entries
    assert (entry.name, entry.family) == ("c001", "lists")
    assert shown(entry) == [(([i, 5],), [5]) for i in range(8)]
    assert asked(entry) == [(([i, 5],), [5]) for i in range(8, 16)]


def test_another_split(tmp_path: Path) -> None:
    path = written(tmp_path / "c001" / "task.json", examples(10))
    [entry] = load_suite(path, given=3, asked=2).entries
    assert len(shown(entry)) == 3
    assert asked(entry) == [(([3, 5],), [5]), (([4, 5],), [5])]


def test_texts_and_several_right_answers(tmp_path: Path) -> None:
    pairs = [{"input": "tea", "target": ["TEA", "Tea"]}, {"input": "a", "target": "A"}]
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": pairs})).entries
    assert shown(entry) == [(("tea",), "TEA"), (("a",), "A")]


def test_a_text_of_many_brackets_is_a_text(tmp_path: Path) -> None:
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": [{"input": "[" * 9000, "target": "1"}]})).entries
    assert shown(entry) == [(("[" * 9000,), 1)]


def test_a_bad_example_says_where(tmp_path: Path) -> None:
    path = written(tmp_path / "task.json", {"examples": [{"input": "[1]", "target": "[1]"}, {"input": "[2]"}]})
    [entry] = load_suite(path).entries
    assert fault_of(entry) == f'{path}: examples[1]: expected an object with "input" and "target"'
