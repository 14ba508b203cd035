"""How many examples the decisions of a program rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...dsl.core.expression import Call, Expression, Undefined, Variable, evaluate, free_variables, walk
from ...dsl.core.types import BOOL
from ..task.task import Example

CHOICE = "if_else"


def lone_decisions(body: Expression, parameters: Sequence[Variable], examples: Sequence[Example]) -> int:
    """How many choices of a program take one of their ways in one example at most: there they are learnt by heart.

    Choices within the function of a loop are not counted, since each takes many values.
    """
    return sum(_minority(condition, parameters, examples) <= 1 for condition in _conditions(body, parameters))


def _conditions(body: Expression, parameters: Sequence[Variable]) -> Iterator[Expression]:
    for part in walk(body, bodies=False):
        if isinstance(part, Call) and part.primitive.name == CHOICE:
            condition = part.arguments[0]
            if condition.type == BOOL and free_variables(condition) <= set(parameters):
                yield condition


def _minority(condition: Expression, parameters: Sequence[Variable], examples: Sequence[Example]) -> int:
    """In how many examples the rarer of the two ways is taken."""
    ways = [0, 0]
    for example in examples:
        try:
            names = (parameter.name for parameter in parameters)
            ways[bool(evaluate(condition, dict(zip(names, example.inputs, strict=True))))] += 1
        except Undefined:
            continue
    return min(ways)
