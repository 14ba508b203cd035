"""From a task to an answer: search, check by the reference interpreter, rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..dsl.program import Program, parameters_for
from ..dsl.syntax import ProgramError, parse
from .bank import OutOfMemory
from .budget import Budget, bytes_of
from .checking import reproduces, value_or_none
from .engine import engine, groups
from .enumeration import STRATEGIES, Enumeration, Hit, Progress
from .noise import NoisySearch, check_noise
from .objects import compile_all, is_warm
from .prior import UNITS_PER_BIT, DefaultPrior, Prior
from .result import Candidate, Result, Stats
from .task import InputError, Task

MOST_RIVALS = 48
"""So many of the cheapest programs found are checked and ranked."""

WORTH_A_NOTE = 0.2
"""A rival that predicts otherwise is mentioned if it has this share of the best program's probability."""


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
    noise: int = 0,
    threads: int = 1,
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
        For searches that draw at random, as those with `noise` do; the others do not.
    top
        How many ranked programs to return.
    progress
        Called about ten times a second with a `Progress`.
    without
        Parts of the search to switch off: "deduction", "constants", "branches".
    noise
        How many examples may be wrong, fewer than half: a program that does not
        reproduce them pays for each, and `Result.disbelieved` names them.
    threads
        How many threads match side by side; the answer does not depend on it.

    Raises
    ------
    InputError
        If the examples are no task, or the memory does not hold them, or an option is none.
    """
    task = Task.from_examples(list(examples), inputs=inputs, noise=noise)
    return solve_task(
        task,
        timeout=timeout,
        max_candidates=max_candidates,
        memory=memory,
        seed=seed,
        top=top,
        progress=progress,
        without=without,
        noise=noise,
        threads=threads,
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
    noise: int = 0,
    threads: int = 1,
) -> Result:
    """Solve a task; options as for `synthesize`, and the prior to take costs from."""
    unknown = set(without) - set(STRATEGIES)
    if unknown:
        raise InputError(f"without: {min(unknown)!r} is no part of the search; expected {', '.join(STRATEGIES)}")
    check_noise(noise, len(task.train))
    if type(threads) is not int or threads < 1:
        raise InputError(f"threads: {threads!r} is no number of threads; expected 1, 2, ...")
    warmup(progress)
    parameters = parameters_for(task.parameter_types)
    budget = Budget(timeout=timeout, max_candidates=max_candidates, memory=bytes_of(memory))
    options: dict[str, Any] = {"progress": progress, "without": without, "threads": threads}
    try:
        search: Enumeration | NoisySearch
        if noise:
            search = NoisySearch(task, parameters, prior or DefaultPrior(), budget, noise=noise, seed=seed, **options)
        else:
            search = Enumeration(task, parameters, prior or DefaultPrior(), budget, **options)
        stopped_by = _run(search)
    except (OutOfMemory, MemoryError):
        raise InputError(f"memory: {memory} does not hold the examples; expected more") from None
    ranked = rank(search.hits, task, lambda body: Program(parameters, body), noise=noise)
    if search.hits and not ranked:
        raise UnsoundError(f"none of {len(search.hits)} programs found survived the check by the reference interpreter")
    stats = Stats(budget.seconds, budget.candidates, search.stored, search.level, stopped_by)
    if ranked:
        best = ranked[0].program
        fits = tuple(reproduces(best, example) for example in task.train)
        predictions, notes = predict(best, task), notes_on(ranked, task)
        return Result("solved", best, tuple(ranked[:top]), predictions, fits, "", stats, notes, task)
    return _best_effort(search, task, parameters, stats, noise)


def _run(search: Enumeration | NoisySearch) -> str:
    """Search, and return what stopped it."""
    try:
        return search.run()
    except KeyboardInterrupt:
        return "interrupted"


def predict(program: Program, task: Task) -> list[Any]:
    """The program's outputs for the inputs to be predicted, None where it has none."""
    return [value_or_none(program, inputs) for inputs in task.inputs]


@dataclass(frozen=True)
class _Checked:
    program: Program
    cost: int
    predictions: list[Any]


def rank(hits: Sequence[Hit], task: Task, program_of: Callable[[Any], Program], *, noise: int = 0) -> list[Candidate]:
    """Check every hit from its printed text and order the survivors.

    A program may miss `noise` examples. One defined on all inputs to be predicted comes before one that is
    not; then the cheaper; among equals the one whose predictions carry the
    most probability, pooled over all programs that agree on them.
    """
    checked = []
    for hit in sorted(hits, key=lambda hit: hit.cost)[:MOST_RIVALS]:
        program = _read_back(program_of(hit.body))
        if program is not None and sum(not reproduces(program, example) for example in task.train) <= noise:
            checked.append(_Checked(program, hit.cost, predict(program, task)))
    if not checked:
        return []
    least = min(one.cost for one in checked)
    weights = [2.0 ** ((least - one.cost) / UNITS_PER_BIT) for one in checked]
    pooled: dict[str, float] = defaultdict(float)
    for one, weight in zip(checked, weights, strict=True):
        pooled[repr(one.predictions)] += weight
    total = sum(weights)
    order = sorted(
        range(len(checked)),
        key=lambda i: (checked[i].predictions.count(None), checked[i].cost, -pooled[repr(checked[i].predictions)], i),
    )
    return [Candidate(checked[i].program, checked[i].cost, weights[i] / total) for i in order]


def _read_back(program: Program) -> Program | None:
    """What the program's text says; None for one that the language does not have."""
    try:
        return parse(str(program))
    except ProgramError:
        return None


def notes_on(ranked: Sequence[Candidate], task: Task) -> tuple[str, ...]:
    """What should make a person look twice at an answer: too little to go by, or rivals that disagree."""
    notes = []
    if len(task.train) == 1:
        notes.append("there is one example only, which many programs fit: give another to be sure")
    best = predict(ranked[0].program, task)
    if None in best:
        notes.append("the program is undefined on an input to be predicted, and so is every other one found")
    for rival in ranked[1:]:
        if rival.probability >= ranked[0].probability * WORTH_A_NOTE and predict(rival.program, task) != best:
            notes.append(f"ambiguous: a rival predicts otherwise: {rival.program}")
            break
    return tuple(notes)


def _best_effort(search: Enumeration | NoisySearch, task: Task, parameters: Any, stats: Stats, noise: int) -> Result:
    """Without an exact program: the one right on the most examples, and a plain reason."""
    reason = f"no program found up to cost {max(stats.level - 1, 0)} reproduces {_wanted(len(task.train), noise)}"
    if search.best is None or search.right == 0:
        return Result("none", None, (), [None] * len(task.inputs), (False,) * len(task.train), reason, stats)
    program = parse(str(Program(parameters, search.best)))
    fits = tuple(reproduces(program, example) for example in task.train)
    return Result("partial" if any(fits) else "none", program, (), predict(program, task), fits, reason, stats)


def _wanted(examples: int, noise: int) -> str:
    return f"{examples - noise} of {examples} examples" if noise else f"all {examples} examples"


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
