"""Searches within a search: for a part of the program, or with other costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ....dsl.core.expression import Expression
from ....dsl.core.types import Type
from ...answer.solutions import Solution, Solutions
from ...cost.prior import Prior
from ...engine.bank import Bank, OutOfMemory
from ...engine.instances import Instance
from ...task.budget import Budget
from ...task.problem import Problem
from ...task.settings import MOST_COST, Settings

MEMORY = 1 << 28
"""Bytes that such a search may take."""
LEFT_OUT = frozenset({"edits", "cases", "remainders", "loops", "recurrences", "reweighting"})
"""Strategies that search within themselves, or take too long for a small search."""


class Searcher(Protocol):
    """Runs a search of its own, which adds what it finds to the solutions."""

    def __call__(
        self, problem: Problem, prior: Prior, budget: Budget, *, solutions: Solutions, settings: Settings
    ) -> None: ...


@dataclass(frozen=True)
class Start:
    """What the programs of a bank start from: a variable or constant, its cost, and its value in each example."""

    body: Expression
    cost: int
    values: Sequence[Any]


class Filled(Protocol):
    """A bank that has been filled, and what its programs are made of. All of its levels below `level` are complete."""

    level: int

    @property
    def bank(self) -> Bank: ...

    @property
    def instances(self) -> Sequence[Instance]: ...

    def expression(self, entry: int) -> Expression: ...


class Filler(Protocol):
    """Fills a bank of its own with the values of ever dearer programs, up to a number of entries."""

    def __call__(
        self, signature: Sequence[Type], starts: Sequence[Start], prior: Prior, budget: Budget, *, entries: int
    ) -> Filled: ...


@dataclass(frozen=True)
class Subsearch:
    """What searches within one search have of it.

    Parameters
    ----------
    searcher
        Runs them.
    problem, prior, budget, settings
        Of the search around them.
    filler
        Fills banks of their own.
    """

    searcher: Searcher
    problem: Problem
    prior: Prior
    budget: Budget
    settings: Settings
    filler: Filler

    def search(
        self, problem: Problem, *, candidates: int, most_cost: int = MOST_COST, prior: Prior | None = None
    ) -> Sequence[Solution]:
        """The programs that a search with this many candidates finds, the cheapest first."""
        part = self.budget.part(candidates, MEMORY)
        prior = prior or self.prior
        solutions = Solutions(prior)
        settings = Settings(without=self.settings.without | LEFT_OUT, most_cost=most_cost, log=self.settings.log)
        try:
            self.searcher(problem, prior, part, solutions=solutions, settings=settings)
        except (OutOfMemory, MemoryError):
            pass  # It is this search that lacks memory, not the one around it.
        except KeyboardInterrupt:
            if not solutions.found:
                raise
            self.budget.interrupted = True  # The search around it ends once it has what was found here.
        finally:
            self.budget.note("subsearch", part.candidates, part.seconds)
        return solutions.found

    def fill(
        self, signature: Sequence[Type], starts: Sequence[Start], *, prior: Prior, candidates: int, entries: int
    ) -> Filled | None:
        """A bank of the values of programs with these types of parameters and result; None if memory lacks."""
        part = self.budget.part(candidates, MEMORY)
        try:
            return self.filler(signature, starts, prior, part, entries=entries)
        except (OutOfMemory, MemoryError):
            return None
        finally:
            self.budget.note("subsearch", part.candidates, part.seconds)
