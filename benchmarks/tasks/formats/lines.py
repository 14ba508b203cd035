"""Task JSONL: one task a line, as induce writes and reads them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ....search.task.loading import load_lines, parse_task
from ....support.errors import InputError
from .splits import Options, entry
from .suite import Entry


def load(path: Path, options: Options) -> Iterator[Entry]:
    """Every line is a task; `meta.family` says its family, else the file does."""
    for number, (place, document) in enumerate(load_lines(path), start=1):
        if isinstance(document, InputError):
            yield Entry(f"task {number}", path.stem, document)
        else:
            name = _text(document, "name") or f"task {number}"
            family = _text(_field(document, "meta"), "family") or path.stem
            yield entry(name, family, partial(parse_task, document, place=place, noise=options.noise))


def _text(document: Any, key: str) -> str:
    value = _field(document, key)
    return value if isinstance(value, str) else ""


def _field(document: Any, key: str) -> Any:
    return document.get(key) if isinstance(document, dict) else None
