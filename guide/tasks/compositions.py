"""Programs that the enumeration does not build: branches, and loops with a step of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from ...dsl.core.expression import Expression, Function, Literal, Undefined, Variable, call, free_variables, renamed
from ...dsl.core.types import BOOL, INT, Type, list_of
from ...dsl.language.language import BUILTIN
from ...dsl.program import Program
from ...dsl.text.variables import parameters_for
from ...search.cost.prior import DefaultPrior
from .worlds import World, builder_of

INTS = list_of(INT)
LEAST_BRANCH = 2
"""In how many examples a branch has to be taken."""
STEP_ENTRIES, STEP_EXAMPLES, LEAST_STEP_COST = 2500, 6, 4
TRIES = 3


def composed(world: World, rng: Random) -> tuple[Expression, list[Any]] | None:
    """A program with branches or a loop, and its outputs; None if what was drawn makes none."""
    for _ in range(TRIES):
        body = _looped(world, rng) if rng.random() < 0.4 else _branched(world, rng)
        values = None if body is None else _outputs(world, body)
        if body is not None and values is not None:
            return body, values
    return None


def _outputs(world: World, body: Expression) -> list[Any] | None:
    program = Program(world.parameters, body)
    try:
        return [program(*row) for row in world.inputs]
    except Undefined:
        return None


def _branched(world: World, rng: Random) -> Expression | None:
    """Two values of the result's type and a condition, of the whole or of each item, that uses both."""
    condition = list_of(BOOL) if world.result == INTS and rng.random() < 0.6 else BOOL
    test, yes, no = (_some(world, type_, rng) for type_ in (condition, world.result, world.result))
    if test is None or yes is None or no is None:
        return None
    truths = _outputs(world, test)
    if truths is None:
        return None
    taken = sum(any(truth) if isinstance(truth, list) else truth for truth in truths)
    if not LEAST_BRANCH <= taken <= len(truths) - LEAST_BRANCH * (condition == BOOL):
        return None
    return call(BUILTIN.searched["where" if condition != BOOL else "if_else"], test, yes, no)


def _some(world: World, type_: Type, rng: Random) -> Expression | None:
    """A cheap value of the usual bank, or any value of the dialect's."""
    builder = world.usual if rng.random() < 0.6 else world.filled
    levels = builder.bank.levels(type_)
    return builder.expression(rng.choice(rng.choice(levels))) if levels else None


def _looped(world: World, rng: Random) -> Expression | None:
    """A loop over a parameter that gives the result's type, with a step out of a small bank of its own."""
    table, result = BUILTIN.searched, world.result
    over = rng.choice(world.parameters)
    start = Literal(rng.choice((0, 0, 1)), INT)
    if over.type == INTS and result in (INT, INTS):
        acc, item = Variable("acc", INT), Variable("x", INT)
        step = _step((acc, item), INT, rng)
        return None if step is None else call(table["fold" if result == INT else "scan"], over, start, step)
    if over.type == INT and result in (INT, INTS):
        acc = Variable("acc", INT)
        step = _step((acc,), INT, rng)
        others = [one for one in world.parameters if one.type == INT and one is not over]
        begin: Expression = rng.choice(others) if others else start
        return None if step is None else call(table["iterate" if result == INT else "unfold"], over, begin, step)
    if over.type == list_of(INTS):
        row = Variable("row", INTS)
        wanted = result.item if result in (INTS, list_of(BOOL), list_of(INTS)) else None
        if result == list_of(INTS) and rng.random() < 0.4:
            step = _step((row,), BOOL, rng)
            return None if step is None else call(table["filter"], over, step)
        step = None if wanted is None else _step((row,), wanted, rng)
        return None if step is None else call(table["map"], over, step)
    return None


def _step(parameters: Sequence[Variable], result: Type, rng: Random) -> Function | None:
    """A function that uses all its parameters."""
    types = tuple(parameter.type for parameter in parameters)
    steps = _steps(types, result)
    if not steps:
        return None
    return Function(
        tuple(parameters), renamed(rng.choice(steps), dict(zip(parameters_for(types), parameters, strict=True)))
    )


@cache
def _steps(types: tuple[Type, ...], result: Type) -> list[Expression]:
    """Bodies that use all parameters of the given types, each behaviour once."""
    rng = Random(0)
    rows = [tuple(_any(type_, rng) for type_ in types) for _ in range(STEP_EXAMPLES)]
    builder = builder_of(rows, (*types, result), DefaultPrior())
    builder.grow(STEP_ENTRIES)
    levels = builder.bank.levels(result, least=LEAST_STEP_COST)
    bodies = [builder.expression(entry) for entries in levels for entry in entries]
    return [body for body in bodies if len(free_variables(body)) == len(types)]


def _any(type_: Type, rng: Random) -> Any:
    return rng.randint(-3, 12) if type_ == INT else [rng.randint(0, 9) for _ in range(rng.randint(1, 6))]
