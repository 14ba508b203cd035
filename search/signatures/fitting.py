"""Programs for a task that are known without a search, checked like any other."""

from __future__ import annotations

from collections.abc import Iterable

from ...dsl.core.expression import Expression, Variable
from ...dsl.language.language import BUILTIN
from ..answer.ranking import Candidate, observed, probes, verified
from ..answer.solutions import Solution
from ..cost.omens import omens_in
from ..cost.prior import expression_cost
from ..task.problem import Problem
from ..task.task import Task


def fitting(task: Task, scope: tuple[Variable, ...], bodies: Iterable[Expression]) -> list[Candidate]:
    """The programs that reproduce the examples of a task, of some over its parameters."""
    return fitting_at(task, scope, ((expression_cost(body), body) for body in bodies))


def fitting_at(task: Task, scope: tuple[Variable, ...], costs: Iterable[tuple[int, Expression]]) -> list[Candidate]:
    """The same of programs with their costs, where these are not those of their parts."""
    problem = Problem(task, task, tuple(range(len(task.train))), scope, BUILTIN)
    probed, omens = probes(task), omens_in(task)
    found = (verified(Solution(cost, body, cost), problem, omens=omens) for cost, body in costs)
    return [observed(one, probed) for one in found if one is not None]
