"""Tables of one kind, with all of their edges: steps are run over the smallest example first, and dropped soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression
from ..recurrences.steps import Batch, Found
from .cells import CellRunner, Sheet
from .steps import CellSteps

MOST_CELLS = 20_000
"""Of all examples so many cells are filled between two looks at the budget."""
CELLS = 8
"""So many cells are filled in the time of a small step of another loop."""
FEW = 4
"""A table of fewer cells drops few steps."""


@dataclass(frozen=True)
class End:
    """What is made of a table: what that costs, its values for many steps at once, and how it is written.

    Parameters
    ----------
    values
        Of the last cells and the largest ones, and the number of the example.
    """

    cost: int
    values: Callable[[np.ndarray, np.ndarray, int], np.ndarray]
    express: Callable[[Expression], Expression]


@dataclass(frozen=True)
class Plan:
    """How a table begins.

    Parameters
    ----------
    begun
        The cells of each example before any step.
    express
        Writes the table with a step.
    """

    cost: int
    begun: Sequence[np.ndarray]
    ends: Sequence[End]
    express: Callable[[Expression], Expression]


class Tables:
    """Tables that may give a goal, of one kind and over the same items."""

    def __init__(self, wanted: Sequence[Any], steps: CellSteps, sheets: Sequence[Sheet], plans: Sequence[Plan]) -> None:
        self.wanted, self.steps = [int(value) for value in wanted], steps
        self.plans = sorted(plans, key=lambda plan: plan.cost)
        self.runner = CellRunner(steps.steps, sheets, extremes=steps.kind.extremes)
        self.cells = [len(sheet.targets) for sheet in sheets]
        self.order = sorted(range(len(sheets)), key=lambda e: (self.cells[e] < FEW, self.cells[e]))

    def at(self, cost: int, _most: int) -> Iterator[Found]:
        """Programs of a cost, but for what is made of the table, and the work for the steps that are tried."""
        for plan in self.plans:
            for batch in self.steps.at(cost - plan.cost):
                for rows in self._pieces(batch):
                    yield 1 + self.cells[self.order[0]] * len(rows) // CELLS
                    for row, end in self._right(plan, rows):
                        body = end.express(plan.express(self.steps.expression(row)))
                        yield cost + end.cost + self.steps.surcharge(row), body

    def _pieces(self, batch: Batch) -> Iterator[np.ndarray]:
        """Rows that are run between two looks at the budget."""
        count = max(8, MOST_CELLS // (1 + self.cells[self.order[0]]))
        for start in range(0, len(batch.rows), count):
            yield batch.rows[start : start + count]

    def _right(self, plan: Plan, rows: np.ndarray) -> Iterator[tuple[list[int], End]]:
        """The rows that give what is wanted in every example, with what is made of the table."""
        self.runner.begin(plan.begun)  # Others have had their turn since.
        fits = np.ones((len(rows), len(plan.ends)), bool)
        for e in self.order:
            defined, last, largest = self.runner.filled(rows, e, int(plan.begun[e].max(initial=0)))
            for number, end in enumerate(plan.ends):
                fits[:, number] &= defined & (end.values(last, largest, e) == self.wanted[e])
            kept = fits.any(axis=1)
            rows, fits = rows[kept], fits[kept]
            if not len(rows):
                return
        for row, fitting in zip(rows.tolist(), fits.tolist(), strict=True):
            yield from ((row, end) for end, fit in zip(plan.ends, fitting, strict=True) if fit)
