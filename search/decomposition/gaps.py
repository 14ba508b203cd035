"""Outputs and inputs that may be missing: a condition, and a program for either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.types import BOOL
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import Piece, Solver, apply, combined, where, with_outputs
from .views import Views

CONDITION_COST = 6
"""What the condition itself costs where it only asks whether an input is missing."""


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
        share = budget.portion(0.7)
        values = [] if there is None else solver.solve(there, share)
        budget.candidates += share.candidates
        if values:
            return combined([conditions, values], lambda parts: _chosen(problem, parts[0], None, parts[1]))
    return []


def _conditions(solver: Solver, problem: Problem, missing: Sequence[bool], budget: Budget) -> Iterator[list[Piece]]:
    """Programs for when the output is missing: where an input is, or by a search."""
    told = [
        Piece(CONDITION_COST, apply(problem.language, "is_missing", view.body))
        for view in Views(problem).optional()
        if [value is None for value in view.values] == [*missing]
    ]
    if told:
        yield told
    mask = with_outputs(problem, missing, BOOL)
    if mask is not None:
        share = budget.portion(0.5)
        pieces = solver.solve(mask, share)
        budget.candidates += share.candidates
        if pieces:
            yield pieces


def by_missing_input(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """An input that may be missing: a program for where it is, and one for where it is not."""
    for view in Views(problem).optional():
        condition = apply(problem.language, "is_missing", view.body)
        sides = [where(problem, condition, holds=holds) for holds in (True, False)]
        found: list[list[Piece]] = []
        for side, part in zip(sides, (0.3, 0.8), strict=True):
            share = budget.portion(part)
            found.append([] if side is None else solver.solve(side, share))
            budget.candidates += share.candidates
            if not found[-1]:
                break
        else:
            return combined(found, lambda parts: apply(problem.language, "if_else", condition, *parts))
    return []


def _some(pieces: Sequence[Piece], problem: Problem) -> list[Piece]:
    return [Piece(piece.cost, apply(problem.language, "some", piece.body)) for piece in pieces]


def _chosen(problem: Problem, condition: Expression, _: None, value: Expression) -> Expression:
    nothing = Literal(None, problem.result_type)
    return apply(problem.language, "if_else", condition, nothing, apply(problem.language, "some", value))
