"""What the tests of all formats do: write a file, read it back, take a task apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from induce.benchmarks.tasks.formats.suite import Entry
from induce.search.task.task import Task
from induce.support.errors import InputError


def written(path: Path, content: Any) -> Path:
    """The path, with the content in it: text, or a document as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def task_of(entry: Entry) -> Task:
    assert isinstance(entry.task, Task), entry.task
    return entry.task


def fault_of(entry: Entry) -> str:
    assert isinstance(entry.task, InputError)
    return str(entry.task)


def shown(entry: Entry) -> list[tuple[tuple[Any, ...], Any]]:
    return [(example.inputs, example.output) for example in task_of(entry).train]


def asked(entry: Entry) -> list[tuple[tuple[Any, ...], Any]]:
    task = task_of(entry)
    return list(zip(task.inputs, task.expected, strict=True))
