"""Searches within a search: for a part of the program, or with other costs; and banks of what a function may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ....dsl.core.expression import Expression
from ....dsl.core.patience import OutOfTime
from ....dsl.core.types import Type
from ....dsl.language.language import Language
from ...answer.solutions import Solution, Solutions
from ...cost.prior import Prior
from ...engine.bank import Bank, OutOfMemory
from ...engine.instances import Instance, Vocabulary
from ...task.budget import Budget
from ...task.problem import Problem
from ...task.settings import MOST_COST, Settings
from ...task.terminal import Terminal

MEMORY = 1 << 28
"""Bytes that such a search may take."""
LEFT_OUT = frozenset(
    {"edits", "firsts", "walks", "selections", "cases", "holes", "comprehensions", "remainders", "loops", "objects"}
    | {"recurrences", "tabulation", "reweighting"}
)
"""Strategies that search within themselves, or take too long for a small search."""


class Searcher(Protocol):
    """Runs a search of its own, which adds what it finds to the solutions."""

    def __call__(
        self, problem: Problem, prior: Prior, budget: Budget, *, solutions: Solutions, settings: Settings
    ) -> None: ...


class Grown(Protocol):
    """A bank without a target, and what its programs are made of. All of its levels below `level` are complete."""

    level: int

    @property
    def bank(self) -> Bank: ...

    @property
    def instances(self) -> Sequence[Instance]: ...

    @property
    def vocabulary(self) -> Vocabulary: ...

    def expression(self, entry: int) -> Expression: ...


class Grower(Protocol):
    """Fills a bank with so many values, or as many as the budget allows; see `BankBuilder`."""

    def __call__(
        self,
        signature: Sequence[Type],
        terminals: Sequence[Terminal],
        prior: Prior,
        budget: Budget,
        *,
        types: Sequence[Type] | None,
        of_integers: bool,
        language: Language,
        least: int,
    ) -> Grown: ...


@dataclass(frozen=True)
class Subsearch:
    """What searches within one search have of it.

    Parameters
    ----------
    searcher
        Runs them.
    grower
        Fills banks.
    problem, prior, budget, settings
        Of the search around them.
    """

    searcher: Searcher
    grower: Grower
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
        except OutOfTime:
            if not solutions.found:
                raise
        except KeyboardInterrupt:
            if not solutions.found:
                raise
            self.budget.interrupted = True  # The search around it ends once it has what was found here.
        finally:
            self.budget.note("subsearch", part.candidates, part.seconds)
        return solutions.found

    def grown(
        self,
        signature: Sequence[Type],
        terminals: Sequence[Terminal],
        *,
        types: Sequence[Type] | None = None,
        of_integers: bool = True,
        prior: Prior | None = None,
        candidates: int,
        least: int,
    ) -> Grown | None:
        """A bank of what can be made of some terminals; None if the memory is too little to begin with.

        Parameters
        ----------
        signature
            The types of the variables, and last that of what is wanted.
        types
            That values may have; by default all on the way to what is wanted.
        of_integers
            Whether primitives for integers as inputs are used, where all variables are integers.
        prior
            By default that of the search around.
        candidates
            That may be tried.
        least
            Entries with which the bank is large enough.
        """
        part = self.budget.part(candidates, MEMORY)
        try:
            return self.grower(
                signature, terminals, prior or self.prior, part,
                types=types, of_integers=of_integers, language=self.problem.language, least=least,
            )  # fmt: skip
        except (OutOfMemory, MemoryError):
            return None
        finally:
            self.budget.note("subsearch", part.candidates, part.seconds)
