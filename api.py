"""The public functions: a search that asks the guide that comes with induce, or another, or none."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike
from time import perf_counter
from typing import Any

from . import composition
from .dsl.core.primitive import Declaration
from .questioning import asked, check_questions
from .search.answer.result import Result
from .search.cost.prior import Guide
from .search.options import DEFAULTS, SearchOptions
from .search.task.settings import Progress
from .search.task.task import Task
from .sequences.answer.answer import Extension
from .sequences.answer.extending import extend_terms
from .session import Session


def synthesize(
    examples: Iterable[tuple[Any, Any]],
    *,
    inputs: Iterable[Any] = (),
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
    primitives: Collection[Declaration | str | PathLike[str]] = (),
    oracle: Callable[..., Any] | None = None,
    questions: int = 4,
) -> Result:
    """Find the cheapest program that reproduces every example.

    Parameters
    ----------
    examples
        Pairs of input and output; an input that is a tuple is several arguments. Tuples of different lengths make a
        program with a default, or with ``*xs``; lists may hold integers in one example and texts in another.
    inputs
        Inputs whose outputs are to be predicted. A program that is undefined on
        one of them ranks behind one that is not.
    timeout
        Seconds that the search may take; None for no limit.
    max_candidates
        Candidates to try; with this limit alone the answer is the same on any machine; None for no limit.
    memory
        Memory for the values found, in bytes or as "500MB" or "2GB".
    seed
        Where random draws start; only a search with `noise` draws.
    top
        How many ranked programs to show.
    progress
        Called about ten times a second with a `Progress`.
    without
        Parts of the search to switch off, of deduction, concatenation, constants, edits, branches, junctions,
        tables, characters, grammars, firsts, selections, walks, cases, holes, comprehensions, local, remainders,
        loops, objects, recurrences, tabulation, reweighting.
    noise
        How many examples may be wrong, fewer than half; a program pays for each that it does not reproduce;
        `Result.disbelieved` names them.
    threads
        How many threads match side by side; the answer does not depend on it.
    guide
        Who is asked for the costs of a second search once the first moments have found nothing; with `noise`
        only where a search believes all the examples that it is given; "auto" is the network that comes with
        induce, a path names a file of weights, None is nobody. Primitives that have changed since weights
        were learnt keep their usual cost, and a warning names them.
    primitives
        What programs may use beside the built-in primitives; without a kernel it is run in Python, which makes the
        search slower; functions declared with `primitive`, or paths of files with such; `Result.notes` says
        what that costs.
    oracle
        A function that the program is to behave like, as far as anybody can ask it: it is called with the arguments
        that would tell the programs found apart, and what it returns becomes an example. Where it raises an
        exception it is asked about something else.
    questions
        How often the oracle is called at most.

    Raises
    ------
    InputError
        If the examples do not make a task, the memory does not hold them, an option is not valid, or the oracle
        returns something that the examples do not: one line that says where, and what was expected.
    """
    options = SearchOptions(
        timeout=timeout,
        max_candidates=max_candidates,
        memory=memory,
        seed=seed,
        top=top,
        progress=progress,
        without=without,
        noise=noise,
        threads=threads,
        guide=guide,
        primitives=primitives,
    )
    began = perf_counter()
    task = Task.from_examples(examples, inputs=inputs, noise=noise)
    if oracle is None:
        spent = perf_counter() - began  # Finding the types of many examples takes a while.
        with _watched(options) as options:
            return composition.solve(task, options, warn=_warn, spent=spent)
    check_questions(oracle, questions)
    with _watched(options) as options:
        return asked(Session.of(task, options), oracle, questions=questions)


def solve_task(task: Task, options: SearchOptions | None = None, **changes: Any) -> Result:
    """Solve a task.

    Parameters
    ----------
    options
        How to search; None for the defaults.
    changes
        Options by name, instead of those.

    Raises
    ------
    InputError
        If an option is not valid, or does not fit the task.
    """
    with _watched(replace(options or DEFAULTS, **changes)) as watched:
        return composition.solve(task, watched, warn=_warn)


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


@contextmanager
def _watched(options: SearchOptions) -> Iterator[SearchOptions]:
    """The options, with a display of the progress where a notebook runs and nobody else listens."""
    if options.progress is not None or "IPython" not in sys.modules:
        yield options
        return
    from .notebook.watching import live

    with live() as listener:
        yield replace(options, progress=listener)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
