"""From a task to an answer: search, check by the reference interpreter, rank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ..dsl.core.expression import Variable
from ..dsl.program import Program, parse
from ..dsl.text.variables import parameters_for
from ..support.errors import InputError
from .answer.ranking import MOST_RIVALS, Candidate, predict, probes, reproduces, verified
from .answer.result import Result, Stats
from .answer.solutions import Solution, Solutions
from .cost.costs import Costs
from .cost.invariants import invariants
from .cost.prior import DefaultPrior, Guide, Prior
from .cost.value_roles import are_labels
from .engine.bank import OutOfMemory
from .engine.codegen.objects import compile_all, is_warm
from .engine.native import engine, groups
from .enumeration.enumeration import Enumeration, Progress
from .enumeration.terminals import Terminal
from .options import DEFAULTS, SearchOptions
from .portfolio.guided import FIRST_MOMENTS, GuidedSearch
from .portfolio.noise import NoisySearch, check_noise
from .portfolio.proposals import SEARCH_SHARE, Proposer, proposed_terminals
from .portfolio.reasons import reason_for
from .task.budget import Budget
from .task.task import Task

Search = Enumeration | NoisySearch | GuidedSearch

COMPILING = "compiling the search engine (once for each version, 20 to 30 s on two cores)"
"""What a user is told who waits for `warmup`."""


class UnsoundError(Exception):
    """The search found programs, but the reference interpreter agrees with none of them."""


@dataclass(frozen=True)
class Components:
    """What a search is put together from beside its options.

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
    """

    prior: Prior | None = None
    guide: Guide | None = None
    first_moments: int = FIRST_MOMENTS
    proposer: Proposer | None = None


ALONE = Components()
"""A search with the usual costs that asks nobody."""


def solve_task(task: Task, options: SearchOptions = DEFAULTS, components: Components = ALONE) -> Result:
    """Solve a task.

    Parameters
    ----------
    options
        Limits and ways of the search. `options.guide` only names a guide: `components` have it.
    components
        Whom the search asks.

    Raises
    ------
    InputError
        If the memory does not hold the examples, or `noise` leaves too few of them to be believed.
    """
    check_noise(options.noise, task)
    warmup(options.progress)
    again = partial(_again, options=replace(options, progress=None), components=components)
    parameters = parameters_for(task.parameter_types)
    budget = Budget(options.timeout, options.max_candidates, options.memory_bytes)
    prior = components.prior or DefaultPrior(labels=are_labels(task.train))
    costs = Costs(task, prior)
    proposer = None if options.noise else components.proposer
    later = proposer if proposer is not None and proposer.searches(task) else None
    own = budget if later is None else budget.first(SEARCH_SHARE)
    try:
        terminals = () if proposer is None else proposed_terminals(proposer, task, parameters, costs)
        search = _search_for(task, parameters, prior, own, options, components, terminals)
        stopped_by = _run(search)
        budget.candidates = own.candidates
    except (OutOfMemory, MemoryError):
        raise InputError(f"memory: {options.memory} does not hold the examples; expected more") from None
    except KeyboardInterrupt:
        stats = Stats(budget.seconds, 0, 0, 0, "interrupted")
        return Result.none(task, "interrupted before the search began", stats, again=again)
    solutions = Solutions(prior, found=[*search.solutions])
    solutions.after = search.found_after
    if (
        later is not None
        and stopped_by != "interrupted"
        and (not solutions.found or later.doubts(task, solutions.found[0].cost))
    ):
        stopped_by = _ask_at_last(later, solutions, task, parameters, budget, costs, options.without)
    found, interrupted = _checked(solutions.found, task, parameters, options.noise)
    if search.solutions and not found and not interrupted:
        raise UnsoundError(
            f"none of {len(search.solutions)} programs found survived the check by the reference interpreter"
        )
    stopped_by = "interrupted" if interrupted else stopped_by
    stats = Stats(budget.seconds, budget.candidates, search.stored, search.level, stopped_by, solutions.after)
    if found:
        return Result.solved(task, found, stats, top=options.top, again=again)
    if interrupted:
        return Result.none(task, "interrupted before any of the programs found was checked", stats, again=again)
    nothing = Result.none(task, _reason(search, task, parameters), stats, again=again)
    try:
        return _best_effort(search, parameters, nothing)
    except KeyboardInterrupt:
        return nothing


def _again(task: Task, *, options: SearchOptions, components: Components, progress: Any = None) -> Result:
    """The same search for a task with one more example."""
    return solve_task(task, replace(options, progress=progress), components)


def _search_for(
    task: Task,
    parameters: tuple[Variable, ...],
    prior: Prior,
    budget: Budget,
    options: SearchOptions,
    components: Components,
    terminals: Sequence[Terminal],
) -> Search:
    shared: dict[str, Any] = {name: getattr(options, name) for name in ("progress", "without", "threads")}
    if components.guide is not None:
        shared |= {"guide": components.guide, "first_moments": components.first_moments}
    if options.noise:
        return NoisySearch(task, parameters, prior, budget, noise=options.noise, seed=options.seed, **shared)
    if components.guide is not None:
        return GuidedSearch(task, parameters, prior, budget, terminals=terminals, **shared)
    return Enumeration(task, parameters, prior, budget, terminals=terminals, **shared)


def _ask_at_last(
    proposer: Proposer,
    solutions: Solutions,
    task: Task,
    parameters: tuple[Variable, ...],
    budget: Budget,
    costs: Costs,
    without: Collection[str],
) -> str:
    """Add what is proposed at last to the solutions; return what stopped that."""
    try:
        for body in proposer.at_last(task, parameters, budget, without=without):
            solutions.offer(costs.of_parts(body), body, budget.candidates)
    except KeyboardInterrupt:
        return "interrupted"
    return budget.stopped_by() or ("solved" if solutions.found else "exhausted")


def _run(search: Search) -> str:
    """Search, and return what stopped it."""
    try:
        return search.run()
    except KeyboardInterrupt:
        return "interrupted"


def _reason(search: Search, task: Task, parameters: tuple[Variable, ...]) -> str:
    return reason_for(search, task, parameters) if isinstance(search, Enumeration) else search.reason


def _checked(
    solutions: Sequence[Solution], task: Task, parameters: tuple[Variable, ...], noise: int
) -> tuple[list[Candidate], bool]:
    """The solutions that the reference interpreter confirms, and whether it was interrupted before the last."""
    found: list[Candidate] = []
    try:
        probed, broken = probes(task), invariants(task)
        for solution in sorted(solutions, key=lambda solution: solution.cost)[:MOST_RIVALS]:
            one = verified(solution, task, parameters, probed=probed, broken=broken, noise=noise)
            if one is not None:
                found.append(one)
    except KeyboardInterrupt:
        return found, True
    return found, False


def _best_effort(search: Search, parameters: tuple[Variable, ...], nothing: Result) -> Result:
    """Without an exact program: the one right on the most examples, if it is right on any."""
    task = nothing.task
    if search.best is None or search.right == 0:
        return nothing
    program = parse(str(Program(parameters, search.best)))
    fits = tuple(reproduces(program, example) for example in task.train)
    if not any(fits):
        return nothing
    return replace(nothing, status="partial", program=program, predictions=predict(program, task), fits=fits)


def warmup(progress: Callable[[Progress], None] | None = None) -> None:
    """Compile what a search needs, if that has not been done on this machine, and load it.

    It takes some seconds once for each version of induce; the clock of a search starts afterwards.
    """
    if not is_warm():
        if progress is not None:
            progress(Progress(0, 0, 0, 0.0, "compile"))
        compile_all()
    engine()
    groups()
