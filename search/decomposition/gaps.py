"""Outputs and inputs that may be missing: a condition, and a program for either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.types import BOOL, INT, STR
from ..cost.literals import constant_cost
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import Piece, Solver, apply, combined, where, with_outputs
from .views import Views

CONDITION_COST = 6
"""What the condition itself costs where it only asks whether an input is missing."""

DEAR_MARK = 32
"""A text that stands for what is missing and costs more is rather one of many that have something in common."""


def by_presence(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """An output that may be missing: when it is, and what it is elsewhere."""
    outputs = [example.output for example in problem.given.train]
    missing = [output is None for output in outputs]
    type_ = problem.result_type
    inner = type_.parts[0]
    if all(missing):
        return [Piece(2, Literal(None, type_))]
    if not any(missing):
        whole = with_outputs(problem, outputs, inner)
        return [] if whole is None else _some(solver.solve(whole, budget), problem)
    for conditions in _conditions(solver, problem, missing, budget):
        there = where(problem, conditions[0].body, holds=False, result=inner)
        with budget.portion(0.7) as share:
            values = [] if there is None else solver.solve(there, share)
        if values:
            return combined([conditions, values], partial(_chosen, problem))
    return []


def _conditions(solver: Solver, problem: Problem, missing: Sequence[bool], budget: Budget) -> Iterator[list[Piece]]:
    """Programs for when the output is missing: where an input is, or by a search."""
    plain = [*_plain_conditions(problem, missing)]
    if likely := [piece for piece in plain if piece.cost <= DEAR_MARK]:
        yield likely
    mask = with_outputs(problem, missing, BOOL)
    if mask is not None:
        with budget.portion(0.5) as share:
            pieces = solver.solve(mask, share)
        if pieces:
            yield pieces
    if plain:
        yield plain


def _plain_conditions(problem: Problem, missing: Sequence[bool]) -> Iterator[Piece]:
    """That an input is missing, or is the one text or number that stands for that."""
    views = Views(problem)
    for view in views.optional():
        if [value is None for value in view.values] == [*missing]:
            yield Piece(CONDITION_COST, apply(problem.language, "is_missing", view.body))
    for view in views.all:
        marks = {repr(value): value for value, gone in zip(view.values, missing, strict=True) if gone}
        others = {repr(value) for value, gone in zip(view.values, missing, strict=True) if not gone}
        if view.body.type in (STR, INT) and len(marks) == 1 and not marks.keys() & others:
            (mark,) = marks.values()
            name = "same" if view.body.type == STR else "eq"
            cost = CONDITION_COST + constant_cost(mark, view.body.type)
            yield Piece(cost, apply(problem.language, name, view.body, mark))


def by_missing_input(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """An input that may be missing: a program for where it is, and one for where it is not."""
    for view in Views(problem).optional():
        condition = apply(problem.language, "is_missing", view.body)
        sides = [where(problem, condition, holds=holds) for holds in (True, False)]
        found: list[list[Piece]] = []
        for side, part in zip(sides, (0.3, 0.8), strict=True):
            with budget.portion(part) as share:
                found.append([] if side is None else solver.solve(side, share))
            if not found[-1]:
                break
        else:
            return combined(found, partial(apply, problem.language, "if_else", condition))
    return []


def _some(pieces: Sequence[Piece], problem: Problem) -> list[Piece]:
    return [Piece(piece.cost, apply(problem.language, "some", piece.body)) for piece in pieces]


def _chosen(problem: Problem, condition: Expression, value: Expression) -> Expression:
    nothing = Literal(None, problem.result_type)
    return apply(problem.language, "if_else", condition, nothing, apply(problem.language, "some", value))
