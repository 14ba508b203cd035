"""The engine of an older commit beside the present one: both measured in turn, each in processes of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ...support.errors import InputError
from ..runs.provenance import PACKAGE

WHAT = ("store", "match")
"""What is compared: candidates a second in either phase."""
HERE = (sys.executable, "-P", "-m", "induce")
"""The command line of this build."""

Command = Sequence[str]
Place = tuple[str, int]
"""A kind of task and a number of examples."""
Rows = Mapping[Place, Mapping[str, Any]]


@dataclass(frozen=True)
class Compared:
    """One rate of two builds, measured several times in turn.

    Parameters
    ----------
    before, now
        The medians, in candidates a second.
    ratio, least, most
        How many times the rate before the present one is: the median of the rounds, and how far these spread.
    """

    before: float
    now: float
    ratio: float
    least: float
    most: float


@contextmanager
def built(commit: str) -> Iterator[Command]:
    """The command line of the package at an older commit, installed in an environment of its own.

    Raises
    ------
    InputError
        If this package is in no clone, there is no such commit, or it cannot be installed.
    """
    with tempfile.TemporaryDirectory(prefix="induce-") as folder:
        sources, environment = Path(folder, "induce"), Path(folder, "environment")
        _done(f"--against: {PACKAGE} is no clone of the repository", "git", "clone", "-q", "-n", PACKAGE, sources)
        unknown = f"--against: {commit}: not known; expected a commit"
        found = _done(
            unknown, "git", "-C", sources, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}"
        )
        _done(unknown, "git", "-C", sources, "checkout", "-q", found)
        venv.create(environment, with_pip=True)
        python = shutil.which("python", path=str(environment / ("Scripts" if sys.platform == "win32" else "bin")))
        assert python is not None
        _done(f"--against: {commit} cannot be installed", python, "-m", "pip", "install", "-q", sources)
        shutil.rmtree(sources)  # A folder of this name beside a process would be imported.
        # Isolated: what PYTHONPATH names would come before the package of this environment.
        yield python, "-I", "-c", "import sys; from induce.cli import main; sys.exit(main())"


def _done(complaint: str, *command: str | Path) -> str:
    """What a command prints; what it complains of ends the complaint."""
    try:
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    except OSError as error:
        raise InputError(f"{complaint}: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise InputError(f"{complaint}: {lines[-1] if lines else 'no reason given'}")
    return done.stdout.strip()


def measured(command: Command, seconds: float) -> Rows:
    """The rates that a build measures of itself.

    Raises
    ------
    InputError
        If it does not, or prints something else.
    """
    words = [*command, "bench", "engine", "--json", "--seconds", str(seconds)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    try:
        rows = json.loads(done.stdout)["rates"]
        return {(row["kind"], row["examples"]): {what: row[what] for what in WHAT} for row in rows}
    except (ValueError, KeyError, TypeError):
        lines = done.stderr.strip().splitlines()
        why = lines[-1] if lines else "no rates in what it prints"
        raise InputError(f"--against: the other build does not measure itself: {why}") from None


def in_turn(
    before: Command, now: Command, *, seconds: float, rounds: int, told: Callable[[int], None]
) -> list[tuple[Rows, Rows]]:
    """What both builds measure, one after the other, so many times; who goes first changes each time."""
    found = []
    for number in range(rounds):
        told(number + 1)
        order = (before, now) if number % 2 == 0 else (now, before)
        one, other = (measured(command, seconds) for command in order)
        found.append((one, other) if number % 2 == 0 else (other, one))
    return found


def compared(found: Sequence[tuple[Rows, Rows]]) -> dict[Place, dict[str, Compared]]:
    """The rates of both builds, of the kinds of tasks that both know and have measured in every round."""
    return {
        place: known
        for place in found[0][1]
        if (known := {what: one for what in WHAT if (one := _compared(found, place, what)) is not None})
    }


def _compared(found: Sequence[tuple[Rows, Rows]], place: Place, what: str) -> Compared | None:
    pairs = [(before.get(place, {}).get(what), now.get(place, {}).get(what)) for before, now in found]
    known = [(before, now) for before, now in pairs if before and now]
    if len(known) < len(pairs):
        return None
    ratios = [now / before for before, now in known]
    befores, nows = zip(*known, strict=True)
    return Compared(median(befores), median(nows), median(ratios), min(ratios), max(ratios))
