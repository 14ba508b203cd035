"""From a task to an answer: search, check by the reference interpreter, rank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ..dsl.expression import Variable
from ..dsl.program import Program, parameters_for
from ..dsl.syntax import parse
from .bank import OutOfMemory
from .budget import Budget, bytes_of
from .engine import engine, groups
from .enumeration import STRATEGIES, Enumeration, Hit, Progress
from .invariants import invariants
from .objects import compile_all, is_warm
from .prior import DefaultPrior, Prior
from .ranking import MOST_RIVALS, Candidate, predict, probes, reproduces, verified
from .reason import reason_for
from .result import Result, Stats
from .task import InputError, Task
from .units import are_labels


class UnsoundError(Exception):
    """The search found programs, but the reference interpreter agrees with none of them."""


def synthesize(
    examples: Iterable[tuple[Any, Any]],
    *,
    inputs: Sequence[Any] = (),
    timeout: float | None = 10.0,
    max_candidates: int | None = None,
    memory: int | str = "2GB",
    seed: int = 0,
    top: int = 5,
    progress: Callable[[Progress], None] | None = None,
    without: Collection[str] = (),
) -> Result:
    """Find the cheapest program that reproduces every example.

    Parameters
    ----------
    examples
        Pairs of input and output; an input that is a tuple is several arguments.
    inputs
        Inputs whose outputs are to be predicted. A program that is undefined on
        one of them ranks behind one that is not.
    timeout
        Seconds, None for no limit.
    max_candidates
        Candidates to try; under such a limit the same call gives the same answer anywhere.
    memory
        Limit for the bank, in bytes or as "500MB", "2GB".
    seed
        For searches that draw at random; the enumeration does not.
    top
        How many ranked programs to return.
    progress
        Called about ten times a second with a `Progress`.
    without
        Parts of the search to switch off: "deduction", "constants", "branches".

    Raises
    ------
    InputError
        If the examples are no task, or the memory does not hold them, or `without` names no part of the search.
    """
    task = Task.from_examples(list(examples), inputs=inputs)
    return solve_task(
        task,
        timeout=timeout,
        max_candidates=max_candidates,
        memory=memory,
        seed=seed,
        top=top,
        progress=progress,
        without=without,
    )


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
) -> Result:
    """Solve a task; options as for `synthesize`, and the prior to take costs from."""
    del seed
    unknown = set(without) - set(STRATEGIES)
    if unknown:
        raise InputError(f"without: {min(unknown)!r} is no part of the search; expected {', '.join(STRATEGIES)}")
    warmup(progress)
    again = partial(
        solve_task, timeout=timeout, max_candidates=max_candidates, memory=memory, top=top, prior=prior, without=without
    )
    parameters = parameters_for(task.parameter_types)
    budget = Budget(timeout=timeout, max_candidates=max_candidates, memory=bytes_of(memory))
    try:
        prior = prior or DefaultPrior(labels=are_labels(task.train))
        search = Enumeration(task, parameters, prior, budget, progress=progress, without=without)
    except (OutOfMemory, MemoryError):
        raise InputError(f"memory: {memory} does not hold the examples; expected more") from None
    except KeyboardInterrupt:
        stats = Stats(budget.seconds, 0, 0, 0, "interrupted")
        return Result.none(task, "interrupted before the search began", stats, again=again)
    try:
        stopped_by = search.run()
    except KeyboardInterrupt:
        stopped_by = "interrupted"
    found, interrupted = _checked(search.hits, task, parameters)
    if search.hits and not found and not interrupted:
        raise UnsoundError(f"none of {len(search.hits)} programs found survived the check by the reference interpreter")
    stopped_by = "interrupted" if interrupted else stopped_by
    stats = Stats(budget.seconds, budget.candidates, search.bank.count, search.level, stopped_by)
    if found:
        return Result.solved(task, found, stats, top=top, again=again)
    if interrupted:
        return Result.none(task, "interrupted before any of the programs found was checked", stats, again=again)
    return _best_effort(search, parameters, Result.none(task, reason_for(search, task, parameters), stats, again=again))


def _checked(hits: Sequence[Hit], task: Task, parameters: tuple[Variable, ...]) -> tuple[list[Candidate], bool]:
    """The hits that the reference interpreter confirms; whether it was interrupted, and these are only the first."""
    found: list[Candidate] = []
    try:
        probed, broken = probes(task), invariants(task)
        for hit in sorted(hits, key=lambda hit: hit.cost)[:MOST_RIVALS]:
            one = verified(hit, task, parameters, probed=probed, broken=broken)
            if one is not None:
                found.append(one)
    except KeyboardInterrupt:
        return found, True
    return found, False


def _best_effort(search: Enumeration, parameters: tuple[Variable, ...], nothing: Result) -> Result:
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
