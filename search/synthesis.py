"""From a task to an answer: search, check by the reference interpreter, rank. The front door of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..dsl.core.patience import OutOfTime, until
from ..dsl.core.types import holds_any
from ..dsl.language.language import BUILTIN, Language
from ..dsl.program import Program, known, parse
from ..support.errors import InputError
from .answer.ranking import MOST_RIVALS, Candidate, observed, predict, probes, reproduces, verified
from .answer.result import Result, Stats
from .answer.solutions import Solution, Solutions
from .cost.costs import Costs
from .cost.omens import omens_in
from .cost.prior import DefaultPrior, Guide, Prior
from .cost.value_roles import are_labels
from .decomposition.decomposition import Decomposition, concerns
from .decomposition.pieces import Piece, apart
from .engine.bank import OutOfMemory
from .engine.codegen.objects import compile_all, is_warm
from .engine.native import engine, kernels
from .enumeration.enumeration import Enumeration
from .options import DEFAULTS, SearchOptions
from .portfolio.guided import FIRST_MOMENTS, GuidedSearch
from .portfolio.noise import NoisySearch, check_noise
from .portfolio.proposals import SEARCH_SHARE, Proposer, proposed_terminals
from .portfolio.search import Search
from .portfolio.substitutes import Substitutes
from .signatures.defaults import solve_with_defaults
from .signatures.dicts import concerns_dicts, solve_dicts
from .signatures.frames import frame_of, solve_framed
from .signatures.opaque import solve_opaque
from .task.budget import Budget, never
from .task.problem import Problem
from .task.reference_log import ReferenceLog
from .task.settings import Progress, Settings
from .task.task import Task

COMPILING = "compiling the search engine (once for each version, a few seconds)"
COMPILING_KERNELS = "compiling the kernels of your own primitives (once)"
"""What a user is told who waits for `warmup`."""
CHECKING_SECONDS = 0.05
"""So long after the time is over, programs are checked beside the first that is right, or a reason is looked for."""
TOO_LATE = "the search ended before any cost was tried out"
"""The reason where the time is over before a search begins."""
INTERRUPTED = "interrupted"
"""What stops a search at Ctrl-C."""


class UnsoundError(Exception):
    """The search found programs, but the reference interpreter agrees with none of them."""


@dataclass(frozen=True)
class Components:
    """What a search is put together from besides its options.

    Parameters
    ----------
    prior
        Costs other than the usual ones.
    guide
        Whom to ask for the costs of a second search: what `SearchOptions.guide` names.
    first_moments
        Candidates after which the guide is asked, if there is no program.
    proposer
        Where programs come from beside the search, for tasks of some form; not where examples may be wrong.
    language
        The primitives that programs may use: the built-in ones, and those that `SearchOptions.primitives` adds.
    """

    prior: Prior | None = None
    guide: Guide | None = None
    first_moments: int = FIRST_MOMENTS
    proposer: Proposer | None = None
    language: Language = BUILTIN


ALONE = Components()
"""A search with the usual costs that asks no guide and no proposer."""


def solve_task(
    task: Task,
    options: SearchOptions = DEFAULTS,
    components: Components = ALONE,
    *,
    cancelled: Callable[[], bool] = never,
    spent: float = 0.0,
) -> Result:
    """Solve a task.

    Parameters
    ----------
    options
        Limits and ways of the search. `options.guide` only names a guide: `components` have it.
    components
        Whom the search asks.
    cancelled
        Asked all the time; once it is true, the result is the best so far, stopped by "interrupted".
    spent
        Seconds of the time that reading the task has taken.

    Raises
    ------
    InputError
        If the memory does not hold the examples, or `noise` leaves too few of them to be believed, or a kernel
        that is not built in is wrong.
    """
    return Solver(options, components).solve(task, cancelled=cancelled, spent=spent)


@dataclass(frozen=True)
class Solver:
    """A way to solve tasks: everything that a search is put together from except the task."""

    options: SearchOptions
    components: Components

    def solve(
        self,
        task: Task,
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] = never,
        spent: float = 0.0,
    ) -> Result:
        """Solve a task.

        Parameters
        ----------
        progress
            Replaces the listener of the options.
        cancelled
            Asked all the time, from the thread that searches. Once it is true, the result is the best so far,
            stopped by "interrupted".
        spent
            Seconds of the time that reading the task has taken.

        Raises
        ------
        InputError
            As `solve_task` does.
        """
        listener = self.options.progress if progress is None else progress
        check_noise(self.options.noise, task)
        warmup(listener, self.components.language)
        # Whoever listens waits for this search, and not for those that its result may begin.
        silent = replace(self, options=replace(self.options, progress=None))
        options = self.options
        budget = Budget(options.timeout, options.max_candidates, options.memory_bytes, cancelled=cancelled)
        budget.started -= spent
        return silent._solved(task, budget, listener)

    def _solved(self, task: Task, budget: Budget, listener: Callable[[Progress], None] | None) -> Result:
        """Solve a task of any signature."""

        def solve(one: Task, part: Budget) -> Result:
            return self._solved_as_it_is(one, part, listener)

        def solve_any(one: Task, part: Budget) -> Result:
            types = (*one.parameter_types, one.result_type)
            if any(map(holds_any, types)):
                return solve_opaque(one, part, solve)
            if concerns_dicts(one):
                return solve_dicts(one, part, solve)
            frame = None if self.options.noise else frame_of(one)
            return solve(one, part) if frame is None else solve_framed(one, frame, part, solve)

        if None in task.signature.defaults:
            result = solve_with_defaults(task, budget, solve_any)
        else:
            result = solve_any(task, budget)
        # What was asked in several ways has taken what all of them took.
        return replace(result, stats=replace(result.stats, seconds=budget.seconds, candidates=budget.candidates))

    def _solved_as_it_is(self, task: Task, budget: Budget, listener: Callable[[Progress], None] | None) -> Result:
        if budget.is_over():
            return Result.none(task, TOO_LATE, _nothing_done(budget), solver=self)
        problem = Problem.of(task, language=self.components.language)
        way = _Composition if concerns(problem) else _Synthesis
        with budget.portion(1.0) as rest:
            return way(problem, rest, self, listener).result()


class _Synthesis:
    """One problem of plain types on its way to a result."""

    def __init__(
        self, problem: Problem, budget: Budget, solver: Solver, listener: Callable[[Progress], None] | None
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
            return self._nothing(TOO_LATE, _nothing_done(self.budget))
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
        found, interrupted = _checked(solutions.found, self.problem, self.budget, noise=self.noise)
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


class _Composition:
    """One problem with structure on its way to a result: taken apart, solved in parts, and put together."""

    def __init__(
        self, problem: Problem, budget: Budget, solver: Solver, listener: Callable[[Progress], None] | None
    ) -> None:
        self.problem, self.budget, self.solver, self.listener = problem, budget, solver, listener
        self.parts: list[Result] = []
        self.whole: Result | None = None

    def result(self) -> Result:
        """Take the problem apart, check what is put together, and rank it."""
        if self.solver.options.noise and self.problem.result_type.is_structured:
            raise InputError(f"noise: expected 0 where outputs are {self.problem.result_type}")
        decomposition = Decomposition(self._search)
        try:
            pieces = self._pieces(decomposition)
            if self.whole is not None and pieces and self.whole.program == self._program(pieces[0]):
                return self.whole  # A search for all of it found the best program.
            taken = frozenset(parameter.name for parameter in self.problem.parameters)
            solutions = [Solution(piece.cost, apart(piece.body, taken), piece.cost) for piece in pieces]
        except KeyboardInterrupt:
            return self._nothing("interrupted", INTERRUPTED)
        found, interrupted = _checked(solutions, self.problem, self.budget, noise=self.solver.options.noise)
        stopped_by = INTERRUPTED if interrupted else "solved"
        if found:
            stats, task = self._stats(stopped_by), self.problem.given
            return Result.solved(task, found, stats, top=self.solver.options.top, solver=self.solver)
        if interrupted:
            return self._nothing(INTERRUPTED, INTERRUPTED)
        if pieces and not self.solver.options.noise:  # Parts that miss one example each may miss several together.
            raise UnsoundError(f"none of {len(pieces)} programs put together survived the check by the interpreter")
        reason = TOO_LATE if self.budget.is_over() and not self.parts else decomposition.reason
        return self.whole or self._nothing(reason, self.budget.stopped_by() or "exhausted")

    def _pieces(self, decomposition: Decomposition) -> list[Piece]:
        try:
            with self.budget.patience(), self.budget.keeping_back(self.problem.words):
                return decomposition.solve(self.problem, self.budget)
        except OutOfTime:
            return []

    def _program(self, piece: Piece) -> Program:
        return Program(self.problem.parameters, piece.body, signature=self.problem.given.signature)

    def _search(self, problem: Problem, budget: Budget) -> Result:
        """Search for a part, or for the whole where it is plain."""
        result = _Synthesis(problem, budget, self.solver, self.listener).result()
        self.parts.append(result)
        if problem is self.problem:
            self.whole = result
        return result

    def _stats(self, stopped_by: str) -> Stats:
        stored, level = (
            sum(part.stats.stored for part in self.parts),
            max((p.stats.level for p in self.parts), default=0),
        )
        return Stats(self.budget.seconds, self.budget.candidates, stored, level, stopped_by, self.budget.candidates)

    def _nothing(self, reason: str, stopped_by: str) -> Result:
        told = reason or "nothing that the parts of the outputs could be made of"
        return Result.none(self.problem.given, told, self._stats(stopped_by), solver=self.solver)


def _nothing_done(budget: Budget) -> Stats:
    return Stats(budget.seconds, budget.candidates, 0, 0, budget.stopped_by() or "time")


def warmup(progress: Callable[[Progress], None] | None = None, language: Language = BUILTIN) -> None:
    """Compile what a search needs, if that has not been done on this machine, and load it.

    It takes some seconds once for each version of induce; the clock of a search starts afterwards.
    Kernels of primitives that are not built in are compiled by themselves.
    """
    if not is_warm(language):
        if progress is not None:
            progress(Progress(0, 0, 0, 0.0, "kernels" if is_warm() else "compile"))
        compile_all(language)
    engine()
    kernels(language)


def _checked(
    solutions: Iterable[Solution], problem: Problem, budget: Budget, *, noise: int
) -> tuple[list[Candidate], bool]:
    """The solutions that the reference interpreter confirms, and whether it was interrupted before the last.

    Once the time is over, the first that is confirmed is enough.
    """
    found: list[Candidate] = []
    task = problem.given
    likeliest = sorted(solutions, key=lambda solution: solution.cost)[:MOST_RIVALS]
    if not likeliest:
        return found, False  # Other inputs to compare programs on take a while where inputs are large.
    try:
        probed, omens = probes(task), omens_in(task)
        for solution in likeliest:
            if found and not budget.leaves(-CHECKING_SECONDS):
                break
            with budget.patience(CHECKING_SECONDS) if found else until(None):
                one = verified(solution, problem, omens=omens, noise=noise)
            if one is not None:
                found.append(one)
                with budget.patience(CHECKING_SECONDS):
                    found[-1] = observed(one, probed)
    except OutOfTime:
        return found, False
    except KeyboardInterrupt:
        return found, True
    return found, False
