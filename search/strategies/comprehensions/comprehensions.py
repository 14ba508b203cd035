"""Comprehensions: a list of candidates, a condition on one of them, a function of it, and a way to sum up.

The parts are found apart. A bank whose examples are the items of a source has the conditions and functions of one
item, the cheapest first; which of them go together is a join, computed by products of matrices.

Feser, Chaudhuri, Dillig, "Synthesizing data structure transformations from input-output examples", PLDI 2015, has
the idea of combinators whose holes are solved apart; here the examples need not give away what fills the holes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain
from typing import Any

from ....dsl.core.expression import Expression, Undefined, evaluate
from ....dsl.core.types import same_value
from ...cost.costs import Costs
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .items import Items
from .lists import ItemByItem
from .results import Results
from .sources import Source, sources_of

LEAST_TRIED = 100_000
"""How many candidates the search must have tried before: easy tasks need no comprehension."""
LEAST_COST = 14
"""No comprehension costs less."""


class Comprehensions:
    """Comprehensions that give a goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget = context, context.budget
        self.subsearch = context.subsearch
        self.problem = self.subsearch.problem
        self._done = False

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        if goal.depth or self._done or self.budget.candidates < LEAST_TRIED:
            return
        self._done = True  # They do not depend on the bank, so once is enough.
        costs = Costs(self.problem.given, self.subsearch.prior, self.problem.extras)
        values = self.context.bank.goal_values(goal)
        for source in sources_of(self.problem):
            if self.budget.stopped_by() or bound() <= LEAST_COST:
                return
            began = time.perf_counter()
            for cost, body in self._over(source, costs.of_parts(source.body), goal, values, bound):
                if cost < bound() and self._is_right(body, values):
                    yield cost, body
            self.budget.note("comprehensions", 10_000, time.perf_counter() - began)

    def _over(
        self, source: Source, cost: int, goal: Goal, values: list[Any], bound: Bound
    ) -> Iterator[tuple[int, Expression]]:
        items = Items(source, self.problem, self.subsearch, cost)
        if items.is_empty:
            return
        wanted = [values[example] for example in source.examples]
        yield from chain(
            Results(items, goal.type, wanted, bound()).found(), ItemByItem(items, goal.type, wanted, bound()).found()
        )

    def _is_right(self, body: Expression, values: list[Any]) -> bool:
        """Whether it gives the goal in the examples that the source was too large in, too."""
        names = [parameter.name for parameter in self.problem.parameters]
        try:
            return all(
                same_value(evaluate(body, dict(zip(names, example.inputs, strict=True))), value)
                for example, value in zip(self.problem.examples, values, strict=True)
            )
        except Undefined:
            return False
