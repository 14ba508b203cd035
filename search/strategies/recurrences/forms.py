"""Forms of loops, of which the cheapest are tried first, for a share of the work of the search around."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ....dsl.core.expression import Expression
from ....dsl.core.patience import look
from ....dsl.core.types import Type
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .steps import Found

BATCH = 10_000
"""Steps that are run between two looks at the budget."""


class Form(Protocol):
    """Loops of one form, by their costs."""

    def at(self, cost: int, most: int) -> Iterator[Found]:
        """Programs below a cost, made of loops that cost so much, and the work between them."""
        ...


@dataclass(frozen=True)
class Terms:
    """When and how far loops are looked for.

    Parameters
    ----------
    name
        Under which the work counts.
    least_tried
        How many candidates the search must have tried before.
    believed
        Where a program has been found that costs no more, no loop is looked for.
    share
        Of the candidates that the search has tried, so many small steps may be run.
    most_cost
        Dearer loops are not looked for.
    least_work
        So many small steps may be run in any case.
    """

    name: str
    least_tried: int
    believed: int
    share: float
    most_cost: int
    least_work: int = 0


class FormSearch(ABC):
    """Loops for the target; the work goes on where it was left, each time the bank has grown."""

    def __init__(self, context: SearchContext, terms: Terms) -> None:
        self.context, self.budget, self.subsearch = context, context.budget, context.subsearch
        self.examples, self.terms = context.examples, terms
        self.parameters = self.subsearch.problem.parameters
        self._work: Iterator[Found] | None = None
        self._done = 0

    @abstractmethod
    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        """The forms of loops that may give values of a type, these in the examples."""

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression] | None]:
        """Programs for the target, with their costs; none for deduced goals, or once a program is believed.

        None comes between: another search may take its turn.
        """
        terms = self.terms
        is_early = self.budget.candidates < terms.least_tried
        if goal.depth or is_early or bound() <= terms.believed or len(self.examples) < 2:
            return
        if self._work is None:
            self._work = self._programs(goal, bound)
        most, done = max(terms.least_work, int(terms.share * self.budget.candidates)), 0
        for found in self._work:
            if isinstance(found, tuple):
                yield found
                continue
            done += found
            if done >= BATCH:
                self.budget.note(terms.name, self.budget.at_most(done), 0.0)
                self._done, done = self._done + done, 0
                if self._done >= most or self.budget.stopped_by():
                    return
                yield None

    def _programs(self, goal: Goal, bound: Bound) -> Iterator[Found]:
        """Programs that the interpreter confirms, the cheapest loops first, and the work between them."""
        wanted = self.context.bank.goal_values(goal)
        forms = self.forms(goal.type, wanted)
        for cost in range(1, self.terms.most_cost):
            for form in forms:
                if cost >= bound():
                    return
                look()
                for found in form.at(cost, bound()):
                    if isinstance(found, int) or (found[0] < bound() and self.context.gives(found[1], wanted)):
                        yield found
