"""Bottom-up enumeration by cost: match a level, then store it, cheapest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ...dsl.core.expression import Expression
from ...dsl.core.layout import length_of
from ...dsl.core.types import Type
from ...dsl.language.language import Language
from ..answer.near_misses import NearMisses
from ..answer.solutions import RecostedSolutions, Solution, Solutions
from ..cost.prior import Prior
from ..cost.unavoidable import unavoidable_cost
from ..engine.bank import OUT_OF_ORDER, Bank, OutOfMemory
from ..engine.native import engine, kernels
from ..strategies.context.context import SearchContext
from ..strategies.context.subsearch import Subsearch
from ..task.budget import Budget
from ..task.goals import Goal
from ..task.problem import Problem
from ..task.settings import Settings
from ..task.terminal import Terminal
from .matching import Matcher
from .reasons import reason_for
from .reporting import Reporter
from .steps import Steps, result_of
from .stopping import StoppingRule
from .storing import BankBuilder, longest_of
from .terminals import terminals_of

if TYPE_CHECKING:
    from ..strategies.strategies import Strategies

READING_SHARE = 0.3
"""Of the time, so much may be spent on what the values can be read as."""
FIRST_BANK, GROWTH = 2000, 2.5
"""The strategies set to work when the bank has this many entries, and again whenever it has grown by this factor."""


class Enumeration:
    """The forward search for one problem.

    `target` is what it looks for, and `context` what its strategies see of it.
    `best` is the expression that is right on the most examples so far, and `right` on how many.
    Of the output's type everything up to the cost `matched` was compared with it; all values up
    to the cost `stored_up_to` are in the bank. `near_misses` are those of the values in the bank.

    Parameters
    ----------
    solutions
        Where the programs found go, beside those of other searches; by default into a collection of its own.
    terminals
        What to start from beside the parameters and the constants that the task suggests.

    Raises
    ------
    OutOfMemory
        If the memory does not hold the examples.
    """

    def __init__(
        self,
        problem: Problem,
        prior: Prior,
        budget: Budget,
        *,
        settings: Settings | None = None,
        solutions: Solutions | RecostedSolutions | None = None,
        terminals: Sequence[Terminal] = (),
    ) -> None:
        settings = settings or Settings()
        self.problem, self.budget, self._settings = problem, budget, settings
        self._solutions = Solutions(prior, problem=problem) if solutions is None else solutions
        self._terminals = (*terminals, *terminals_of(problem, prior, budget.watch(READING_SHARE)))
        self._reporter = Reporter(budget, settings.progress)
        self._builder = BankBuilder(
            problem.signature, self._terminals, prior, budget,
            examples=len(problem.examples), longest=problem.longest,
            language=problem.language, log=settings.log, outputs=problem.outputs, reporter=self._reporter,
        )  # fmt: skip
        self.target = _target_of(problem, self.bank)
        self._matcher = Matcher(
            self._builder, self.target, self._solutions, budget,
            noise=settings.noise, threads=settings.threads, reporter=self._reporter,
        )  # fmt: skip
        self._stopping = StoppingRule(
            self._solutions, budget,
            examples=len(problem.examples), work=self._matcher.work, most_cost=settings.most_cost,
            unavoidable=unavoidable_cost(problem.given, self._terminals),
        )  # fmt: skip
        self.context = self._context(prior)
        self._worked_at = FIRST_BANK / GROWTH
        self._is_storing = True
        self.level = self.matched = self.stored_up_to = self.right = self._backward = 0
        self.near_misses = NearMisses(len(problem.examples))
        self._best = -1

    @cached_property
    def _strategies(self) -> Strategies:
        """What works backward; most easy tasks are solved before it is asked, and need not wait for its import."""
        from ..strategies.strategies import Strategies

        return Strategies(self.context)

    def _context(self, prior: Prior) -> SearchContext:
        """What the strategies see of this search."""
        subsearch = Subsearch(_search_within, _grown, self.problem, prior, self.budget, self._settings)
        costs = self._builder.planner.costs.tolist()
        return SearchContext(
            self.bank, self._builder.instances, costs, kernels(self.problem.language), self.budget,
            self.problem.examples, subsearch, self._settings.without,
        )  # fmt: skip

    @property
    def bank(self) -> Bank:
        return self._builder.bank

    @property
    def builder(self) -> BankBuilder:
        """What fills the bank, and knows its programs."""
        return self._builder

    @property
    def solutions(self) -> list[Solution]:
        """The programs found, cheapest first."""
        return self._solutions.found

    @property
    def found_after(self) -> int:
        """The candidates that the cheapest program took."""
        return self._solutions.after

    @property
    def stored(self) -> int:
        """The number of values in the bank."""
        return self.bank.count

    @property
    def best(self) -> Expression | None:
        return None if self._best < 0 else self._builder.expression(self._best)

    @property
    def reason(self) -> str:
        """Why there is no program."""
        best = self.best if self.right else None
        return reason_for(
            self._builder, self.problem, self.budget,
            best=best, matched=self.matched, stored_up_to=self.stored_up_to,
        )  # fmt: skip

    def run(self) -> str:
        """Search until nothing cheaper can exist or the budget is spent; return what stopped it."""
        return result_of(self.steps())

    def steps(self) -> Steps[str]:
        """The same in stretches of about 20 ms, between which another search may take its turn.

        Whoever closes the generator ends the search, and has what it has found.
        """
        self._offer_terminals()
        while self.level < self._last_level and not self._stopping.is_settled(self.matched):
            self.level += 1
            stop = (yield from self._interpret()) or (yield from self._matcher.match(self.level))
            if stop is None:
                self.matched = self.level
                stop = yield from self._grow()
            if stop:
                return stop
        return "solved" if self.solutions else "exhausted"

    @property
    def _last_level(self) -> int:
        return min(OUT_OF_ORDER, self._settings.most_cost) - 1

    def _offer_terminals(self) -> None:
        """Programs that are nothing but a terminal."""
        for terminal in self._terminals:
            self._offer_terminal(terminal)

    def _offer_terminal(self, terminal: Terminal) -> None:
        """Offer what has the outputs as its values."""
        if terminal.body.type == self.problem.result_type:
            pairs = zip(terminal.values, self.problem.outputs, strict=True)
            if sum(value != output for value, output in pairs) <= self._settings.noise:
                self._offer(terminal.cost, terminal.body)

    def _interpret(self) -> Steps[str | None]:
        """Apply what has no kernel, as far as that has this level's cost: to match now, and to be stored later."""
        only = None if self._is_storing else self.problem.result_type
        return self._builder.interpret(self.level, self._offer_terminal, only=only)

    def _grow(self) -> Steps[str | None]:
        """Store the level, if the budget allows, and set the strategies to work once the bank has grown enough."""
        if not self._is_storing or self._stopping.is_settled(self.matched):
            return None
        if not self._builder.affords(self.level):
            self._is_storing = False
            return None
        stop = yield from self._builder.store(self.level)
        self._remember_best()
        if stop in (None, "memory") and self._has_strategies_at_work():
            stop = (yield from self._work_backward()) or stop
        if stop == "memory":  # What is there can still be matched.
            self._is_storing = False
            return None
        if stop is None:
            self.stored_up_to = self.level
        return stop

    def _has_strategies_at_work(self) -> bool:
        """Whether a program of the present cost would be the cheapest, and the bank has been large enough for a round.

        A round begins where the bank has grown enough, and what was left of the one before is dropped.
        """
        if not self._stopping.is_news(self.level):
            return False
        if self.bank.count >= GROWTH * self._worked_at:
            self._worked_at = self.bank.count
            self._strategies.begin(self.target, self._stopping.bound)
        return self._worked_at >= FIRST_BANK

    def _work_backward(self) -> Steps[str | None]:
        """Let the strategies find programs over the bank as it is."""
        begun, forward = self.budget.candidates, self.budget.candidates - self._backward

        def is_over() -> bool:
            taken = self.budget.candidates - begun
            return self._stopping.is_turn_of_levels(self.level, backward=taken, forward=forward)

        try:
            for found in self._strategies.solve(self._stopping.bound, self._tell, is_over=is_over):
                if found:
                    self._offer(*found)
                yield
        except (OutOfMemory, MemoryError):
            return "memory"
        finally:
            self._backward += self.budget.candidates - begun
        return self.budget.stopped_by()

    def _offer(self, cost: int, body: Expression) -> None:
        self._solutions.offer(cost, body, self.budget.total)

    def _tell(self, phase: str) -> None:
        self._reporter.tell(phase, level=self.level, stored=self.bank.count)

    def _remember_best(self) -> None:
        """Look among the values that the level has added for one that is right on more examples."""
        bank, target = self.bank, self.target
        start, end = bank.segments[self.level, bank.types[target.type]].tolist()
        missed = np.zeros(len(self.problem.examples), np.int64)
        found, right = engine().best_partial(bank, target, missed, start, end, self.right)
        self.near_misses.add(missed.tolist(), self.level)
        if found >= 0:
            self._best, self.right = found, right


def _target_of(problem: Problem, bank: Bank) -> Goal:
    """The outputs, written into the bank's arena, as what is to be found."""
    type_ = problem.result_type
    lengths = np.array([length_of(output, type_) for output in problem.outputs], np.int64)
    return Goal(type_, bank.write(problem.outputs, type_), lengths, cost=0, complete=lambda body: body)


def _search_within(problem: Problem, prior: Prior, budget: Budget, *, solutions: Solutions, settings: Settings) -> None:
    """A search within another, in which strategies look for parts of a program."""
    Enumeration(problem, prior, budget, solutions=solutions, settings=settings).run()


def _grown(
    signature: Sequence[Type],
    terminals: Sequence[Terminal],
    prior: Prior,
    budget: Budget,
    *,
    types: Sequence[Type] | None,
    of_integers: bool,
    language: Language,
    least: int,
) -> BankBuilder:
    """A bank without a target, in which strategies look for parts of a program."""
    builder = BankBuilder(
        signature, terminals, prior, budget,
        examples=len(terminals[0].values), longest=longest_of(terminals),
        of_integers=of_integers, language=language, types=types,
    )  # fmt: skip
    builder.grow(least)
    return builder
