"""The search for a result of plain type, over parameters of any types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ...dsl.core.expression import Variable, free_variables, renamed
from ...dsl.program import NO_VALUE
from ...dsl.text.variables import parameters_for
from ..answer.result import Result
from ..task.budget import INTERRUPTED, Budget
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece, apart, pose
from .views import View, Views

Search = Callable[[Problem, Budget], Result]
"""A search as for any task; its programs are over the parameters of the problem."""


def searched(search: Search, problem: Problem, budget: Budget) -> tuple[list[Piece], str]:
    """The programs that a search finds, and why if there are none; structured parameters are seen by their views."""
    if not any(parameter.type.is_structured for parameter in problem.parameters):
        return _pieces(search(problem, budget))
    views = Views(problem).plain
    names = parameters_for([view.body.type for view in views], language=problem.language)
    asked = [row for row in zip(*(view.asked for view in views), strict=True) if NO_VALUE not in row]
    rows = [*zip(*(view.values for view in views), strict=True)] or [()] * len(problem.given.train)
    outputs = [example.output for example in problem.given.train]
    plain = pose(names, rows, outputs, problem.result_type, asked=asked, language=problem.language)
    if plain is None:
        return [], "two examples differ only in what the search cannot see"
    pieces, reason = _pieces(search(replace(plain, of_views=True), budget))
    known = dict(zip(names, views, strict=True))
    taken = frozenset(variable.name for variable in problem.parameters)
    return [_restored(piece, known, taken) for piece in pieces], reason


def _restored(piece: Piece, views: Mapping[Variable, View], taken: frozenset[str]) -> Piece:
    """A program over views as one over the parameters that they are of."""
    body = renamed(apart(piece.body, taken), {name: view.body for name, view in views.items()})
    return Piece(piece.cost + sum(views[name].extra for name in free_variables(piece.body)), body)


def _pieces(result: Result) -> tuple[list[Piece], str]:
    if result.stats.stopped_by == INTERRUPTED:
        raise KeyboardInterrupt
    return [Piece(one.cost, one.program.body) for one in result.ranked[:MOST_RIVALS]], result.reason
