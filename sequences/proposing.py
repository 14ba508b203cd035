"""Tasks that are sequences: integers in a row, each with the term of its number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import inf

from ..dsl.expression import Expression, Variable, renamed
from ..dsl.types import INT
from ..search.budget import Budget
from ..search.task import Task
from .confidence import confidences
from .exact import exact_rules
from .rule import INDEX, Rule
from .searched import FORMS, LEAST_TERMS, searched_rules

LIKELY = 0.5
"""Rules of so much confidence are where the search starts; others wait until it has found nothing."""
OTHER_FORMS = tuple(form for form in FORMS if form.kind != "program of the index")
"""The search itself looks for programs of the index."""


class SequenceProposer:
    """Proposes the rules of sequences for tasks from integers in a row to integers."""

    def takes(self, task: Task) -> bool:
        """Whether the inputs of the examples are integers in a row, in any order, and the outputs integers."""
        if task.parameter_types != (INT,) or task.result_type != INT or len(task.train) < LEAST_TERMS:
            return False
        numbers = sorted(example.inputs[0] for example in task.train)
        return numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def at_once(self, task: Task, parameters: Sequence[Variable]) -> Iterator[Expression]:
        """The exact rules that are likely."""
        yield from _in(parameters, _exact(task, likely=True))

    def at_last(
        self, task: Task, parameters: Sequence[Variable], budget: Budget, *, without: Collection[str]
    ) -> Iterator[Expression]:
        """Rules of the forms that the search itself does not have, and the exact ones that are not likely."""
        terms, start = _terms(task)
        yield from _in(parameters, _exact(task, likely=False))
        found = searched_rules(terms, start=start, budget=budget, forms=OTHER_FORMS, without=without)
        yield from _in(parameters, found)


def _exact(task: Task, *, likely: bool) -> list[Rule]:
    """The exact rules that are likely, or the others."""
    terms, start = _terms(task)
    rules = exact_rules(terms, start=start, timeout=inf)  # Under a candidate budget nothing may look at the clock.
    pairs = zip(rules, confidences(rules, terms), strict=True)
    return [rule for rule, confidence in pairs if (confidence >= LIKELY) == likely]


def _terms(task: Task) -> tuple[list[int], int]:
    """The terms in order, and the number of the first."""
    pairs = sorted((example.inputs[0], example.output) for example in task.train)
    return [term for _, term in pairs], pairs[0][0]


def _in(parameters: Sequence[Variable], rules: Sequence[Rule]) -> Iterator[Expression]:
    """The rules as expressions over the parameter of a task."""
    for rule in rules:
        yield renamed(rule.expression, {INDEX: parameters[0]})
