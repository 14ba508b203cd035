"""The steps of tables by cost: what a bank over the variables holds, then choices between its values."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Expression, Literal, Variable, call, renamed
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.prior import VARIABLE_COST
from ..context.subsearch import Subsearch
from ..recurrences.sources import DRAWN, PROBES
from ..recurrences.steps import AT_ONCE, IF_ELSE, WHERE, Batch, Steps, choices_of, steps_over

MOST_TEST = 6
"""No dearer condition is used in a choice."""
CONSTANTS = ((Literal(0, INT), 2), (Literal(1, INT), 2))
"""Numbers that a step may use, and what they cost."""
ENTRIES, CANDIDATES = 4000, 60_000
"""Of the bank of steps, and how many may be tried for it: those of tables are small."""
SMALL = range(-1, 9)
"""Cells of numbers that tell steps apart."""
SMALLER, LARGER, AND, OR = (BUILTIN.searched[name] for name in ("smaller", "larger", "and", "or"))
EXTREMES = ("low", "high", "least", "most")
"""The smaller and the larger of the cells above and on the left, and the smallest and the largest of all three."""
TRUTH = frozenset({"and", "or", "not"})
"""What steps are made of where cells are truth values."""
EXTREME_COST = 3
"""What the smallest or largest of the cells around costs: people think of it as one thing."""
ASYMMETRIC_COST = 5
"""What a step costs that treats rows and columns differently though they are alike."""
SWAPPED = 16
"""So many rows show whether it does."""


@dataclass(frozen=True)
class Kind:
    """Steps of one kind.

    Parameters
    ----------
    names
        Of the primitives that they are made of where cells are numbers.
    suits
        Tells of sets of variables, as bits, whether they are those of a step that is worth running.
    tests
        The variables that a choice may be by, as bits.
    extremes
        Whether the smallest and the largest of the cells around are variables of their own, behind the cells; rows and
        columns are alike then.
    choosing
        What a choice costs beside its parts.
    """

    names: frozenset[str]
    suits: Callable[[np.ndarray], np.ndarray]
    tests: int = 0
    extremes: bool = False
    choosing: int = WHERE.cost


@dataclass(frozen=True)
class CellSteps:
    """The steps of tables with cells of a type."""

    steps: Steps
    type: Type
    kind: Kind
    probes: Sequence[tuple[Any, ...]]

    def at(self, cost: int) -> Iterator[Batch]:
        """Those of a cost, some at a time."""
        for rows in (self.steps.entries(self.type, cost), *self._choices(cost - self.kind.choosing)):
            kept = rows[self.kind.suits(self.steps.uses_of(rows))]
            for start in range(0, len(kept), AT_ONCE):
                yield Batch(cost, kept[start : start + AT_ONCE])

    def expression(self, row: Sequence[int]) -> Expression:
        """How a step is written: a choice evaluates one of its branches alone."""
        body = self.steps.step(0, row).express()
        if row[0] >= 0 and isinstance(body, Call):
            body = call(IF_ELSE, *body.arguments)
        return renamed(body, extremes_of(self.steps.variables)) if self.kind.extremes else body

    def surcharge(self, row: Sequence[int]) -> int:
        """What a step costs beside its parts."""
        if not self.kind.extremes:
            return 0
        run = self.steps.step(0, row).run
        is_alike = all(run(probe) == run((probe[1], probe[0], *probe[2:])) for probe in self.probes[:SWAPPED])
        return 0 if is_alike else ASYMMETRIC_COST

    def _choices(self, left: int) -> Iterator[np.ndarray]:
        """All choices whose parts cost so much."""
        instance = self.steps.instance(WHERE, self.type)
        if instance is None or not self.kind.tests:
            return
        for cost in range(1, min(MOST_TEST, left - 2) + 1):
            tests = self.steps.entries(BOOL, cost)
            tests = tests[self.steps.uses_of(tests) & ~self.kind.tests == 0]
            for own in range(1, left - cost) if len(tests) else ():
                thens, others = (self.steps.entries(self.type, one) for one in (own, left - cost - own))
                if len(thens) and len(others):
                    yield choices_of(instance, tests[:, 1], thens[:, 1], others[:, 1])


def cell_steps(
    subsearch: Subsearch, kind: Kind, variables: Sequence[Variable], items: Sequence[tuple[Any, ...]]
) -> CellSteps | None:
    """The steps of a kind; None if memory lacks.

    Parameters
    ----------
    variables
        The cells that a step reads, then what the items say.
    items
        What they may say.
    """
    draw, cells = random.Random(DRAWN), variables[0].type
    count = len(variables) - len(items[0])
    values = (False, True) if cells == BOOL else SMALL
    around = [[draw.choice(values) for _ in range(count)] for _ in range(PROBES)]
    names, costs = TRUTH if cells == BOOL else kind.names, [VARIABLE_COST] * len(variables)
    if kind.extremes:
        more = fresh_variables([(name, cells) for name in EXTREMES], scope=variables)
        variables = (*variables[:count], *more, *variables[count:])
        around = [[*one, min(one[:2]), max(one[:2]), min(one), max(one)] for one in around]
        costs[count:count] = [EXTREME_COST] * len(more)
    probes = [(*one, *draw.choice(items)) for one in around]
    steps = steps_over(
        subsearch, variables, probes, CONSTANTS, cells,
        names=names, costs=costs, entries=ENTRIES, candidates=CANDIDATES,
    )  # fmt: skip
    return None if steps is None else CellSteps(steps, cells, kind, probes)


def extremes_of(variables: Sequence[Variable]) -> dict[Variable, Expression]:
    """How the variables behind the first three are written."""
    above, left, corner, *extremes = variables[: 3 + len(EXTREMES)]
    least, most = (AND, OR) if above.type == BOOL else (SMALLER, LARGER)
    low, high = call(least, above, left), call(most, above, left)
    return dict(zip(extremes, (low, high, call(least, corner, low), call(most, corner, high)), strict=True))
