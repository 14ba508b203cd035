"""What a search starts from: parameters, constants, and values that it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.core.expression import Expression, Variable
from ...dsl.core.layout import encode
from ..cost.literals import literals
from ..cost.prior import VARIABLE_COST, Prior
from ..task.task import Task


@dataclass(frozen=True)
class Terminal:
    """An expression, what it costs, and its value in each example of the task."""

    body: Expression
    cost: int
    values: Sequence[Any]


def terminals_of(task: Task, parameters: Sequence[Variable], prior: Prior) -> Iterator[Terminal]:
    """The parameters, and the constants that the task suggests."""
    for position, parameter in enumerate(parameters):
        cost = prior.terminal_cost(parameter, VARIABLE_COST)
        yield Terminal(parameter, cost, [example.inputs[position] for example in task.train])
    for literal, cost in literals(task):
        yield Terminal(literal, prior.terminal_cost(literal, cost), [literal.value] * len(task.train))


def most_words(task: Task) -> int:
    """Words in the longest value of the examples."""
    types = (*task.parameter_types, task.result_type)
    rows = ((*example.inputs, example.output) for example in task.train)
    return max(len(encode(value, type_)) for row in rows for value, type_ in zip(row, types, strict=True))
