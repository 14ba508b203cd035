"""Tasks at random: what a random program gives, and now and then something else; and options to solve them with."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from ...dsl.core.decimals import Style, returned
from ...dsl.core.expression import Undefined
from ...dsl.core.primitive import primitive
from ...dsl.core.types import ANY, INT, Type, list_of
from ...dsl.program import Program
from ...dsl.text.variables import parameters_for
from ...search.options import AUTO, SearchOptions
from ...search.strategies.names import STRATEGIES
from ...search.task.task import Task
from ...support.errors import InputError
from .programs import drawn_from
from .values import draw_value

MOST_TRIES = 12
"""Inputs on which a program may be undefined before another is drawn."""
LEAST, MOST = 2, 6
"""Examples of a task."""
CANDIDATES = (500, 2_000, 5_000, 15_000)


@dataclass(frozen=True)
class DrawnTask:
    """Examples as somebody may give them, and inputs to be predicted: the arguments of calls."""

    examples: tuple[tuple[tuple[Any, ...], Any], ...]
    asked: tuple[tuple[Any, ...], ...]

    def task(self, *, noise: int) -> Task:
        """The task that they make.

        Raises
        ------
        InputError
            If they do not make one.
        """
        return Task.from_examples(self.examples, inputs=self.asked, noise=noise)


@primitive("(Int) -> Int", cost=3)
def wobble(n: int) -> int:
    """The next number if n is even, else the one before."""
    return n + 1 if n % 2 == 0 else n - 1


def draw_options(draw: Random, *, examples: int) -> SearchOptions:
    """Options that matter to what is found, for a task with so many examples."""
    return SearchOptions(
        timeout=None,
        max_candidates=draw.choice(CANDIDATES),
        memory=draw.choice(("2GB", "200MB", "20MB")),
        threads=draw.choice((1, 1, 1, 2, 4)),
        guide=draw.choice((None, AUTO)),
        noise=int(examples > 2 and draw.random() < 0.15),
        without=draw.sample(STRATEGIES, draw.choice((0, 0, 0, 1, 4))),
        seed=draw.randrange(100),
        primitives=[wobble] if draw.random() < 0.03 else [],
    )


def draw_task(draw: Random) -> DrawnTask:
    """A task that can be given."""
    while True:
        drawn = draw.choice((_of_program, _of_program, _of_program, _of_program, _mixed, _of_calls))(draw)
        if drawn is not None and _is_task(drawn):
            return drawn


def _is_task(drawn: DrawnTask) -> bool:
    try:
        drawn.task(noise=0)
    except InputError:
        return False
    return True


def _of_program(draw: Random) -> DrawnTask | None:
    """What a program over values of its parameters' types gives."""
    program = drawn_from(draw.randrange(2**32), loops=draw.choice((0.0, 0.0, 0.2)))
    style = draw.choice((Style.FLOAT, Style.FLOAT, Style.SHORT, Style.EXACT))
    types = [parameter.type for parameter in program.parameters]
    rows = [tuple(draw_value(type_, draw) for type_ in types) for _ in range(MOST_TRIES)]
    return _examples(program, types, rows, style, draw)


def _mixed(draw: Random) -> DrawnTask | None:
    """Lists of integers in some examples, and of texts in others."""
    types: list[Type] = [list_of(ANY), *([INT] if draw.random() < 0.4 else [])]
    program = drawn_from(draw.randrange(2**32), loops=0.0, parameters=parameters_for(types))
    rows = [tuple(draw_value(type_, draw) for type_ in types) for _ in range(MOST_TRIES)]
    rows = [([*map(str, row[0])] if number % 2 else row[0], *row[1:]) for number, row in enumerate(rows)]
    return _examples(program, types, rows, Style.FLOAT, draw)


def _of_calls(draw: Random) -> DrawnTask | None:
    """Calls with any number of integers."""
    types = [list_of(INT)]
    program = drawn_from(draw.randrange(2**32), loops=0.0, parameters=parameters_for(types))
    rows = [(draw_value(types[0], draw),) for _ in range(MOST_TRIES)]
    drawn = _examples(program, types, rows, Style.FLOAT, draw)
    if drawn is None:
        return None
    return DrawnTask(
        tuple((tuple(given), output) for (given,), output in drawn.examples),
        tuple(tuple(given) for (given,) in drawn.asked),
    )


def _examples(
    program: Program, types: list[Type], rows: list[tuple[Any, ...]], style: Style, draw: Random
) -> DrawnTask | None:
    """Some of the inputs on which the program is defined with what it gives, and some more; None if there are few."""
    found, result = [], program.body.type
    for row in rows:
        given = tuple(returned(value, type_, style) for value, type_ in zip(row, types, strict=True))
        try:
            found.append((given, returned(program.value(*given), result, style)))
        except (Undefined, TypeError):  # Past the bounds of the language, or of the types' values.
            continue
    count = draw.randint(LEAST, MOST)
    if len(found) < count:
        return None
    examples, others = found[:count], [given for given, _ in found[count:]]
    kind = draw.random()
    if kind < 0.1:
        wrong = draw.randrange(count)
        examples[wrong] = examples[wrong][0], returned(draw_value(result, draw), result, style)
    elif kind < 0.15:
        examples = [(given, returned(draw_value(result, draw), result, style)) for given, _ in examples]
    return DrawnTask(tuple(examples), tuple(others[: draw.randint(0, 3)]))
