"""The table of formats, and the suite that a path holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....search.task.loading import load_json
from ....support.errors import InputError
from . import arc, bigbench, dreamcoder, lines, oeis, sygus
from .sources import members, text_lines, value_shown
from .splits import Options
from .suite import Entry, Suite


@dataclass(frozen=True)
class Evidence:
    """What a format is recognised by: a file's name, its first line that is not a comment, its JSON document if any.

    In a folder the first file decides that is recognised at all.
    """

    name: str
    line: str
    document: Any


@dataclass(frozen=True)
class Format:
    """One row of the table.

    Parameters
    ----------
    name
        What `--format` calls it.
    reads, recognised
        What it is, and by what it is recognised, each as the end of a line.
    splits
        Whether all examples of a task are alike in the file, so that it may be said how many are shown and held out.
    """

    name: str
    reads: str
    recognised: str
    recognises: Callable[[Evidence], bool]
    load: Callable[[Path, Options], Iterator[Entry]]
    splits: bool


def _has(value: Any, *keys: str) -> bool:
    return isinstance(value, dict) and set(keys) <= value.keys()


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None


def _is_lines(seen: Evidence) -> bool:
    return seen.name.endswith(".jsonl") or (
        seen.document is None and _has(value_shown(seen.line, otherwise=None), "train")
    )


FORMATS: tuple[Format, ...] = (
    Format(
        "jsonl",
        "JSON lines, one task each, as induce writes them",
        'the ending .jsonl, or lines with "train"',
        _is_lines,
        lines.load,
        splits=False,
    ),
    Format(
        "arc",
        "an ARC or 1D-ARC task file or a folder of them, subfolders being families; a single row is a list",
        'JSON with "train"',
        lambda seen: _has(seen.document, "train"),
        arc.load,
        splits=False,
    ),
    Format(
        "bigbench",
        "BIG-bench JSON tasks such as list functions, a task.json or a folder of them; 8 examples given, 8 asked",
        'JSON with "examples" of "input" and "target"',
        lambda seen: _has(seen.document, "examples"),
        bigbench.load,
        splits=True,
    ),
    Format(
        "dreamcoder",
        "DreamCoder's list tasks; 10 examples given, the others asked",
        'a JSON list of objects with "examples"',
        lambda seen: _has(_first(seen.document), "examples"),
        dreamcoder.load,
        splits=True,
    ),
    Format(
        "sygus",
        "SyGuS-IF programming by example over strings, integers and booleans, a file or a folder; all examples given",
        "the ending .sl",
        lambda seen: seen.name.endswith(".sl"),
        sygus.load,
        splits=True,
    ),
    Format(
        "oeis",
        "OEIS `stripped` or `stripped.gz`, from the index to the term; 15 terms given, 10 asked",
        "lines such as A000045 ,0,1,1,2,",
        lambda seen: oeis.SEQUENCE.match(seen.line) is not None,
        oeis.load,
        splits=True,
    ),
)


def load_suite(
    path: str | Path,
    *,
    format: str | None = None,
    noise: int = 0,
    given: int | None = None,
    asked: int | None = None,
) -> Suite:
    """Read the tasks that a file or folder holds; a malformed one keeps its place in the suite and says why.

    Parameters
    ----------
    path
        A file, or a folder of them.
    format
        A name of `FORMATS`; None to recognise it.
    noise
        How many examples of a task may be wrong.
    given, asked
        How many examples are shown and how many held out, where the format leaves it open.

    Raises
    ------
    InputError
        If there is nothing there, its format is not recognised, or it holds no task.
    """
    place = Path(path)
    if not os.path.exists(place):
        raise InputError(f"{path}: no such file or folder; expected a suite")
    chosen = _recognised(place) if format is None else _named(format)
    if not chosen.splits and (given, asked) != (None, None):
        raise InputError(f"{path}: {chosen.name} files say what is given and what is asked; expected no other split")
    entries = tuple(chosen.load(place, Options(noise=noise, given=given, asked=asked)))
    if not entries:
        raise InputError(f"{path}: no tasks; expected {chosen.reads}")
    return Suite(place.resolve().name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json"), entries)


def _named(name: str) -> Format:
    for row in FORMATS:
        if row.name == name:
            return row
    raise InputError(f"format {name}: not known; expected one of {', '.join(row.name for row in FORMATS)}")


def _recognised(path: Path) -> Format:
    for seen in _evidence(path):
        for row in FORMATS:
            if row.recognises(seen):
                return row
    known = "; ".join(f"{row.name}: {row.recognised}" for row in FORMATS)
    raise InputError(f"{path}: its format is not recognised; expected one of: {known}")


def _evidence(path: Path) -> Iterator[Evidence]:
    for file in [path] if path.is_file() else members(path, "*.sl") + members(path, "*.json"):
        try:
            document = load_json(file)
        except InputError:
            document = None
        yield Evidence(file.name, _first_line(file), document)


def _first_line(path: Path) -> str:
    try:
        return next((line for line in text_lines(path) if line.strip() and not line.startswith("#")), "")
    except InputError:
        return ""
