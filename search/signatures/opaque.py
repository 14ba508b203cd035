"""Solves tasks with values of several kinds: with tokens in their place, of which nothing counts but order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..answer.ranking import Candidate, observed, probes, verified
from ..answer.result import Result
from ..answer.solutions import Solution
from ..cost.omens import omens_in
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.task import Task
from .tokens import with_tokens

Solve = Callable[[Task, Budget], Result]
"""Solves a task within a budget."""

REASON = "no program found treats values of every kind alike"


def solve_opaque(task: Task, budget: Budget, solve: Solve) -> Result:
    """Solve a task that has values of the type ``Any``."""
    result = solve(with_tokens(task), budget)
    found = [*confirmed(task, result.found)]
    if not found:
        return Result.none(task, result.reason or REASON, result.stats, solver=result.solver)
    return Result.solved(task, found, result.stats, top=result.top, solver=result.solver)


def confirmed(task: Task, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The programs that reproduce the examples of a task, found for one like it."""
    probed, omens = probes(task), omens_in(task)
    for one in found:
        program = one.program
        problem = Problem(task, task, tuple(range(len(task.train))), program.parameters, program.language)
        candidate = verified(Solution(one.cost, program.body, one.cost), problem, omens=omens)
        if candidate is not None:
            yield observed(candidate, probed)
