"""The public functions: a search that asks the guide that comes with induce, or another, or none."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Sequence
from os import PathLike
from typing import Any

from .guide.runtime.named import guide_named
from .search import synthesis
from .search.answer.result import Result
from .search.cost.prior import Guide
from .search.task.settings import Progress
from .search.task.task import Task
from .sequences.answer.answer import Extension
from .sequences.answer.extending import extend_terms
from .sequences.searched.proposing import SequenceProposer


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
    guide: Guide | str | PathLike[str] | None = "auto",
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
        Parts of the search to switch off, of `STRATEGIES`: "deduction", "branches", "loops" ...
    noise
        How many examples may be wrong, fewer than half: a program that does not
        reproduce them pays for each, and `Result.disbelieved` names them.
    threads
        How many threads match side by side; the answer does not depend on it.
    guide
        Whom to ask for the costs of a second search when the first moments of the usual one have found
        nothing: "auto" is the network that comes with induce, a path names the weights of another,
        None is none. Not asked where examples may be wrong. Weights of another version of the
        language cause a warning, and the search is unguided.

    Raises
    ------
    InputError
        If the examples are no task, or the memory does not hold them, or an option is none.
    """
    task = Task.from_examples(list(examples), inputs=inputs, noise=noise)
    return solve_task(
        task,
        guide=guide,
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


def solve_task(task: Task, *, guide: Guide | str | PathLike[str] | None = "auto", **options: Any) -> Result:
    """Solve a task; the options are those of `synthesize`, and those of `search.synthesis.solve_task`."""
    options.setdefault("proposer", SequenceProposer())
    return synthesis.solve_task(task, guide=guide_named(guide, warn=_warn), **options)


def extend(
    terms: Iterable[object],
    *,
    count: int = 10,
    start: int = 0,
    validate: int | None = None,
    noise: str = "auto",
    timeout: float = 5.0,
) -> Extension:
    """Find the rule behind the first terms of a sequence, and continue it.

    Parameters
    ----------
    terms
        Integers of any size, rational numbers or decimals, of Python or another library; three at least.
        Rational numbers that are all integers are taken for integers, others for decimals.
    count
        How many terms to add.
    start
        The number of the first term.
    validate
        How many of the last terms are held back: a rule is found on the others and
        confirmed on these. Without it as many as the data allow.
    noise
        "auto" looks for noisy rules where terms are decimals or have no exact rule;
        "none" never does.
    timeout
        Seconds to look for rules.

    Raises
    ------
    InputError
        If the terms are none, or too few, or an option does not fit them.
    """
    return extend_terms(terms, count=count, start=start, validate=validate, noise=noise, timeout=timeout)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
