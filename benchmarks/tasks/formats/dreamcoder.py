"""DreamCoder's list tasks: one JSON list of tasks, whose `examples` have "i" and "o"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ....search.task.loading import load_json
from ....search.task.task import Task
from ....support.errors import InputError
from .splits import Options, Split, entry
from .suite import Entry

SPLIT = Split(given=10)
"""Of the 15 examples that a task has."""


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every item of the list is a task; its type is its family.

    Raises
    ------
    InputError
        If the file is not a list.
    """
    documents = load_json(path)
    if not isinstance(documents, list):
        raise InputError(f'{path}: expected a list of {{"name": ..., "examples": [{{"i": ..., "o": ...}}, ...]}}')
    split = SPLIT.with_options(options)
    for index, document in enumerate(documents):
        name = str(document.get("name") or "") if isinstance(document, dict) else ""
        make = partial(_task, document, split, f"{path}: [{index}]", name, options.noise)
        yield entry(name or f"task {index + 1}", _family(document) or path.stem, make)


def _family(document: Any) -> str:
    match document:
        case {"type": {"input": given, "output": asked}}:
            return f"{given} to {asked}"
        case _:
            return ""


def _task(document: Any, split: Split, place: str, name: str, noise: int) -> Task:
    examples = document.get("examples") if isinstance(document, dict) else None
    if not isinstance(examples, list):
        raise InputError(f'{place}: expected an object with "examples": [{{"i": ..., "o": ...}}, ...]')
    pairs = []
    for i, example in enumerate(examples):
        if not isinstance(example, dict) or not {"i", "o"} <= example.keys():
            raise InputError(f'{place}: examples[{i}]: expected an object with "i" and "o"')
        pairs.append((example["i"], example["o"]))
    return split.task(pairs, place=place, name=name, noise=noise)
