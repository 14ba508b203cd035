"""BIG-bench JSON tasks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize(
    ("inputs", "targets", "given"),
    [
        (["7", "seven"], ["a", "b"], [(("7",), "a"), (("seven",), "b")]),
        (["true", "maybe"], ["null", "x"], [(("true",), "null"), (("maybe",), "x")]),
        (["NaN", "Infinity"], ["1", "2"], [(("NaN",), 1), (("Infinity",), 2)]),
        (["007", "7"], [["7", "7.0"], ["7"]], [(("007",), 7), (("7",), 7)]),
        (['"a"', '"b"'], ["[1]", "[2]"], [(("a",), [1]), (("b",), [2])]),
        ([[1], "[2]"], [None, "3"], [(([1],), None), (([2],), 3)]),
    ],
)
def test_texts_show_values_only_if_all_do(
    tmp_path: Path, inputs: list[Any], targets: list[Any], given: list[tuple[tuple[Any, ...], Any]]
) -> None:
    pairs = [{"input": one, "target": other} for one, other in zip(inputs, targets, strict=True)]
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": pairs})).entries
    assert shown(entry) == given


def test_the_choice_with_the_highest_score_is_right(tmp_path: Path) -> None:
    scored = {"input": "tea", "target_scores": {"coffee": 0, "TEA": 1, "Tea": 0.5}, "comment": "of several"}
    pairs = [scored, {"input": "a", "target": "A", "target_scores": {"b": 1}}]
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": pairs})).entries
    assert shown(entry) == [(("tea",), "TEA"), (("a",), "A")]
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": [{"input": "tea", "target_scores": {}}]})).entries
    assert 'examples[0]: expected an object with "input" and "target"' in fault_of(entry)


def test_a_text_of_many_brackets_is_a_text(tmp_path: Path) -> None:
    [entry] = load_suite(written(tmp_path / "task.json", {"examples": [{"input": "[" * 9000, "target": "1"}]})).entries
    assert shown(entry) == [(("[" * 9000,), 1)]


def test_a_bad_example_says_where(tmp_path: Path) -> None:
    path = written(tmp_path / "task.json", {"examples": [{"input": "[1]", "target": "[1]"}, {"input": "[2]"}]})
    [entry] = load_suite(path).entries
    assert fault_of(entry) == f'{path}: examples[1]: expected an object with "input" and "target"'
