"""Programs that do not come from the search, for tasks of a form that has better means."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from ...dsl.core.expression import Expression, Undefined, Variable, evaluate
from ..cost.costs import Costs
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.task import Task
from ..task.terminal import Terminal

SEARCH_SHARE = 0.5
"""Of the budget, for the search itself where a proposer may search after it."""


class Proposer(Protocol):
    """Proposes programs for tasks of some form; the search checks them, and weighs them with its own."""

    def searches(self, task: Task) -> bool:
        """Whether it has something to propose `at_last`, with a part of the budget."""
        ...

    def at_once(self, task: Task, parameters: Sequence[Variable]) -> Iterator[Expression]:
        """Programs found without a search; those that do not fit may still be parts of one that does."""
        ...

    def doubts(self, task: Task, cost: int) -> bool:
        """Whether a program of this cost says so little about the task that others should be proposed as well."""
        ...

    def at_last(
        self, task: Task, parameters: Sequence[Variable], budget: Budget, *, without: Collection[str]
    ) -> Iterator[Expression]:
        """Programs found with what is left of a budget, after the search has found none, or none but doubtful ones."""
        ...


def proposed_terminals(proposer: Proposer, problem: Problem, costs: Costs) -> tuple[Terminal, ...]:
    """What is proposed at once, for the search to start from; what is undefined on an example is left out."""
    terminals = []
    names = [parameter.name for parameter in problem.parameters]
    rows = [dict(zip(names, example.inputs, strict=True)) for example in problem.examples]
    for body in proposer.at_once(problem.given, problem.parameters):
        try:
            terminals.append(Terminal(body, costs.of_parts(body), [evaluate(body, row) for row in rows]))
        except Undefined:
            continue
    return tuple(terminals)
