"""A program says the same as a value, as text and as Python.

Where it has a value. Where it is undefined, its Python may raise something, or go on as Python does.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from ...dsl.core.decimals import returned
from ...dsl.core.expression import Undefined
from ...dsl.program import Program, parse
from ...dsl.text.parser import ProgramError
from ..drawing.limits import short_loops
from ..drawing.programs import drawn_from
from ..drawing.values import draw_value
from ..judging.values import alike
from .promise import Promise, Tally

PROGRAMS = 400
"""In a batch."""
INPUTS = 4
"""For each program."""


def batch(seed: int) -> Tally:
    """Print programs, read them back, and run them in both forms."""
    draw = Random(seed)
    with short_loops():
        found = [
            fault
            for _ in range(PROGRAMS)
            for fault in faults(drawn_from(draw.randrange(2**32), loops=draw.choice((0.0, 0.1, 0.3))), draw)
        ]
    return Tally(PROGRAMS, tuple(found))


def faults(program: Program, draw: Random) -> Iterator[str]:
    """Where the text, the Python and the program differ."""
    text = str(program)
    try:
        if parse(text) != program:
            yield f"{text} is read back as {parse(text)}"
    except ProgramError as error:
        yield f"{text} is not read back: {error}"
    space: dict[str, Any] = {}
    try:
        exec(program.python(), space)
    except Exception as error:  # noqa: BLE001 - whatever it is, there is to be none
        yield f"{text} has no Python: {error!r}"
        return
    for _ in range(INPUTS):
        arguments = [returned(draw_value(parameter.type, draw), parameter.type) for parameter in program.parameters]
        try:
            expected = program(*arguments)
        except Undefined:
            continue
        try:
            got = space["solve"](*deepcopy(arguments))
        except Exception as error:  # noqa: BLE001 - whatever it is, the program has a value
            got = error
        if not alike(got, expected):
            yield f"{text} on {arguments}: the program gives {expected!r}, its Python {got!r}"


PROMISE = Promise("printed", "printed, parsed and run, a program says the same", goal=100_000, batch=batch)
