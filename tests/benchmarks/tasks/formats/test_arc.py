"""ARC task files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from induce.benchmarks.tasks.formats import load_suite
from induce.search.task.task import MISSING

from .reading import asked, fault_of, shown, task_of, written


def arc(grid: Any, result: Any) -> dict[str, Any]:
    return {"train": [{"input": grid, "output": result}], "test": [{"input": grid, "output": result}]}


def test_subfolders_are_families(tmp_path: Path) -> None:
    written(tmp_path / "flip" / "b.json", arc([[1, 2]], [[2, 1]]))
    written(tmp_path / "flip" / "a.json", arc([[3, 4]], [[4, 3]]))
    written(tmp_path / "fill" / "deep" / "c.json", arc([[5]], [[5]]))
    written(tmp_path / ".git" / "d.json", arc([[5]], [[5]]))
    entries = load_suite(tmp_path).entries
    assert [(entry.family, entry.name) for entry in entries] == [("fill/deep", "c"), ("flip", "a"), ("flip", "b")]


def test_a_single_file_is_of_the_family_of_its_folder(tmp_path: Path) -> None:
    [entry] = load_suite(written(tmp_path / "flip" / "a.json", arc([[3, 4]], [[4, 3]]))).entries
    assert (entry.family, entry.name) == ("flip", "a")


def test_grids_are_lists_of_lists(tmp_path: Path) -> None:
    [entry] = load_suite(written(tmp_path / "a.json", arc([[1, 2], [3, 4]], [[1], [3]]))).entries
    assert shown(entry) == [(([[1, 2], [3, 4]],), [[1], [3]])]


def test_a_task_of_single_rows_is_one_over_lists(tmp_path: Path) -> None:
    [entry] = load_suite(written(tmp_path / "a.json", arc([[1, 2]], [[2, 1]]))).entries
    assert shown(entry) == asked(entry) == [(([1, 2],), [2, 1])]


def test_a_grid_of_several_rows_keeps_all_of_them_nested(tmp_path: Path) -> None:
    document = arc([[1, 2]], [[2, 1]])
    document["test"] = [{"input": [[1, 2], [3, 4]]}]
    [entry] = load_suite(written(tmp_path / "a.json", document)).entries
    assert shown(entry) == [(([[1, 2]],), [[2, 1]])]
    assert asked(entry) == [(([[1, 2], [3, 4]],), MISSING)]


def test_keys_that_mean_nothing_here_are_passed_over(tmp_path: Path) -> None:
    document = arc([[1, 2]], [[2, 1]]) | {"name": "turned", "id": 7, "author": {"train": []}}
    document["train"][0] |= {"id": "first", "note": None}
    document["test"] = [{"id": 2, "input": [[3, 4]]}]
    [entry] = load_suite(written(tmp_path / "a.json", document)).entries
    assert task_of(entry).name == "turned"
    assert shown(entry) == [(([1, 2],), [2, 1])]
    assert asked(entry) == [(([3, 4],), MISSING)]


def test_a_bad_file_says_which(tmp_path: Path) -> None:
    bad = written(tmp_path / "b.json", '{"train": [')
    written(tmp_path / "a.json", arc([[1]], [[1]]))
    good, broken = load_suite(tmp_path).entries
    assert good.name == "a"
    assert fault_of(broken).startswith(f"{bad}: line 1")
