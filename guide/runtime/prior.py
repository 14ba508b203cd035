"""Costs from what the network says of a task.

The network has learnt how likely a production is in the programs that it was
trained on, which are not those that people write. What carries over is the factor by
which the examples make it more or less likely than it was before. The logarithm of
this factor, in units of cost, is subtracted from the usual cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...dsl.core.expression import Expression, Literal, Variable
from ...dsl.core.types import Type
from ...search.cost.prior import UNITS_PER_BIT, Prior
from ...search.engine.instances import Instance
from .productions import START_SYMBOL, name_of, numbers, type_class_of

MOST_CHEAPER, MOST_DEARER = 4, 1
"""How much a cost may change. What the network expects has to fit the examples, so it may be trusted far. What it does
not expect, mostly inner parts of programs, is often needed."""


@dataclass(frozen=True)
class GuidedPrior:
    """The usual prior, changed by what the network says.

    Parameters
    ----------
    changes : int64, (nonterminals, productions)
        What is added to the usual cost.
    numbers
        Those of the productions, by name. What has none costs what it usually does.
    """

    usual: Prior
    changes: np.ndarray
    numbers: Mapping[str, int] = field(default_factory=numbers)

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        nonterminal = START_SYMBOL if outermost else type_class_of(instance.result)
        change = self._change(nonterminal, instance.primitive.name)
        return max(1, self.usual.instance_cost(instance, given, outermost=outermost) + change)

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return max(
            1,
            self.usual.terminal_cost(terminal, cost) + self._change(type_class_of(terminal.type), name_of(terminal)),
        )

    def _change(self, nonterminal: int, name: str) -> int:
        production = self.numbers.get(name)
        return 0 if production is None else int(self.changes[nonterminal, production])

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


def changes(log_probabilities: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """By how much costs change.

    Parameters
    ----------
    log_probabilities, usual : float, (nonterminals, productions)
        Natural logarithms, of a task and of all tasks with results of its kind.
    """
    bits = (log_probabilities - usual) / np.log(2)
    units: np.ndarray = np.clip(np.rint(-UNITS_PER_BIT * bits), -MOST_CHEAPER, MOST_DEARER).astype(np.int64)
    return units
