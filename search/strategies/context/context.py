"""What strategies see of the search that they serve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Undefined, evaluate
from ....dsl.core.types import same_value
from ...engine.bank import Bank
from ...engine.instances import Instance
from ...task.budget import Budget
from ...task.task import Example
from .subsearch import Subsearch


@dataclass(frozen=True, eq=False)
class SearchContext:
    """A search: its bank, what programs are made of, and what it may spend.

    Parameters
    ----------
    costs
        Of the instances, inside of a program.
    kernels
        int64: the addresses of the compiled kernels.
    examples
        In the bank's order.
    subsearch
        Searches for parts of a program.
    without
        Names of strategies that are switched off.
    """

    bank: Bank
    instances: Sequence[Instance]
    costs: Sequence[int]
    kernels: np.ndarray
    budget: Budget
    examples: Sequence[Example]
    subsearch: Subsearch
    without: frozenset[str] = frozenset()

    def expression(self, entry: int) -> Expression:
        """The program of an entry of the bank."""
        return self.bank.expression(entry, self.instances)

    def gives(self, body: Expression, wanted: Sequence[Any]) -> bool:
        """Whether an expression has these values in the examples, for the reference interpreter."""
        names = [parameter.name for parameter in self.subsearch.problem.parameters]
        rows = (dict(zip(names, example.inputs, strict=True)) for example in self.examples)
        try:
            return all(same_value(evaluate(body, row), value) for row, value in zip(rows, wanted, strict=True))
        except Undefined:
            return False
