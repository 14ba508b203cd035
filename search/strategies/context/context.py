"""What strategies see of the search that they serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Undefined, evaluate
from ....dsl.core.types import Type
from ....dsl.core.values import same_value
from ...engine.bank import Bank
from ...engine.instances import Instance
from ...task.budget import Budget
from ...task.task import Example
from .subsearch import Subsearch


@dataclass(frozen=True)
class Known:
    """An expression whose values are known: its cost, and how it is written, which takes longer than to look at it."""

    cost: int
    type: Type
    values: Sequence[Any]
    express: Callable[[], Expression]


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

    def entries(
        self,
        wanted: Callable[[Type], bool],
        most_cost: int,
        *,
        suited: Callable[[np.ndarray], np.ndarray] | None = None,
    ) -> Iterator[Known]:
        """The entries of the bank of the wanted types, the cheapest first, for as long as there is time.

        Parameters
        ----------
        suited
            Of lists, which numbers of items suit: from int64, (examples, entries), bool, (entries,).
        """
        for cost in range(1, most_cost + 1):
            for type_, type_id in self.bank.types.items():
                if not wanted(type_):
                    continue
                entries = np.arange(*self.bank.segments[cost, type_id])
                if suited is not None:
                    entries = entries[suited(self.bank.item_counts(entries, type_))]
                for entry in entries.tolist():
                    if self.budget.stopped_by() in ("time", "interrupted"):
                        return
                    yield self.known(entry, cost, type_)

    def known(self, entry: int, cost: int, type_: Type) -> Known:
        """An entry of the bank."""
        return Known(cost, type_, self.bank.values(entry, type_), partial(self.expression, entry))
