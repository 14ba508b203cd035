"""What programs cost before anything is known about the task: the default prior.

A unit of cost is half a bit (`UNITS_PER_BIT`). Costs are integers in this unit everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable
from ...dsl.core.types import BOOL, STR, Type, list_of
from ..engine.instances import Instance
from ..task.task import Task
from ..task.values import Values
from .contextual import traits
from .learnt import shipped
from .literals import constant_cost

UNITS_PER_BIT = 2.0
"""A unit of cost is half a bit: a program of cost c weighs 2 ** (-c / UNITS_PER_BIT).

All costs in the project are integers in this unit. Of the values tried, this one predicts held-out outputs best, both
in how often it is right and in how well its confidence is calibrated."""

EACH_COST = 2
NESTING_COST = 3
PIECES_COST = 1
"""The same where the nested lists are lists of text: cutting a text into pieces is an ordinary thing to do."""
TEXT_POSITION_COST = 1
"""What it adds to give a position in a text, or a number of characters: a separator is meant more often."""
VARIABLE_COST = 1
JUNCTION_SAVED = 2
"""What it costs less that a truth value takes two conditions: most people's conditions do."""
JUNCTIONS = frozenset({"and", "or"})
FUNCTION_COST = 2
"""What a function costs on top of its body."""


class Prior(Protocol):
    """Where the search takes its costs from."""

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        """Cost of applying the instance in a task with parameters and result of the given types; at least 1.

        A prior may know more of a program's outermost instance than of those inside.
        """
        ...

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        """Cost of a variable or constant whose usual cost is given; at least 1."""
        ...

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        """What a whole program that fits costs beyond its parts, which may be less than 0.

        Parameters
        ----------
        judged
            What odd uses are looked for in (see `contextual.traits`).
        ignored
            How many of the task's parameters it does not depend on.
        """
        ...


class Guide(Protocol):
    """Looks at the examples of a task and says what its program is probably made of."""

    def prior(self, task: Task, usual: Prior) -> Prior | None:
        """The prior to search with, made of the usual one by a look at all examples of the task; None without one."""
        ...

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        """Log-odds that values are parts of the task's program, one type's after another's; None if it cannot tell."""
        ...


@dataclass(frozen=True)
class DefaultPrior:
    """The costs that the primitives declare, plus a price for detours through nested lists and for fixed positions in
    texts; of a whole program, what was learnt of those that people mean.

    Parameters
    ----------
    labels
        Whether the items of the inputs are names of things rather than quantities.
    """

    labels: bool = False

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        primitive = instance.primitive
        cost = primitive.cost + EACH_COST * instance.each
        if instance.result.depth > 1 and all(type_.depth < 2 for type_ in given):
            cost += PIECES_COST if instance.result == list_of(STR) else NESTING_COST
        if primitive.name in JUNCTIONS and tuple(given[-1:]) == (instance.result,) == (BOOL,):
            cost -= JUNCTION_SAVED
        if instance.arguments[0] == STR and any(primitive.index_arguments):
            cost += TEXT_POSITION_COST
        return cost

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return cost

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return shipped().surprise(traits(expression, judged, labels=self.labels, ignored=ignored))


def expression_cost(expression: Expression) -> int:
    """The cost of any expression under the default prior where nothing is known of the task; see also `costs.Costs`."""
    match expression:
        case Call(primitive, arguments, each, _):
            return primitive.cost + EACH_COST * each + sum(map(expression_cost, arguments))
        case Literal(value, type_):
            return constant_cost(value, type_)
        case Function(_, body):
            return FUNCTION_COST + expression_cost(body)
        case _:
            return VARIABLE_COST
