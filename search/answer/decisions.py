"""How many examples the decisions of a program rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...dsl.core.expression import Call, Expression, Undefined, Variable, evaluate, free_variables, walk
from ...dsl.core.types import BOOL
from ..task.task import Example

CHOICE = "if_else"


def lone_decisions(body: Expression, parameters: Sequence[Variable], examples: Sequence[Example]) -> int:
    """How many choices of a program take one of their two ways in one example at most: that way is learnt by heart.

    Choices within the function of a loop are not counted, since each takes many values. An example on which a
    condition is undefined counts for neither way.
    """
    return sum(_is_lone(condition, parameters, examples) for condition in _conditions(body, parameters))


def _conditions(body: Expression, parameters: Sequence[Variable]) -> Iterator[Expression]:
    for part in walk(body, bodies=False):
        if isinstance(part, Call) and part.primitive.name == CHOICE:
            condition = part.arguments[0]
            if condition.type == BOOL and free_variables(condition) <= set(parameters):
                yield condition


def _is_lone(condition: Expression, parameters: Sequence[Variable], examples: Sequence[Example]) -> bool:
    """Whether one of the two ways is taken in one example at most."""
    ways = [0, 0]
    for example in examples:
        inputs = {parameter.name: value for parameter, value in zip(parameters, example.inputs, strict=True)}
        try:
            ways[bool(evaluate(condition, inputs))] += 1
        except Undefined:
            continue
        if min(ways) > 1:
            return False
    return True
