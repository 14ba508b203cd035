"""From a task to an answer: search, check by the reference interpreter, rank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ..dsl.core.expression import Variable
from ..dsl.language.language import BUILTIN, Language
from ..dsl.program import Program, parse
from ..dsl.text.variables import parameters_for
from ..support.errors import InputError
from ..support.sizes import bytes_of
from .answer.ranking import MOST_RIVALS, Candidate, predict, probes, reproduces, verified
from .answer.reference_log import ReferenceLog
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
from .portfolio.guided import FIRST_MOMENTS, GuidedSearch
from .portfolio.noise import NoisySearch, check_noise
from .portfolio.proposals import SEARCH_SHARE, Proposer, proposed_terminals
from .portfolio.reasons import reason_for
from .strategies.strategies import STRATEGIES
from .task.budget import Budget
from .task.task import Task

Search = Enumeration | NoisySearch | GuidedSearch

COMPILING = "compiling the search engine (once for each version, 20 to 30 s on two cores)"
COMPILING_KERNELS = "compiling the kernels of your own primitives (once, some seconds)"
"""What a user is told who waits for `warmup`."""


class UnsoundError(Exception):
    """The search found programs, but the reference interpreter agrees with none of them."""


def solve_task(
    task: Task,
    *,
    timeout: float | None = 10.0,
    max_candidates: int | None = None,
    memory: int | str = "2GB",
    seed: int = 0,
    top: int = 5,
    progress: Callable[[Progress], None] | None = None,
    prior: Prior | None = None,
    without: Collection[str] = (),
    noise: int = 0,
    threads: int = 1,
    guide: Guide | None = None,
    first_moments: int = FIRST_MOMENTS,
    proposer: Proposer | None = None,
    language: Language = BUILTIN,
) -> Result:
    """Solve a task.

    Parameters
    ----------
    prior
        Costs other than the usual ones.
    guide
        Whom to ask for the costs of a second search.
    first_moments
        Candidates after which the guide is asked, if there is no program.
    proposer
        Where programs come from beside the search, for tasks of some form; not where examples may be wrong.
    language
        The primitives that programs may use.

    The other options are those of `api.synthesize`.

    Raises
    ------
    InputError
        If the memory does not hold the examples, or an option is none, or a kernel that is not built in is wrong.
    """
    unknown = set(without) - set(STRATEGIES)
    if unknown:
        raise InputError(f"without: {min(unknown)!r} is no part of the search; expected {', '.join(STRATEGIES)}")
    check_noise(noise, len(task.train))
    if type(threads) is not int or threads < 1:
        raise InputError(f"threads: {threads!r} is no number of threads; expected 1, 2, ...")
    warmup(progress, language)
    options: dict[str, Any] = {"without": without, "noise": noise, "seed": seed, "threads": threads}
    options |= {"guide": guide, "first_moments": first_moments, "language": language}
    limits: dict[str, Any] = {"timeout": timeout, "max_candidates": max_candidates, "memory": memory}
    again = partial(solve_task, top=top, prior=prior, proposer=proposer, **limits, **options)
    parameters = parameters_for(task.parameter_types, language=language)
    budget = Budget(timeout=timeout, max_candidates=max_candidates, memory=bytes_of(memory))
    prior = prior or DefaultPrior(labels=are_labels(task.train))
    costs, log = Costs(task, prior), ReferenceLog()
    proposer = None if noise else proposer
    later = proposer if proposer is not None and proposer.searches(task) else None
    own = budget if later is None else budget.first(SEARCH_SHARE)
    try:
        options["log"] = log
        if proposer is not None:
            options["terminals"] = proposed_terminals(proposer, task, parameters, costs)
        search = _search_for(task, parameters, own, prior=prior, progress=progress, **options)
        stopped_by = _run(search)
        budget.candidates = own.candidates
    except (OutOfMemory, MemoryError):
        raise InputError(f"memory: {memory} does not hold the examples; expected more") from None
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
        stopped_by = _ask_at_last(later, solutions, task, parameters, budget, costs, without)
    found, interrupted = _checked(solutions.found, task, parameters, noise, language)
    if search.solutions and not found and not interrupted:
        raise _unsound(len(search.solutions), language)
    stopped_by = "interrupted" if interrupted else stopped_by
    stats = Stats(budget.seconds, budget.candidates, search.stored, search.level, stopped_by, solutions.after)
    notes = log.notes(timed=max_candidates is None)
    if found:
        result = Result.solved(task, found, stats, top=top, again=again)
        return replace(result, notes=(*result.notes, *notes))
    if interrupted:
        return Result.none(task, "interrupted before any of the programs found was checked", stats, again=again)
    nothing = replace(Result.none(task, _reason(search, task, parameters), stats, again=again), notes=notes)
    try:
        return _best_effort(search, parameters, nothing, language)
    except KeyboardInterrupt:
        return nothing


def _search_for(
    task: Task,
    parameters: tuple[Variable, ...],
    budget: Budget,
    *,
    prior: Prior,
    noise: int,
    seed: int,
    guide: Guide | None,
    first_moments: int,
    **options: Any,
) -> Search:
    if guide is not None:
        options |= {"guide": guide, "first_moments": first_moments}
    if noise:
        return NoisySearch(task, parameters, prior, budget, noise=noise, seed=seed, **options)
    if guide is not None:
        return GuidedSearch(task, parameters, prior, budget, **options)
    return Enumeration(task, parameters, prior, budget, **options)


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


def _unsound(count: int, language: Language) -> Exception:
    """What to raise where the reference interpreter confirms none of so many programs."""
    own = [row.name for row in language.own.values() if row.kernel is not None]
    told = f"none of {count} programs found survived the check by the reference interpreter"
    if own:
        return InputError(f"{', '.join(own)}: a kernel does not do what its function does: {told}")
    return UnsoundError(told)


def _run(search: Search) -> str:
    """Search, and return what stopped it."""
    try:
        return search.run()
    except KeyboardInterrupt:
        return "interrupted"


def _reason(search: Search, task: Task, parameters: tuple[Variable, ...]) -> str:
    return reason_for(search, task, parameters) if isinstance(search, Enumeration) else search.reason


def _checked(
    solutions: Sequence[Solution], task: Task, parameters: tuple[Variable, ...], noise: int, language: Language
) -> tuple[list[Candidate], bool]:
    """The solutions that the reference interpreter confirms, and whether it was interrupted before the last."""
    found: list[Candidate] = []
    try:
        probed, broken = probes(task), invariants(task)
        for solution in sorted(solutions, key=lambda solution: solution.cost)[:MOST_RIVALS]:
            one = verified(solution, task, parameters, probed=probed, broken=broken, noise=noise, language=language)
            if one is not None:
                found.append(one)
    except KeyboardInterrupt:
        return found, True
    return found, False


def _best_effort(search: Search, parameters: tuple[Variable, ...], nothing: Result, language: Language) -> Result:
    """Without an exact program: the one right on the most examples, if it is right on any."""
    task = nothing.task
    if search.best is None or search.right == 0:
        return nothing
    program = parse(str(Program(parameters, search.best)), language=language)
    fits = tuple(reproduces(program, example) for example in task.train)
    if not any(fits):
        return nothing
    return replace(nothing, status="partial", program=program, predictions=predict(program, task), fits=fits)


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
    groups(language)
