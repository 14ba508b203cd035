"""BIG-bench JSON tasks, such as its list functions: `examples` of "input" and "target" in one task.json a function."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ....search.task.loading import load_json
from ....search.task.task import Task
from ....support.errors import InputError
from .sources import members, value_shown
from .splits import Options, Split, entry
from .suite import Entry

SPLIT = Split(given=8, asked=8)
"""Of the 32 pairs of a list function, as many as in the published comparisons."""


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every task.json is a task, named by its folder; one above others only describes them."""
    files = members(path, "task.json")
    split = SPLIT.with_options(options)
    for file in files:
        if not any(file.parent in other.parent.parents for other in files):
            folder = file.resolve().parent
            yield entry(folder.name, folder.parent.name, partial(_task, file, split, options.noise))


def _task(file: Path, split: Split, noise: int) -> Task:
    document = load_json(file)
    examples = document.get("examples") if isinstance(document, dict) else None
    if not isinstance(examples, list):
        raise InputError(f'{file}: expected an object with "examples": [{{"input": ..., "target": ...}}, ...]')
    pairs = [_pair(example, f"{file}: examples[{i}]") for i, example in enumerate(examples)]
    return split.task(pairs, place=str(file), name=file.resolve().parent.name, noise=noise)


def _pair(example: Any, place: str) -> tuple[Any, Any]:
    if not isinstance(example, dict) or not {"input", "target"} <= example.keys():
        raise InputError(f'{place}: expected an object with "input" and "target"')
    target = example["target"]
    if isinstance(target, list) and target and all(isinstance(text, str) for text in target):
        target = target[0]  # Several texts are answers that all count as right.
    return _value(example["input"]), _value(target)


def _value(text: Any) -> Any:
    """The value that a text shows, the text itself if it shows none."""
    return value_shown(text, otherwise=text) if isinstance(text, str) else text
