"""What reads files for commands that go on to long work: it is given the files without the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from ...benchmarks.tasks.formats import load_suite
from ...guide.choice.learning import kept_samples
from ...guide.study.results import Results
from ...support.errors import InputError
from . import documents
from .mutation import broken_json, broken_text

Reader = tuple[str, Callable[[Random], bytes], Callable[[Path], object]]
"""The name of a file, what is in it, and what reads it."""


def _suite(path: Path, format: str) -> None:
    """All tasks of a suite; the first that is none is complained of."""
    for entry in load_suite(path, format=format).entries:
        if isinstance(entry.task, InputError):
            raise entry.task


def _suite_of(name: str, content: Callable[[Random], bytes], format: str) -> Reader:
    return name, content, lambda path: _suite(path, format)


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
    ("case.jsonl", _sample, kept_samples),
    ("study.json", _study, lambda path: Results.of(path.parent, {"seed": 1})),
)
