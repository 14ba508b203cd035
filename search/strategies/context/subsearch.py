"""Searches within a search: for a part of the program, or with other costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ...answer.solutions import Solution, Solutions
from ...cost.prior import Prior
from ...engine.bank import OutOfMemory
from ...task.budget import Budget
from ...task.problem import Problem
from ...task.settings import MOST_COST, Settings

MEMORY = 1 << 28
"""Bytes that such a search may take."""
LEFT_OUT = frozenset({"edits", "cases", "remainders", "loops", "reweighting"})
"""Strategies that search within themselves, or take too long for a small search."""


class Searcher(Protocol):
    """Runs a search of its own, which adds what it finds to the solutions."""

    def __call__(
        self, problem: Problem, prior: Prior, budget: Budget, *, solutions: Solutions, settings: Settings
    ) -> None: ...


@dataclass(frozen=True)
class Subsearch:
    """What searches within one search have of it.

    Parameters
    ----------
    searcher
        Runs them.
    problem, prior, budget, settings
        Of the search around them.
    """

    searcher: Searcher
    problem: Problem
    prior: Prior
    budget: Budget
    settings: Settings

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
