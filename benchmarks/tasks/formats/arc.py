"""ARC: a JSON file a task, with "train" and "test"; 1D-ARC, and the task files of `induce solve`, are the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ....search.task.loading import load_task
from ....search.task.task import MISSING, Task
from .sources import family_of, members
from .splits import Options, entry
from .suite import Entry


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every file is a task; the folder that it is in is its family."""
    for file in members(path, "*.json"):
        yield entry(file.stem, family_of(file, path), partial(_task, file, options.noise))


def _task(file: Path, noise: int) -> Task:
    task = load_task(file, noise=noise)
    return _over_rows(task, noise) if all(_is_one_row(grid) for grid in _grids(task)) else task


def _grids(task: Task) -> Iterator[Any]:
    for example in task.train:
        yield from (*example.inputs, example.output)
    for row in task.inputs:
        yield from row
    yield from (value for value in task.expected if value is not MISSING)


def _is_one_row(grid: Any) -> bool:
    return isinstance(grid, list) and len(grid) == 1 and isinstance(grid[0], list)


def _over_rows(task: Task, noise: int) -> Task:
    """The task over the only row of each grid, as 1D-ARC means it."""
    examples = [(tuple(grid[0] for grid in example.inputs), example.output[0]) for example in task.train]
    inputs = [tuple(grid[0] for grid in row) for row in task.inputs]
    expected = [value if value is MISSING else value[0] for value in task.expected]
    return Task.from_examples(examples, inputs=inputs, expected=expected, name=task.name, noise=noise)
