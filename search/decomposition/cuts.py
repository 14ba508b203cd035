"""Texts that are made of pieces, one for each row of a list; and texts cut into such pieces, which are rows then."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.core.expression import Expression
from ...dsl.core.types import STR, list_of
from ..readings.scene.cutting import Cut, cuts
from ..task.budget import Budget
from ..task.problem import Problem
from .pieces import Piece, Solver, apply, with_outputs

MARK_COST = 3
"""What it costs that a mark stands between pieces, or before or after them."""


def by_pieces(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Texts with a piece for each item of a list, or each entry of a table."""
    if problem.result_type != STR:
        return []
    outputs = [example.output for example in problem.given.train]
    lists = [place for place, parameter in enumerate(problem.parameters) if parameter.type.is_list]
    for place in lists:
        counts = [len(example.inputs[place]) for example in problem.given.train]
        for cut in cuts(outputs, counts):
            pieces = with_outputs(problem, cut.pieces, list_of(STR))
            with budget.portion(0.7) as part:
                found = [] if pieces is None else solver.solve(pieces, part)
            if found:
                return [Piece(one.cost + _cost(cut), cut.together(one.body)) for one in found]
    return []


def _cost(cut: Cut) -> int:
    return MARK_COST * sum(map(bool, (cut.before, cut.mark, cut.after)))


def cut_into(problem: Problem, counts: list[int]) -> Iterator[Expression]:
    """The texts among the parameters, cut into so many pieces."""
    for place, parameter in enumerate(problem.parameters):
        if parameter.type == STR:
            texts = [example.inputs[place] for example in problem.given.train]
            for cut in cuts(texts, counts):
                if cut.mark and not (cut.before or cut.after):
                    yield apply(problem.language, "split", parameter, cut.mark)
