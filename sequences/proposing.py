"""Tasks that are sequences: integers in a row, each with the term of its number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..dsl.expression import Expression, Variable, renamed
from ..dsl.types import INT
from ..search.budget import Budget
from ..search.task import Task
from .rule import INDEX
from .searched import FORMS, LEAST_TERMS, searched_rules

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
        """Exact rules."""
        yield from ()

    def at_last(
        self, task: Task, parameters: Sequence[Variable], budget: Budget, *, without: Collection[str]
    ) -> Iterator[Expression]:
        """Rules of the forms that the search itself does not have."""
        terms, start = _terms(task)
        for rule in searched_rules(terms, start=start, budget=budget, forms=OTHER_FORMS, without=without):
            yield renamed(rule.expression, {INDEX: parameters[0]})


def _terms(task: Task) -> tuple[list[int], int]:
    """The terms in order, and the number of the first."""
    pairs = sorted((example.inputs[0], example.output) for example in task.train)
    return [term for _, term in pairs], pairs[0][0]
