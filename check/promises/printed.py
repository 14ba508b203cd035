"""A program says the same as a value, as text and as Python.

Where it has a value. Where it is undefined, its Python may raise something, or go on as Python does. Nor is that judged
which Python takes longer than ten seconds for: a list of 40,000 items looked up in another item by item, say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.program import Program, parse
from ...dsl.text.parser import ProgramError
from ..drawing.limits import short_loops
from ..drawing.signatures import drawn_arguments, drawn_program
from ..judging.bare import Raised, run_bare
from ..judging.pythons import Python, pythons
from ..judging.values import alike
from .promise import Promise, Tally

PROGRAMS, QUICK = 1_600, 400
"""In a batch, and in its beginning."""
INPUTS = 4
"""For each program."""


@dataclass(frozen=True)
class Printed:
    """A program's text and Python, and inputs on which it has a value, each with the value."""

    text: str
    source: str
    rows: tuple[tuple[tuple[Any, ...], Any], ...]


def batch(seed: int, programs: int = PROGRAMS) -> Tally:
    """Print programs, read them back, and run them in both forms, in every Python that there is."""
    draw = Random(seed)
    found: list[str] = []
    printed: list[Printed] = []
    with short_loops():
        for _ in range(programs):
            program = drawn_program(draw, loops=draw.choice((0.0, 0.1, 0.3)))
            found += misread(program)
            rows = tuple(_rows(program, draw))
            try:
                printed.append(Printed(str(program), program.python(), rows))
            except Exception as error:  # noqa: BLE001 - whatever it is, there is to be none
                found.append(f"{program} has no Python: {error!r}")
    for python in pythons():
        found += judged(printed, python)
    return Tally(programs, tuple(found), pythons=tuple(map(str, pythons())))


def misread(program: Program) -> Iterator[str]:
    """What is wrong with the text as it is read back."""
    text = str(program)
    try:
        if parse(text) != program:
            yield f"{text} is read back as {parse(text)}"
    except ProgramError as error:
        yield f"{text} is not read back: {error}"


def _rows(program: Program, draw: Random) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for _ in range(INPUTS):
        given = drawn_arguments(program, draw)
        try:
            yield given, program(*given)
        except Undefined:
            continue


def judged(printed: Sequence[Printed], python: Python) -> Iterator[str]:
    """Where the Python gives something else than the program, run by one Python."""
    jobs = [(one.source, [given for given, _ in one.rows]) for one in printed]
    for one, outcomes in zip(printed, run_bare(jobs, python), strict=True):
        for (given, expected), got in zip(one.rows, outcomes, strict=True):
            is_late = isinstance(got, Raised) and got.is_late
            if not is_late and not alike(got, expected):
                yield f"{one.text} on {given}: the program gives {expected!r}, its Python {got!r} (Python {python})"


PROMISE = Promise(
    "printed",
    "printed, parsed and run, a program says the same",
    goal=100_000,
    batch=batch,
    quick=partial(batch, programs=QUICK),
)
