"""Comprehensions: a list of candidates, a condition on one of them, a function of it, and a way to sum up.

The parts are found apart. A bank whose examples are the items of a source has the conditions and functions of one
item, the cheapest first; which of them go together is a join, computed by products of matrices.

Feser, Chaudhuri, Dillig, "Synthesizing data structure transformations from input-output examples", PLDI 2015, has
the idea of combinators whose holes are solved apart; here the examples need not give away what fills the holes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ....dsl.core.expression import Call, Expression, Undefined, evaluate
from ....dsl.core.types import INT, STR, Type, list_of, same_value
from ...cost.costs import Costs
from ...engine.bank import Bank
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .items import Items
from .lists import ItemByItem
from .results import Results
from .sources import Source, sources_of

LEAST_TRIED = 100_000
"""How many candidates the search must have tried before: easy tasks need no comprehension."""
SHARE = 1.0
"""All sources together may take so many candidates for each that the search has tried; the plainest come first."""
PAIRED = 40_000
"""So many candidates are booked for the joins over one source."""
LEAST_COST = 14
"""No comprehension costs less."""


LISTS = (list_of(INT), list_of(STR), list_of(list_of(INT)))
"""Types of lists that the bank may have."""
MOST_LISTS, DEAREST_LIST = 10, 6
"""So many lists of the bank are sources, each of which costs at most this."""


class Comprehensions:
    """Comprehensions that give a goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget = context, context.budget
        self.subsearch = context.subsearch
        self.problem = self.subsearch.problem
        self._waiting: list[Source] | None = None
        self._spent = 0

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals.

        Each source is looked at once, since nothing depends on the bank; the later ones wait for their share.
        """
        if goal.depth or self.budget.candidates < LEAST_TRIED:
            return
        if self._waiting is None:
            self._waiting = sources_of(self.problem, self._lists())
        costs = Costs(self.problem.given, self.subsearch.prior, self.problem.extras)
        values = self.context.bank.goal_values(goal)
        while self._waiting and self._spent <= SHARE * self.budget.candidates and bound() > LEAST_COST:
            source, before = self._waiting.pop(0), self.budget.candidates
            if self.budget.stopped_by():
                return
            began = time.perf_counter()
            for body in self._over(source, costs, goal, values, bound):
                cost = costs.of_parts(body)
                if cost < bound() and self._is_right(body, values):
                    yield cost, body
            self.budget.note("comprehensions", self.budget.at_most(PAIRED), time.perf_counter() - began)
            self._spent += self.budget.candidates - before

    def _lists(self) -> list[Expression]:
        """The cheapest lists of the bank, beside the parameters themselves."""
        bank = self.context.bank
        entries = ((cost, entry) for type_ in LISTS if type_ in bank.types for cost, entry in _cheap(bank, type_))
        bodies = (self.context.expression(entry) for _, entry in sorted(entries))
        return list(islice((body for body in bodies if not _is_elementwise(body)), MOST_LISTS))

    def _over(self, source: Source, costs: Costs, goal: Goal, values: list[Any], bound: Bound) -> Iterator[Expression]:
        items = Items(source, self.problem, self.subsearch, costs)
        if items.is_empty:
            return
        wanted = [values[example] for example in source.examples]
        for results in (Results, ItemByItem):
            for _, body in results(items, goal.type, wanted, bound()).found():
                yield body

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


def _is_elementwise(body: Expression) -> bool:
    """Whether each item is made of one of another list, so that nothing is gained by it."""
    return isinstance(body, Call) and (body.primitive.elementwise or body.each)


def _cheap(bank: Bank, type_: Type) -> Iterator[tuple[int, int]]:
    """The entries of a type that are not dear and not the same in all examples, with their costs."""
    for cost in range(2, DEAREST_LIST + 1):
        for entry in range(*bank.segments[cost, bank.types[type_]].tolist()):
            if len(set(map(repr, bank.values(entry, type_)))) > 1:
                yield cost, entry
