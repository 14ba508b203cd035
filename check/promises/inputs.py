"""Whatever is wrong with an input is told in one line that names it."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib.metadata import entry_points
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from ...support.errors import InputError, on_one_line
from ..broken.cases import Case, draw_case
from ..broken.readers import READERS
from .promise import Promise, Tally

CASES = 500
"""In a batch."""
READ = 0.15
"""The share of them that are read without a command."""
LONGEST = 60.0
"""Seconds after which a case is taken to hang."""
BAD_INPUT, INTERRUPTED = 2, 130
MOST_TOLD = 2000
"""Characters of a complaint."""
Command = Callable[[Sequence[str]], int]


class Hangs(BaseException):
    """A case goes on and on; nothing but the check may catch it."""


def batch(seed: int) -> Tally:
    """Give broken inputs to the commands."""
    draw = Random(seed)
    run = command()
    with _folder() as folder:
        found = [fault for _ in range(CASES) for fault in faults(draw, folder, run)]
    return Tally(CASES, tuple(found))


def command() -> Command:
    """What a shell runs as `induce`."""
    (entry,) = entry_points(group="console_scripts", name="induce")
    loaded: Command = entry.load()
    return loaded


@contextmanager
def _folder() -> Iterator[Path]:
    """A current folder for the files of the cases, with a task that is valid."""
    before = Path.cwd()
    with TemporaryDirectory(prefix="induce-check-") as name:
        os.chdir(name)
        task = '{"train": [{"input": [1], "output": 2}, {"input": [5], "output": 6}]}'
        Path("task.json").write_text(task, encoding="utf-8")
        try:
            yield Path(name)
        finally:
            os.chdir(before)


def faults(draw: Random, folder: Path, run: Command) -> Iterator[str]:
    """What is wrong with how one case is answered."""
    if draw.random() < READ:
        yield from _of_reader(draw, folder)
        return
    case = draw_case(draw, folder)
    shown = " ".join(f"{word!r:.60}" for word in case.words)
    try:
        code, err = answered(case, run)
    except Hangs:
        yield f"{shown}: goes on for more than {LONGEST:.0f} s"
        return
    except Exception as error:  # noqa: BLE001 - whatever comes out is a fault
        yield f"{shown}: {type(error).__name__}: {error}"
        return
    for wrong in complaints(code, err, case.names):
        yield f"{shown}: {wrong}"


def answered(case: Case, run: Command) -> tuple[int, str]:
    """The exit code of a command, and what it says on standard error."""
    err = io.StringIO()
    typed, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(case.answers), encoding="utf-8")
    try:
        with redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")), redirect_stderr(err), _in_time():
            code = run(case.words)
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        sys.stdin = typed
    return code, err.getvalue()


NO_PLACE = re.compile("induce: : (?:cannot|is not|not|no|expected) ")
"""How a message begins whose place is empty; a file may be called ": x"."""


@contextmanager
def _in_time() -> Iterator[None]:
    def late(_: int, __: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def complaints(code: int, err: str, names: Sequence[str]) -> Iterator[str]:
    """What is wrong with an exit code and the lines of standard error."""
    lines = err.splitlines()
    if code not in (0, 1, BAD_INPUT):
        yield f"exit code {code}: {lines[-1] if lines else 'nothing is said'}"
    elif not all(line.startswith("induce: ") for line in lines):
        yield f"says {err!r:.300}"
    elif code == BAD_INPUT:
        yield from _told(lines[-1] if lines else "", names)


def _told(message: str, names: Sequence[str]) -> Iterator[str]:
    if len(message) > MOST_TOLD:
        yield f"a message of {len(message):,} characters"
    elif not message.removeprefix("induce: ").strip():
        yield "nothing is said"
    elif NO_PLACE.match(message):
        yield f"a message without a place: {message:.300}"
    elif not message.isprintable():
        yield f"a message that is not printable: {message!r:.300}"
    elif names and not any(name in message for name in names):
        yield f"a message that names nothing of {', '.join(names)}: {message}"


def _of_reader(draw: Random, folder: Path) -> Iterator[str]:
    """What is wrong with how a file is read."""
    reader = draw.choice(READERS)
    name = reader.name
    inner = folder / "read"
    inner.mkdir(exist_ok=True)
    for left in inner.iterdir():
        left.unlink()
    (inner / name).write_bytes(reader.content(draw))
    try:
        with _in_time():
            reader.read(inner / name)
    except InputError as error:
        for wrong in _told(on_one_line(str(error)), reader.places or (name, str(inner))):
            yield f"{name}: {wrong}"
    except Hangs:
        yield f"{name}: goes on for more than {LONGEST:.0f} s"
    except Exception as error:  # noqa: BLE001 - whatever comes out is a fault
        yield f"{name}: {type(error).__name__}: {error}"


PROMISE = Promise(
    "input",
    "bad input is told in one line that names it",
    goal=100_000,
    batch=batch,
    needs=("openpyxl", "pyarrow", "IPython", "torch"),
)
