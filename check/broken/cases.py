"""Cases: a command with a file that is broken, or with options that are odd."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from ...support.errors import on_one_line
from . import documents, own, packed
from .lines import ODD_WORDS, OPTIONS, Line, changed, numbered
from .mutation import broken_json, broken_text

FEW = ("--max-candidates", "200", "--memory", "50MB")
"""What a search may take, where what is broken is still a task."""


@dataclass(frozen=True)
class Case:
    """What is run, and what a complaint has to name.

    Parameters
    ----------
    words
        Of the command line, after `induce`.
    names
        One of these stands in a complaint; none if it may name any option or word.
    answers
        What is typed.
    """

    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    answers: bytes = b""


def draw_case(draw: Random, folder: Path) -> Case:
    """A case, whose files are in a folder, which is the current one."""
    return draw.choice(KINDS)(draw, folder)


def _file(
    name: str, content: Callable[[Random], bytes], *words: str, more: Callable[[Random], tuple[str, ...]] | None = None
) -> Callable[[Random, Path], Case]:
    """A command that reads a file, whose name stands for itself among the words."""

    def case(draw: Random, folder: Path) -> Case:
        (folder / name).write_bytes(content(draw))
        return Case((*words, *(more(draw) if more else ())), (name,))

    return case


def _typed(content: Callable[[Random], bytes], *words: str, name: str = "standard input") -> Callable[..., Case]:
    return lambda draw, _: Case(words, (name,), content(draw))


def _json(document: documents.Draw) -> Callable[[Random], bytes]:
    return lambda draw: broken_json(document(draw), draw)


def _text(document: documents.Draw) -> Callable[[Random], bytes]:
    return lambda draw: broken_text(document(draw), draw)


def _program(draw: Random) -> bytes:
    return broken_text(draw.choice(documents.PROGRAMS), draw)


def _apply_text(draw: Random, folder: Path) -> Case:
    """A program on the command line."""
    (folder / "inputs.json").write_text("[[1, 2]]", encoding="utf-8")
    program = _program(draw).decode("utf-8", "replace").replace("\0", "")
    return Case(("apply", "--", program, "inputs.json"), ("program", "inputs.json", program[:20].strip()))


def _apply_table(draw: Random, folder: Path) -> Case:
    (folder / "case.csv").write_bytes(broken_text(documents.separated(draw), draw))
    return Case(("apply", "(name: Str) -> upper(name)", "case.csv"), ("case.csv", "case.filled.csv", "--"))


def _fill(name: str, content: Callable[[Random], bytes]) -> Callable[[Random, Path], Case]:
    def case(draw: Random, folder: Path) -> Case:
        (folder / name).write_bytes(content(draw))
        options = draw.choice(((), ("--column", "out"), ("--column", "out", "--from", "name"), ("--check",)))
        return Case(("fill", name, "--max-candidates", "100", *options), (name, "filled", "--"))

    return case


def _extend_words(draw: Random, _: Path) -> Case:
    text = broken_text(documents.terms(draw), draw).decode("utf-8", "replace").replace("\0", "")
    return Case(("extend", "--timeout", "0.02", "--", *text.split(" ")), ("term", text[:10].strip()))


def _asked(draw: Random, folder: Path) -> Case:
    """What is typed where induce asks: nothing of it ends the dialogue with an error."""
    text = '{"train": [{"input": [2, 2], "output": 4}], "test": [{"input": [3, 5]}]}'
    (folder / "case.json").write_text(text, encoding="utf-8")
    words = ("solve", "case.json", "--max-candidates", "2000", "--memory", "50MB", "--ask")
    return Case(words, ("case.json",), broken_text(documents.answers(draw), draw))


def _database(*words: str) -> Callable[[Random, Path], Case]:
    def case(draw: Random, folder: Path) -> Case:
        (folder / "case.sqlite").write_bytes(packed.broken_database(draw, folder))
        return Case(words, ("case.sqlite", "have no task in common"))

    return case


def _options(*words: str, ends: tuple[str, ...] = ()) -> Callable[[Random, Path], Case]:
    """Options of a command with odd words behind them; what it ends with keeps it from long work."""

    def case(draw: Random, folder: Path) -> Case:
        drawn: list[str] = []
        for _ in range(draw.choice((1, 1, 2, 3))):
            flag, word = draw.choice(FLAGS), draw.choice(ODD_WORDS)
            drawn += draw.choice(([flag, word], [f"{flag}={word}"], [word], [flag]))
        return Case((*words, *drawn, *ends))

    return case


FLAGS = (
    *sorted({flag for options in OPTIONS.values() for flag in options.split()}),
    "--no-guide", "--json", "--python", "--text", "--ask", "--check", "--in-place", "--draw", "--list", "--fresh",
    "--strict", "--cold", "--peers", "--study", "--prior", "--quick", "-o", "-x", "--", "--no-timeout", "--no-open",
    "--nothing",
)  # fmt: skip
"""Of all commands, and some of none; nothing that prints and ends, such as --help, keeps to a command."""


@cache
def _taken() -> tuple[socket.socket, str]:
    """A port that this process has, so that no server begins."""
    taken = socket.create_server(("127.0.0.1", 0))
    return taken, str(taken.getsockname()[1])


def _serve(draw: Random, folder: Path) -> Case:
    return _options("serve", ends=("--no-open", "--host", "127.0.0.1", "--port", _taken()[1]))(draw, folder)


def _own(draw: Random, folder: Path) -> Case:
    """A file that is to declare primitives, for a program that uses one or a search."""
    (folder / "own.py").write_bytes(own.drawn(draw))
    (folder / "lists.json").write_text(SPREADS, encoding="utf-8")
    (folder / "inputs.json").write_text("[[1, 4], [5], []]", encoding="utf-8")
    file = draw.choice((*["own.py"] * 9, *ODD_WORDS[:1], ".", "nowhere.py", "own.py/", "lists.json", "\x1b[2J"))
    program = f"(xs: List[Int]) -> {own.NAME}(xs)"
    words = draw.choice((("apply", program, "inputs.json"), ("solve", "lists.json", *FEW)))
    return Case((*words, f"--primitives={file}"), (on_one_line(file).rstrip("/") or "primitive", "program", own.NAME))


def _lined(draw: Random, folder: Path) -> Case:
    """A command with a word too few or too many, or with a number behind an option."""
    for name, content in (("inputs.json", "[[1, 2]]"), ("table.csv", "name,out\nada,Ada\nbo,Bo\ncy,\n")):
        (folder / name).write_text(content, encoding="utf-8")
    serving = Line(("serve",), ("--no-open", "--host", "127.0.0.1", "--port", _taken()[1]))
    change = draw.choice((changed, numbered))
    return Case(change(draw.choice((*LINES, serving)), draw))


def _guide(draw: Random) -> tuple[str, ...]:
    return draw.choice((("--json",), ("--text",), ("--python",)))


TASK = ("solve", "case.json", *FEW)
REVERSE = documents.PROGRAMS[0]
MISSING = ("--output", "nowhere/at/all.xyz")
SPREADS = '{"train": [{"input": [1, 4], "output": 3}, {"input": [5, 7, 6], "output": 2}]}'
LINES = (
    Line(("solve", "task.json", "--top", "3", "--noise", "0", "--json"), FEW),
    Line(("apply", REVERSE, "inputs.json", "--engine", "local")),
    Line(("fill", "table.csv", "--column", "out", "--from", "name"), ("--max-candidates", "100")),
    Line(("extend", "1", "2", "3", "4", "--count", "3", "--start", "0"), ("--timeout", "0.02")),
    Line(("bench", "run", "--every", "2", "--list"), ("missing.json", "--db", "other.sqlite")),
    Line(("bench", "diff", "missing.sqlite:1", "--strict"), ("missing.sqlite:2",)),
    Line(("bench", "merge"), ("missing.sqlite", "--db", "other.sqlite")),
    Line(("bench", "report"), ("missing", "--db", "missing.sqlite")),
    Line(("bench", "engine", "--seconds", "1"), ("--nothing",)),
    Line(("bench", "gate", "--jobs", "1"), ("--nothing",)),
    Line(("bench", "tables", "--rows", "3"), ("--nothing",)),
    Line(("train", "--steps", "1", "--seed", "0"), MISSING),
    Line(("train", "--study", "--tasks", "missing.jsonl"), MISSING),
    Line(("train", "--prior", "--draws", "1"), MISSING),
    Line(("check", "--batch", "0", "--jobs", "1"), ("--only", "nothing")),
    Line(("--print-completion", "bash")),
)
KINDS: tuple[Callable[[Random, Path], Case], ...] = (
    *[_file("case.json", _json(documents.task), *TASK, more=_guide)] * 6,
    *[_typed(_json(documents.task), "solve", "-", *FEW)] * 2,
    *[_file("case.json", _text(lambda draw: "[[1, 2], [3]]"), "apply", REVERSE, "case.json")] * 2,
    *[_file("case.json", _json(documents.inputs), "apply", REVERSE, "case.json")] * 2,
    _file("case.json", _json(documents.task), "apply", REVERSE, "case.json"),
    _apply_text,
    _apply_text,
    _apply_table,
    *[_fill("case.csv", _text(documents.separated))] * 3,
    _fill("case.tsv", _text(documents.separated)),
    _fill("case.xlsx", packed.broken_workbook),
    _fill("case.parquet", packed.broken_parquet),
    _extend_words,
    *[
        _file("case.txt", _text(document), "extend", "case.txt", "--timeout", "0.02")
        for document in (documents.terms, documents.oeis, documents.numbered, documents.separated)
    ],
    _typed(_text(documents.terms), "extend", "-", "--timeout", "0.02"),
    _asked,
    _database("bench", "diff", "case.sqlite:1", "case.sqlite:1"),
    _database("bench", "report", "--db", "case.sqlite", "--output", "case.sqlite"),
    _database("bench", "merge", "case.sqlite", "--db", "merged.sqlite"),
    _file("case.safetensors", packed.broken_weights, "solve", "task.json", *FEW, "--guide", "case.safetensors"),
    *[
        _options(*words, "missing.json")
        for words in (("solve",), ("apply", REVERSE), ("apply",), ("fill",), ("extend",))
    ],
    _options("bench", "missing.json", "--db", "other.sqlite"),
    _options("bench", "run", "missing.json", "--db", "other.sqlite"),
    _options("bench", "diff", ends=("missing.sqlite", "missing.sqlite")),
    _options("bench", "report", ends=("--db", "missing.sqlite")),
    _options("bench", "merge", ends=("missing.sqlite", "--db", "other.sqlite")),
    *[_options("bench", name, ends=("--nothing",)) for name in ("gate", "engine", "tables", "")],
    _serve,
    _options("train", ends=MISSING),
    _options("train", "--study", ends=MISSING),
    _options("check", ends=("--only", "nothing")),
    _options("warmup", ends=("--nothing",)),
    _options(),
    *[_own] * 6,
    *[_lined] * 8,
)
