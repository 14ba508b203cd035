"""Records, tuples, and lists whose positions are different things: a program for each part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ...dsl.core.expression import Expression, Variable
from ...dsl.core.types import INT, STR, Type, list_of
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import Piece, Solver, apply, combined, with_outputs

MOST_PLACES, MOST_NUMBERS = 12, 4
"""A list of texts, or of numbers, is taken for one of different things if it is no longer than this."""


def by_field(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """A record: a program for each field."""
    keys, language = problem.result_type.keys, problem.language

    def together(*values: Expression) -> Expression:
        named = dict(zip(keys, values, strict=True))
        for parameter in problem.parameters:
            if (changed := _changed(parameter, named, problem)) is not None:
                parts = [part for key in changed for part in (key, named[key])]
                return apply(language, "with_fields", parameter, *parts) if parts else parameter
        return apply(language, "record", *(part for pair in named.items() for part in pair))

    return _by_part(solver, problem, budget, problem.result_type.fields, together)


def _changed(row: Variable, named: dict[str, Expression], problem: Problem) -> list[str] | None:
    """The fields that differ from those of a given record, where most of it is kept; None where it is not."""
    own = row.type.keys
    if not own or tuple(named)[: len(own)] != own:
        return None
    kept = {key for key in own if named[key] == apply(problem.language, "field", row, key)}
    return [key for key in named if key not in kept] if len(kept) > 1 or kept == set(own) else None


def by_position(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """A tuple, or a list that always has the same length: a program for each position."""
    type_, language = problem.result_type, problem.language
    if type_.is_tuple:
        return _by_part(solver, problem, budget, dict(enumerate(type_.parts)), partial(apply, language, "tuple"))
    assert type_.item is not None
    width = len(problem.given.train[0].output)
    parts = dict.fromkeys(range(width), type_.item)
    return _by_part(solver, problem, budget, parts, partial(apply, language, "items"))


def has_positions(problem: Problem) -> bool:
    """Whether the outputs are lists of one length, of text or numbers, and no input is a list they could be made of."""
    task = problem.given
    most = {list_of(STR): MOST_PLACES, list_of(INT): MOST_NUMBERS}.get(task.result_type, 0)
    lengths = {len(example.output) for example in task.train} if most else set()
    if len(lengths) != 1 or len(task.train) < 2 or not 2 <= min(lengths) <= most:
        return False
    return not any(type_.is_list for type_ in task.parameter_types)


def _by_part(
    solver: Solver,
    problem: Problem,
    budget: Budget,
    parts: dict[Any, Type],
    together: Callable[..., Expression],
) -> list[Piece]:
    outputs = [example.output for example in problem.given.train]
    found: list[list[Piece]] = []
    for (key, type_), share in zip(parts.items(), budget.shares(len(parts)), strict=True):
        part = with_outputs(problem, [output[key] for output in outputs], type_)
        pieces = [] if part is None else solver.solve(part, share)
        if not pieces:
            return []
        found.append(pieces)
    return combined(found, together)
