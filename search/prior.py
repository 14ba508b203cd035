"""What programs cost before anything is known of the task: the default prior."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..dsl.expression import Call, Expression, Literal
from ..dsl.types import Type
from .instances import Instance
from .literals import constant_cost

UNITS_PER_BIT = 2.0
"""Costs are description lengths: a program of cost c has the weight 2 ** (-c / UNITS_PER_BIT).

Of the values tried this one predicts held-out outputs about best, by what is right and by how sure it is."""

EACH_COST = 2
NESTING_COST = 3
VARIABLE_COST = 1


class Prior(Protocol):
    """Where the search takes its costs from."""

    def instance_cost(self, instance: Instance, given: Sequence[Type]) -> int:
        """Cost of applying the instance in a task with parameters and result of the given types; at least 1."""
        ...


class DefaultPrior:
    """The costs that the primitives declare, and a price for detours through nested lists."""

    def instance_cost(self, instance: Instance, given: Sequence[Type]) -> int:
        cost = instance.primitive.cost + EACH_COST * instance.each
        nested = instance.result.depth > 1 and all(type_.depth < 2 for type_ in given)
        return cost + NESTING_COST * nested


def expression_cost(expression: Expression) -> int:
    """The cost of any program under the default prior, for one that did not come out of the search."""
    match expression:
        case Call(primitive, arguments, each, _):
            return primitive.cost + EACH_COST * each + sum(map(expression_cost, arguments))
        case Literal(value, type_):
            return constant_cost(value, type_)
        case _:
            return VARIABLE_COST
