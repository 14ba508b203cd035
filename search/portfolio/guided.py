"""A search with the usual costs, and beside it one with the costs that a guide has read off the examples.

Whoever searches with learnt costs alone loses where they are wrong. Two searches that
take turns lose no more than the share of the other, as a portfolio of solvers does
(Huberman, Lukose, Hogg, "An economics approach to hard computational problems", Science 1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from ...dsl.core.expression import Expression
from ..answer.near_misses import NearMisses
from ..answer.solutions import RecostedSolutions, Solution, Solutions
from ..cost.costs import Costs
from ..cost.prior import Guide, Prior
from ..engine.bank import OutOfMemory
from ..enumeration.enumeration import Enumeration
from ..enumeration.steps import Steps
from ..strategies.names import OF_EXAMPLES
from ..task.budget import Budget
from ..task.problem import Problem
from ..task.settings import Settings
from ..task.terminal import Terminal
from .promotion import promoted

FIRST_MOMENTS = 300_000
"""Candidates of the search with the usual costs before the guide is asked: easy tasks need none."""
ASKING = 0.5
"""Seconds that it may take to ask the guide and to begin a second search: if no more are left, it is not asked."""
GUIDED_SHARE = 0.6
"""Of the work from then on, for the search with the guide's costs."""
GUIDED_CANDIDATES = 5_000_000
"""The guided search ends after this many candidates: what a guide finds, it finds early."""
GUIDED_MEMORY = 0.25
"""Of the memory, for the same search, which needs no more for that many candidates."""


class GuidedSearch:
    """An unguided search and a guided one for one task, in turns, which add to the same solutions.

    It has what an `Enumeration` has: `solutions`, `found_after` and `stored` are those of
    both, `best`, `right`, `level`, `near_misses` and `reason` those of the unguided one.

    Parameters
    ----------
    first_moments
        Candidates after which the guide is asked, if there is no program.
    terminals, settings
        For both searches.
    """

    def __init__(
        self,
        problem: Problem,
        prior: Prior,
        budget: Budget,
        *,
        guide: Guide,
        first_moments: int = FIRST_MOMENTS,
        settings: Settings | None = None,
        solutions: Solutions | None = None,
        terminals: Sequence[Terminal] = (),
    ) -> None:
        self.problem, self.prior, self.budget, self.guide = problem, prior, budget, guide
        self._settings, self._terminals = settings or Settings(), tuple(terminals)
        self._solutions = Solutions(prior, problem=problem) if solutions is None else solutions
        self._first_moments = first_moments
        own = budget.beside(share=1, memory=int((1 - GUIDED_MEMORY) * budget.memory))
        self._unguided = Enumeration(
            problem, prior, own, settings=self._settings, solutions=self._solutions, terminals=self._terminals
        )
        self._guided: Enumeration | None = None
        self._is_asked, self._begun = False, 0.0

    @property
    def solutions(self) -> list[Solution]:
        return self._solutions.found

    @property
    def found_after(self) -> int:
        return self._solutions.after

    @property
    def stored(self) -> int:
        return self._unguided.stored + (self._guided.stored if self._guided else 0)

    @property
    def level(self) -> int:
        return self._unguided.level

    @property
    def best(self) -> Expression | None:
        return self._unguided.best

    @property
    def right(self) -> int:
        return self._unguided.right

    @property
    def near_misses(self) -> NearMisses:
        return self._unguided.near_misses

    @property
    def reason(self) -> str:
        """Why there is no program."""
        return self._unguided.reason

    def run(self) -> str:
        """Search until nothing cheaper is to be expected or the budget is spent; return what stopped it."""
        running = {self._unguided: self._unguided.steps()}
        try:
            while running:
                if self._is_time_to_ask():
                    self._ask()
                    if self._guided:
                        running[self._guided] = self._guided.steps()
                search = min(running, key=self._waited)
                stop = self._take_turn(running[search])
                if search is self._guided and search.budget.candidates >= GUIDED_CANDIDATES:
                    stop = stop or "exhausted"
                if stop in ("solved", "exhausted") and not (stop == "solved" and search is self._unguided):
                    del running[search]  # The other one may still find something cheaper, and has all the work left.
                    for other in running:
                        other.budget.share = 1
                elif stop:
                    return stop
        finally:
            self.budget.candidates = self._unguided.budget.total
        return "solved" if self.solutions else "exhausted"

    def _is_time_to_ask(self) -> bool:
        due = not self._is_asked and not self.solutions and self._unguided.budget.candidates >= self._first_moments
        return due and self.budget.leaves(ASKING)

    def _ask(self) -> None:
        """Begin the search with the guide's costs, if it has any and the memory holds a second bank."""
        self._is_asked = True
        given = self.problem.given
        prior = self.guide.prior(given, self.prior)
        if prior is None:
            return
        memory = int(GUIDED_MEMORY * self.budget.memory)
        budget = self.budget.beside(share=GUIDED_SHARE, memory=memory)
        budget.others = self._unguided.budget.candidates
        self._begun = self._unguided.budget.effort
        extras = self.problem.extras
        own, usual = Costs(given, prior, extras), Costs(given, self.prior, extras)
        solutions = RecostedSolutions(self._solutions, own=own, usual=usual)
        terminals = (*self._terminals, *promoted(self._unguided, self.guide))
        settings = replace(self._settings, without=self._settings.without | OF_EXAMPLES)
        with suppress(OutOfMemory, MemoryError):
            self._guided = Enumeration(
                self.problem, prior, budget, settings=settings, solutions=solutions, terminals=terminals
            )
            self._unguided.budget.share = 1 - GUIDED_SHARE

    def _waited(self, search: Enumeration) -> float:
        """The work that a search has had since there are two, beside its share; the one with the least is next."""
        if search is self._guided:
            return search.budget.effort / GUIDED_SHARE
        return (search.budget.effort - self._begun) / (1 - GUIDED_SHARE) if self._guided else 0.0

    def _take_turn(self, steps: Steps[str]) -> str | None:
        """Let a search go on for some milliseconds; what stopped it, if it is at its end."""
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value)
        finally:
            if self._guided:
                self._guided.budget.others = self._unguided.budget.candidates
                self._unguided.budget.others = self._guided.budget.candidates
        return None
