"""A kernel that is wrong costs an answer, and makes none wrong; nor does a witness.

For each primitive there are two tasks: one says what the right kernel gives, the other what the wrong one does, so
that the search is fooled.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from ...dsl.core.decimals import PLACES, returned
from ...dsl.core.expression import Undefined, call
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import Type
from ...dsl.language.language import BUILTIN
from ...dsl.program import Program
from ...dsl.text.variables import parameters_for
from ...search.answer.result import Result
from ...search.checking import UnsoundError
from ...search.engine.codegen.numbering import multiset_numbers, numbers, witness_numbers
from ...search.options import SearchOptions
from ...search.synthesis import solve_task
from ...search.task.task import Task
from ...support.errors import InputError
from ..drawing.sabotage import WAYS, early_strategies, sabotage
from ..drawing.values import draw_value
from ..judging.bare import run_bare
from ..judging.values import alike
from .kernels import KERNELS, drawn_types
from .promise import Promise, Tally

PRIMITIVES = 24
"""In a batch; the next batch goes on with the next ones."""
EXAMPLES, MOST_TRIES = 3, 40
OPTIONS = SearchOptions(timeout=None, max_candidates=3_000)

SABOTAGED: list[tuple[Primitive, str, int]] = [
    *((row, row.name, numbers(BUILTIN)[row]) for row in KERNELS),
    *((row, f"witness {place} of {row.name}", number) for (row, place), number in witness_numbers().items()),
    *(
        (row, f"witness {place} of {row.name} in any order", number)
        for (row, place), number in multiset_numbers().items()
    ),
]
"""The primitive that tasks are made of, what is wrong, and its number."""

Examples = list[tuple[tuple[Any, ...], Any]]


def batch(seed: int) -> Tally:
    """Sabotage some kernels in every way, and search for what they give."""
    draw = Random(seed)
    cases, faults, fooled = 0, [], 0
    answered: list[tuple[str, Examples, Result]] = []
    for step in range(PRIMITIVES):
        row, kernel, number = SABOTAGED[(PRIMITIVES * seed + step) % len(SABOTAGED)]
        for how, way in WAYS.items():
            for told, examples in _tasks(row, draw):
                cases += 1
                name = f"{kernel}, {how}, {told}"
                try:
                    with early_strategies(), sabotage(number, way):
                        result = solve_task(Task.from_examples(examples), OPTIONS)
                except UnsoundError:
                    fooled += 1
                except InputError:
                    cases -= 1
                except Exception as error:  # noqa: BLE001 - nothing else may come of it
                    faults.append(f"{name}: {examples}: {error!r}")
                else:
                    answered += [(name, examples, result)] if result.status == "solved" else []
    return Tally(cases, (*faults, *judged(answered)), (float(fooled),))


def _tasks(row: Primitive, draw: Random) -> Iterator[tuple[str, Examples]]:
    """What the primitive gives, and what its wrong kernel may give."""
    examples, result = _examples(row, draw)
    if examples:
        yield "what the right one gives", examples
        yield "what the wrong one gives", [(given, _by_one(output, result)) for given, output in examples]


def _examples(row: Primitive, draw: Random) -> tuple[Examples, Type]:
    parameters = parameters_for(drawn_types(row, draw))
    program = Program(parameters, call(row, *parameters))
    found: Examples = []
    for _ in range(MOST_TRIES):
        given = tuple(returned(draw_value(one.type, draw), one.type) for one in parameters)
        try:
            found.append((given, program(*given)))
        except Undefined:
            continue
        if len(found) == EXAMPLES:
            break
    return found, program.body.type


def _by_one(value: Any, type_: Type) -> Any:
    """A value whose last word is wrong by one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value[:-1] + chr((ord(value[-1]) + 1) % 0xD800) if value else value
    if isinstance(value, list):
        return [*value[:-1], _by_one(value[-1], type_)] if value else value
    return round(value + 1, PLACES) if isinstance(value, float) else value + 1


def judged(answered: list[tuple[str, Examples, Result]]) -> Iterator[str]:
    """Which answers are wrong, as their Python shows."""
    jobs = [
        (result.program.python(), [given for given, _ in examples])
        for _, examples, result in answered
        if result.program
    ]
    for (name, examples, result), outcomes in zip(answered, run_bare(jobs), strict=True):
        for (given, expected), got in zip(examples, outcomes, strict=True):
            if not alike(got, expected):
                yield f"{name}: {result.program} gives {got!r} for {given}, where {expected!r} was given"


def _told(measured: tuple[float, ...]) -> str:
    return f"{int(sum(measured)):,} searches were fooled, and said so"


PROMISE = Promise(
    "sabotage",
    "no wrong kernel makes an answer wrong",
    goal=6 * len(SABOTAGED),
    batch=batch,
    summary=_told,
)
