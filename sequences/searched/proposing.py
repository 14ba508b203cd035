"""Tasks from integers to integers: sequences, where the inputs are integers in a row, and points of a function."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import inf

from ...dsl.core.expression import Expression, Variable, renamed
from ...dsl.core.types import INT
from ...search.cost.prior import UNITS_PER_BIT
from ...search.task.budget import Budget
from ...search.task.task import Task
from ..exact.exact import exact_rules
from ..exact.points import polynomial_through
from ..rules.confidence import confidences, likelihood
from ..rules.rule import INDEX, Rule
from .forms import OTHERS
from .searched import LEAST_TERMS, searched_rules

LIKELY = 0.5
"""The search starts from rules with at least this confidence; others wait until it has found nothing."""


class SequenceProposer:
    """Proposes the rules of sequences, and polynomials, for tasks from integers to integers."""

    def searches(self, task: Task) -> bool:
        """Whether the inputs of the examples are integers in a row, in any order."""
        points = _points(task)
        return len(points) >= LEAST_TERMS and all(other == one + 1 for (one, _), (other, _) in pairwise(points))

    def at_once(self, task: Task, parameters: Sequence[Variable]) -> Iterator[Expression]:
        """The exact rules that are likely; through points that are not in a row, a polynomial."""
        if self.searches(task):
            yield from _in(parameters, [rule.expression for rule in _exact(task, likely=True)])
        elif len(points := _points(task)) >= LEAST_TERMS:
            through = polynomial_through(points)
            yield from _in(parameters, [] if through is None else [through])

    def doubts(self, task: Task, cost: int) -> bool:
        """Whether a program of this cost takes about as much to say as the terms themselves."""
        terms, _ = _terms(task)
        return likelihood(cost / UNITS_PER_BIT, terms) < LIKELY

    def at_last(
        self, task: Task, parameters: Sequence[Variable], budget: Budget, *, without: Collection[str]
    ) -> Iterator[Expression]:
        """Rules of the forms that the search itself does not have, and the exact ones that are not likely."""
        terms, start = _terms(task)
        found = searched_rules(terms, start=start, budget=budget, forms=OTHERS, without=without)
        yield from _in(parameters, [rule.expression for rule in (*_exact(task, likely=False), *found)])


def _exact(task: Task, *, likely: bool) -> list[Rule]:
    """The exact rules that are likely, or the others."""
    terms, start = _terms(task)
    rules = exact_rules(terms, start=start, timeout=inf)  # Under a candidate budget nothing may look at the clock.
    pairs = zip(rules, confidences(rules, terms), strict=True)
    return [rule for rule, confidence in pairs if (confidence >= LIKELY) == likely]


def _points(task: Task) -> list[tuple[int, int]]:
    """The examples in the order of their inputs, each input once; none if the task is not from integers to integers."""
    if task.parameter_types != (INT,) or task.result_type != INT:
        return []
    return sorted({(example.inputs[0], example.output) for example in task.train})


def _terms(task: Task) -> tuple[list[int], int]:
    """The terms in order, and the number of the first."""
    points = _points(task)
    return [term for _, term in points], points[0][0]


def _in(parameters: Sequence[Variable], expressions: Sequence[Expression]) -> Iterator[Expression]:
    """Expressions of the index as such of the parameter of a task."""
    for expression in expressions:
        yield renamed(expression, {INDEX: parameters[0]})
