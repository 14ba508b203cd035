"""A program says the same as a value, as text and as Python."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.program import Program, parse
from ..drawing.programs import drawn_from
from ..drawing.values import draw_value
from .promise import Promise, Tally

PROGRAMS = 400
"""In a batch."""
INPUTS = 4
"""For each program."""


def batch(seed: int) -> Tally:
    """Print programs, read them back, and run them in both forms."""
    draw = Random(seed)
    found = [
        fault
        for _ in range(PROGRAMS)
        for fault in faults(drawn_from(draw.randrange(2**32), loops=draw.choice((0.0, 0.1))), draw)
    ]
    return Tally(PROGRAMS, tuple(found))


def faults(program: Program, draw: Random) -> Iterator[str]:
    """Where the text, the Python and the program differ."""
    text = str(program)
    if parse(text) != program:
        yield f"{text} is read back as {parse(text)}"
    space: dict[str, Any] = {}
    exec(program.python(), space)
    for _ in range(INPUTS):
        arguments = [draw_value(parameter.type, draw) for parameter in program.parameters]
        try:
            expected = program(*arguments)
        except Undefined:
            continue
        got = space["solve"](*arguments)
        if repr(got) != repr(expected):
            yield f"{text} on {arguments}: the program gives {expected!r}, its Python {got!r}"


PROMISE = Promise("printed", "printed, parsed and run, a program says the same", goal=100_000, batch=batch)
