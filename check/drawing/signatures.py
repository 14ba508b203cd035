"""Programs that are called in all ways: with arguments left out, or with any number of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from ...dsl.core.decimals import Style, returned
from ...dsl.core.expression import Variable
from ...dsl.core.signature import PLAIN, Signature
from ...dsl.core.types import BOOL, DECIMAL, INT, STR, Type
from ...dsl.program import Program
from ...dsl.text.variables import parameters_for
from .programs import drawn_from
from .types import draw_type
from .values import draw_value

CONSTANTS = (INT, BOOL, STR, DECIMAL)
"""Types of defaults."""
PLAINLY = 0.7
"""The share of programs that take one argument for each parameter."""


def drawn_program(draw: Random, *, loops: float) -> Program:
    """A program with a signature, a style of decimals and a kind of arithmetic at random; so much of it is loops."""
    parameters: tuple[Variable, ...] = ()
    signature = PLAIN
    if draw.random() >= PLAINLY:
        types = [draw_type(draw), *draw.choices(CONSTANTS, k=draw.randint(0, 2))]
        parameters, signature = parameters_for(types), drawn_signature(types, draw)
    program = drawn_from(draw.randrange(2**32), loops=loops, parameters=parameters)
    return replace(program, signature=signature, style=draw.choice((*Style,)), exact=draw.random() < 0.5)


def drawn_signature(types: Sequence[Type], draw: Random) -> Signature:
    """A signature for parameters of these types: further arguments where the last is a list, or else defaults."""
    if types[-1].item is not None:
        return Signature(rest=True)
    defaults: list[Any] = []
    for type_ in reversed(types):
        if type_ not in CONSTANTS or (defaults and draw.random() < 0.3):
            break
        defaults.insert(0, draw_value(type_, draw))
    return Signature(defaults=tuple(defaults))


def drawn_arguments(program: Program, draw: Random) -> tuple[Any, ...]:
    """The arguments of a call, some of which may be left out."""
    values = [returned(draw_value(one.type, draw), one.type, program.style) for one in program.parameters]
    given = program.signature.called(values)
    return given[: len(given) - draw.randint(0, len(program.signature.defaults))]
