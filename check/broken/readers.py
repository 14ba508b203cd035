"""What reads files for commands that go on to long work: it is given the files without the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import Mock, patch

from ...benchmarks.tasks.formats import load_suite
from ...guide.choice.learning import kept_samples
from ...guide.study.results import Results
from ...support.errors import InputError
from . import documents, packed
from .mutation import broken_json, broken_text

CELL = ("cell", "line ", "train", "test", "argument", "name", "noise", "memory", "quotation", "escape", "-")
"""Places in a cell, or on its first line."""
LIMITED = " --max-candidates 200 --memory 50MB"


@dataclass(frozen=True)
class Reader:
    """What reads a file.

    Parameters
    ----------
    name
        Of the file.
    content
        What is in it.
    read
        Raises an `InputError` for what cannot be read.
    places
        One of these is in a complaint, where that does not name the file.
    """

    name: str
    content: Callable[[Random], bytes]
    read: Callable[[Path], object]
    places: tuple[str, ...] = ()


def _cell(path: Path) -> None:
    """A cell of a notebook; what is said of it has to be printable as it is."""
    from IPython.core.error import UsageError

    from ...notebook import magic

    line, _, cell = path.read_text(encoding="utf-8", errors="replace").partition("\n")
    try:
        with patch.object(magic, "get_ipython", Mock()):
            magic.induce_magic(line + LIMITED, cell)
    except UsageError as error:
        if not str(error).isprintable():
            raise ValueError(f"a message that is not printable: {str(error)!r:.300}") from None
        raise InputError(str(error)) from None


def _suite(path: Path, format: str) -> None:
    """All tasks of a suite; the first that is none is complained of."""
    for entry in load_suite(path, format=format).entries:
        if isinstance(entry.task, InputError):
            raise entry.task


def _suite_of(name: str, content: Callable[[Random], bytes], format: str) -> Reader:
    return Reader(name, content, lambda path: _suite(path, format))


def _sample(draw: Random) -> bytes:
    rival = {
        "program": "(x: Int) -> x", "traits": {"a": 1}, "omens": {}, "cost": 3, "lone": 0, "undefined": 0, "key": "k",
        "right": True, "probability": 0.5,
    }  # fmt: skip
    line = {"name": "one/0", "field": "lists", "rivals": [rival, rival], "setting": None}
    return broken_json(line, draw).replace(b"\n", b" ") + b"\n"


def _study(draw: Random) -> bytes:
    trial = {"fitted": True, "solved": True, "found_after": 9, "program": "(x: Int) -> x"}
    row = {"name": "unguided", "trials": {"lists": [trial]}, "question": 0, "config": "", "learning": None,
           "guessed": None, "woken": None}  # fmt: skip
    return broken_json({"settings": {"seed": 1}, "ratios": {}, "rows": [row]}, draw)


READERS: tuple[Reader, ...] = (
    _suite_of("case.jsonl", lambda draw: broken_text(documents.lines(draw), draw), "jsonl"),
    _suite_of("case.json", lambda draw: broken_json(documents.arc(draw), draw), "arc"),
    _suite_of("case.json", lambda draw: broken_json(documents.dreamcoder(draw), draw), "dreamcoder"),
    _suite_of("task.json", lambda draw: broken_json(documents.bigbench(draw), draw), "bigbench"),
    _suite_of("case.sl", lambda draw: broken_text(documents.sygus(draw), draw), "sygus"),
    _suite_of("case.txt", lambda draw: broken_text(documents.oeis(draw), draw), "oeis"),
    Reader("case.jsonl", _sample, kept_samples),
    Reader("study.json", _study, lambda path: Results.of(path.parent, {"seed": 1})),
    Reader("case.safetensors", packed.broken_checkpoint, packed.restored),
    *[Reader("cell.txt", lambda draw: broken_text(documents.cell(draw), draw), _cell, CELL)] * 3,
)
