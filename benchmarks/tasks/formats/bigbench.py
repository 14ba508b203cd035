"""BIG-bench JSON tasks, such as its list functions: `examples` of "input" and "target" in one task.json a function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from ....search.task.loading import load_json
from ....search.task.task import MISSING, Task
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
    inputs, targets = _read([given for given, _ in pairs]), _read([target for _, target in pairs])
    read = list(zip(inputs, targets, strict=True))
    return split.task(read, place=str(file), name=file.resolve().parent.name, noise=noise)


def _pair(example: Any, place: str) -> tuple[Any, Any]:
    """What is given, and the first of the targets that count as right, each as the file has it."""
    match example:
        case {"input": given, "target": [str(), *others] as targets} if all(isinstance(text, str) for text in others):
            return given, targets[0]
        case {"input": given, "target": target}:
            return given, target
        case {"input": given, "target_scores": {**scores}} if scores and all(map(_is_score, scores.values())):
            return given, _best(scores)
    raise InputError(f'{place}: expected an object with "input" and "target"')


def _best(scores: Mapping[Any, Any]) -> Any:
    return max(scores, key=lambda choice: scores[choice])


def _is_score(score: Any) -> bool:
    return isinstance(score, int | float | Decimal)


def _read(values: Sequence[Any]) -> list[Any]:
    """The values that texts show, if every text shows one; else the texts: "7" beside "seven" is not an integer."""
    read = [value_shown(value, otherwise=MISSING) if isinstance(value, str) else value for value in values]
    return list(values) if any(value is MISSING for value in read) else read
