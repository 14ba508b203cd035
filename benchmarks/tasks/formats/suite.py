"""A set of tasks as the benchmark sees it, whatever format it came in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ....search.task.task import MISSING, Task
from ....support.errors import InputError


@dataclass(frozen=True)
class Entry:
    """A task of a suite, or the line that says why there is none in its place; `family` groups tasks in a report."""

    name: str
    family: str
    task: Task | InputError


@dataclass(frozen=True)
class Suite:
    """Tasks in a fixed order. `name` is what tables call it."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def digest(self) -> str:
        """What tells this suite from one with other tasks, or the same in another order."""
        text = json.dumps([_content(entry) for entry in self.entries], ensure_ascii=False, default=repr)  # Decimals.
        return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True)
class Shard:
    """Every `count`-th task, from the one of this number on (1 to `count`)."""

    number: int = 1
    count: int = 1


WHOLE = Shard()


def _content(entry: Entry) -> Sequence[Any]:
    if isinstance(entry.task, InputError):
        return [entry.name, entry.family, "no task"]  # Why it is none depends on the folder.
    train = [[list(example.inputs), example.output] for example in entry.task.train]
    known = [["unknown"] if value is MISSING else [value, "known"] for value in entry.task.expected]
    return [entry.name, entry.family, train, [list(row) for row in entry.task.inputs], known]
