"""Comprehensions: a list of candidates, a condition on one of them, a function of it, and a way to sum up.

The parts are found apart. A bank whose examples are the items of a source has the conditions and functions of one
item, the cheapest first; which of them go together is a join, computed by products of matrices.

Feser, Chaudhuri, Dillig, "Synthesizing data structure transformations from input-output examples", PLDI 2015, has
the idea of combinators whose holes are solved apart; here the examples need not give away what fills the holes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ....dsl.core.expression import Call, Expression
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ...cost.costs import Costs
from ...engine.bank import Bank
from ...task.goals import Bound, Goal
from ...task.problem import Problem
from ..context.context import SearchContext
from .arranged import Arranged
from .chosen import Chosen
from .defaults import Defaults
from .folded import Folded
from .forms import Forms
from .items import QUICK, THOROUGH, Items, Size
from .joined import Joined
from .lists import ItemByItem
from .results import Results
from .sources import MOST_SOURCES, Source, sources_of


@dataclass(frozen=True)
class Patience:
    """When sources are looked at: after so many candidates; all of them may take so many for each that was tried.

    The plainest `sources` come first, and no more than these are looked at.
    """

    candidates: int
    share: float
    sources: int


QUICKLY_OF_TEXTS, QUICKLY = Patience(100_000, 0.15, 24), Patience(1_000_000, 0.15, 24)
"""The first look at each source is a short one, with a small bank."""
EAGER, OF_NUMBERS = Patience(200_000, 0.4, MOST_SOURCES), Patience(200_000, 0.3, MOST_SOURCES)
OF_LISTS = Patience(1_000_000, 0.5, MOST_SOURCES)
FROM_LIST_TO_LIST = Patience(3_000_000, 0.3, 6)
"""What the search does for itself needs no second look. That is most of all what makes lists of integers of lists."""
PAIRED, PAIRED_QUICKLY = 40_000, 20_000
"""So many candidates are booked for the joins over one source."""
ROWS = 300
"""Where the first look is at more items than this, as many times as much is booked."""
LEAST_COST = 14
"""No comprehension costs less."""
LEAST_AROUND, LEAST_OF_PARTS = 12, 3
"""What one costs beside its source at least, and what it costs more to speak of a part of an item."""

FORMS: tuple[type[Forms], ...] = (Results, Defaults, Folded, Chosen, ItemByItem, Arranged, Joined)
LISTS = (list_of(INT), list_of(STR), list_of(list_of(INT)))
"""Types of lists that the bank may have."""
MOST_LISTS, DEAREST_LIST = 10, 6
"""So many lists of the bank are sources, each of which costs at most this."""


@dataclass
class Look:
    """A look at the sources, one after the other: with how large a bank each, and what joins over it are booked as."""

    patience: Patience
    size: Size
    paired: int
    waiting: list[Source] | None = None
    spent: int = 0

    def may_begin(self, candidates: int) -> bool:
        """Whether it is time for the next source, after so many candidates."""
        if self.waiting == [] or candidates < self.patience.candidates:
            return False
        return self.spent <= self.patience.share * candidates


class Comprehensions:
    """Comprehensions that give a goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget = context, context.budget
        self.subsearch = context.subsearch
        self.problem = self.subsearch.problem
        patience = _patience_for(self.problem)
        quickly = QUICKLY_OF_TEXTS if patience is EAGER else QUICKLY
        self._looks = Look(quickly, QUICK, PAIRED_QUICKLY), Look(patience, THOROUGH, PAIRED)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals.

        Each source is looked at once by either look, since nothing depends on the bank; the later ones wait for their
        share.
        """
        if goal.depth:
            return
        costs = Costs(self.problem.given, self.subsearch.prior, self.problem.extras)
        values = self.context.bank.goal_values(goal)
        for look in self._looks:
            while look.may_begin(self.budget.candidates) and bound() > LEAST_COST:
                if look.waiting is None:
                    lists = self._lists() if look.size.has_lists else ()
                    look.waiting = sources_of(self.problem, lists)[: look.patience.sources]
                    continue
                if self.budget.stopped_by():
                    return
                source = look.waiting.pop(0)
                least = LEAST_AROUND + LEAST_OF_PARTS * source.item.is_tuple
                if costs.of_parts(source.body) + least < bound():
                    yield from self._looked_at(look, source, costs, goal, values, bound)

    def _looked_at(
        self, look: Look, source: Source, costs: Costs, goal: Goal, values: list[Any], bound: Bound
    ) -> Iterator[tuple[int, Expression]]:
        before, began = self.budget.candidates, time.perf_counter()
        items = Items(source, self.problem, self.subsearch, costs, look.size)
        for body in self._over(items, goal, values, bound):
            cost = costs.of_parts(body)
            if cost < bound() and self.context.gives(body, values):
                yield cost, body
        booked = look.paired * (1 + items.rows // ROWS if look.size is QUICK else 1)
        self.budget.note("comprehensions", self.budget.at_most(booked), time.perf_counter() - began)
        look.spent += self.budget.candidates - before

    def _lists(self) -> list[Expression]:
        """The cheapest lists of the bank, beside the parameters themselves."""
        bank = self.context.bank
        entries = ((cost, entry) for type_ in LISTS if type_ in bank.types for cost, entry in _cheap(bank, type_))
        bodies = (self.context.expression(entry) for _, entry in sorted(entries))
        return list(islice((body for body in bodies if not _is_elementwise(body)), MOST_LISTS))

    def _over(self, items: Items, goal: Goal, values: list[Any], bound: Bound) -> Iterator[Expression]:
        """The programs over one source; what they cost in its bank is less than what they cost in the search."""
        if items.is_empty:
            return
        wanted = [values[example] for example in items.source.examples]
        for forms in FORMS:
            for _, body in forms(items, goal.type, wanted, bound()).found():
                yield body


def _patience_for(problem: Problem) -> Patience:
    """How long the search of its own is to be waited for."""
    if not _types_of(problem) <= {INT, BOOL}:
        return EAGER
    if not any(parameter.type.is_list for parameter in problem.parameters):
        return OF_NUMBERS
    return FROM_LIST_TO_LIST if problem.result_type.is_list else OF_LISTS


def _types_of(problem: Problem) -> set[Type]:
    """The types of the items that its values are made of."""
    return {_innermost(type_) for type_ in problem.signature}


def _innermost(type_: Type) -> Type:
    return type_ if type_.item is None else _innermost(type_.item)


def _is_elementwise(body: Expression) -> bool:
    """Whether each item is made of one of another list, so that nothing is gained by it."""
    return isinstance(body, Call) and (body.primitive.elementwise or body.each)


def _cheap(bank: Bank, type_: Type) -> Iterator[tuple[int, int]]:
    """The entries of a type that are not dear and not the same in all examples, with their costs."""
    for cost in range(2, DEAREST_LIST + 1):
        for entry in range(*bank.segments[cost, bank.types[type_]].tolist()):
            if len(set(map(repr, bank.values(entry, type_)))) > 1:
                yield cost, entry
