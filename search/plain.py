"""A problem of plain types on its way to a result: search, ask who may know more, check, rank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..dsl.core.patience import OutOfTime, until
from ..dsl.program import Program, known, parse
from ..support.errors import InputError
from .answer.ranking import predict, reproduces
from .answer.result import Result, Stats
from .answer.solutions import Solutions
from .checking import CHECKING_SECONDS, TOO_LATE, UnsoundError, checked, nothing_done
from .components import Setup
from .cost.costs import Costs
from .cost.prior import DefaultPrior
from .cost.value_roles import are_labels
from .engine.bank import OutOfMemory
from .enumeration.enumeration import Enumeration
from .portfolio.guided import GuidedSearch
from .portfolio.noise import NoisySearch
from .portfolio.proposals import SEARCH_SHARE, proposed_terminals
from .portfolio.search import Search
from .portfolio.substitutes import Substitutes
from .task.budget import INTERRUPTED, Budget
from .task.problem import Problem
from .task.reference_log import ReferenceLog
from .task.settings import Progress, Settings


class Synthesis:
    """One problem of plain types on its way to a result."""

    def __init__(
        self, problem: Problem, budget: Budget, solver: Setup, listener: Callable[[Progress], None] | None
    ) -> None:
        self.problem, self.budget, self.log = problem, budget, ReferenceLog()
        self.task = task = problem.given
        self.solver, self.options, self.listener = solver, solver.options, listener
        self.prior = solver.components.prior or DefaultPrior(labels=are_labels(task.train))
        self.costs = Costs(task, self.prior, problem.extras)
        self.noise = self.options.noise if task.may_have_wrong(self.options.noise) else 0  # A part may have too few.
        self.proposer = None if self.options.noise else solver.components.proposer
        self.asks_at_last = self.proposer is not None and self.proposer.searches(task)

    def result(self) -> Result:
        """Search, ask who may know more, check what is found, and rank it."""
        own = self.budget.first(SEARCH_SHARE) if self.asks_at_last else self.budget
        try:
            with own.patience(), own.keeping_back(self.problem.words):
                search = self._search(own)
                stopped_by = self._run(search)
            self.budget.candidates = own.candidates
        except OutOfTime:
            return self._nothing(TOO_LATE, nothing_done(self.budget))
        except (OutOfMemory, MemoryError):
            raise InputError(f"memory: {self.options.memory} does not hold the examples; expected more") from None
        except KeyboardInterrupt:
            stats = Stats(self.budget.seconds, 0, 0, 0, INTERRUPTED)
            return self._nothing("interrupted before the search began", stats)
        with until(None):  # What is found counts, however soon a search around this one is to end.
            return self._answer(search, stopped_by)

    def _answer(self, search: Search, stopped_by: str) -> Result:
        """What a search has found, checked and ranked."""
        solutions = Solutions(self.prior, found=[*search.solutions])
        solutions.after = search.found_after
        if stopped_by != INTERRUPTED:
            stopped_by = self._ask_at_last(solutions) or stopped_by
            stopped_by = self._substitute(solutions) or stopped_by
        found, interrupted = checked(solutions.found, self.problem, self.budget, noise=self.noise)
        if search.solutions and not found and not interrupted:
            raise self._unsound(len(search.solutions))
        stopped_by = INTERRUPTED if interrupted else stopped_by
        budget = self.budget
        stats = Stats(budget.seconds, budget.candidates, search.stored, search.level, stopped_by, solutions.after)
        if found:
            result = Result.solved(
                self.task, found, stats, top=self.options.top, solver=self.solver, near_misses=search.near_misses
            )
            return replace(result, notes=(*result.notes, *self._notes()))
        if interrupted:
            return self._nothing("interrupted before any of the programs found was checked", stats)
        with budget.patience(CHECKING_SECONDS):
            return self._partial(search, replace(self._nothing(search.reason, stats), notes=self._notes()))

    def _notes(self) -> tuple[str, ...]:
        """What running primitives in Python has cost; without times where an answer is to be the same anywhere."""
        return self.log.notes(timed=self.options.max_candidates is None)

    def _unsound(self, count: int) -> Exception:
        """What to raise where the reference interpreter confirms none of so many programs."""
        own = [row.name for row in self.problem.language.own.values() if row.kernel is not None]
        told = f"none of {count} programs found survived the check by the reference interpreter"
        if own:
            return InputError(f"{', '.join(own)}: a kernel does not do what its function does: {told}")
        return UnsoundError(told)

    def _search(self, budget: Budget) -> Search:
        """The search that the options ask for."""
        problem, prior, options, components = self.problem, self.prior, self.options, self.solver.components
        settings = Settings(
            frozenset(options.without), noise=self.noise, threads=options.threads,
            progress=self.listener, log=self.log,
        )  # fmt: skip
        guide, first_moments = components.guide, components.first_moments
        if settings.noise:
            return NoisySearch(
                problem, prior, budget,
                settings=settings, seed=options.seed, guide=guide, first_moments=first_moments,
            )  # fmt: skip
        terminals = () if self.proposer is None else proposed_terminals(self.proposer, problem, self.costs)
        if guide is not None:
            return GuidedSearch(
                problem, prior, budget,
                guide=guide, first_moments=first_moments, settings=settings, terminals=terminals,
            )  # fmt: skip
        return Enumeration(problem, prior, budget, settings=settings, terminals=terminals)

    def _run(self, search: Search) -> str:
        """Search, and return what stopped it."""
        try:
            return search.run()
        except OutOfTime:
            return "time"
        except KeyboardInterrupt:
            return INTERRUPTED

    def _substitute(self, solutions: Solutions) -> str | None:
        """Add rivals with other pieces of texts if predictions speak against the best; what stopped that, or None."""
        if self.noise:
            return None
        substitutes = Substitutes(self.problem, lambda: self.budget.stopped_by() in ("time", INTERRUPTED))
        try:
            for body in substitutes.of([*solutions.found]):
                solutions.offer(self.costs.of_parts(body), body, self.budget.candidates)
        except KeyboardInterrupt:
            return INTERRUPTED
        return None

    def _ask_at_last(self, solutions: Solutions) -> str | None:
        """Add what is proposed at last, if nothing convincing is found; what stopped that, None if nobody was asked."""
        proposer = self.proposer if self.asks_at_last else None
        if proposer is None or (solutions.found and not proposer.doubts(self.task, solutions.found[0].cost)):
            return None
        try:
            for body in proposer.at_last(self.task, self.problem.parameters, self.budget, without=self.options.without):
                solutions.offer(self.costs.of_parts(body), body, self.budget.candidates)
        except KeyboardInterrupt:
            return INTERRUPTED
        return self.budget.stopped_by() or ("solved" if solutions.found else "exhausted")

    def _nothing(self, reason: str, stats: Stats) -> Result:
        return Result.none(self.task, reason, stats, solver=self.solver)

    def _partial(self, search: Search, nothing: Result) -> Result:
        """Without an exact program: the one right on the most examples, if it is right on any."""
        task = self.task
        try:
            if search.best is None or search.right == 0:
                return nothing
            best = Program(self.problem.parameters, search.best, signature=task.signature)
            program = parse(str(best), language=self.problem.language)
            program = replace(program, style=task.style)
            fits = tuple(reproduces(program, example) for example in task.train)
            if not any(fits):
                return nothing
            predictions = [task.returned(known(output)) for output in predict(program, task)]
            return replace(nothing, status="partial", program=program, predictions=predictions, fits=fits)
        except (KeyboardInterrupt, OutOfTime):
            return nothing
