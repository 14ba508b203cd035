"""No unsound answer: what is printed gives what the examples say, and what is predicted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from ...composition import solve
from ...dsl.program import NO_VALUE
from ...search.answer.result import Result
from ...support.errors import InputError
from ..drawing.limits import short_loops
from ..drawing.tasks import DrawnTask, draw_options, draw_task
from ..judging.bare import run_bare
from ..judging.pythons import Python, pythons
from ..judging.values import alike
from .promise import Promise, Tally

TASKS, QUICK = 450, 150
"""In a batch, and in its beginning; those that are refused do not count."""


def batch(seed: int, tasks: int = TASKS) -> Tally:
    """Solve tasks with options of all kinds, and run what is printed in a bare process."""
    draw = Random(seed)
    answered: list[tuple[DrawnTask, Result]] = []
    cases, faults = tasks, []
    for _ in range(tasks):
        with short_loops():
            drawn = draw_task(draw)
        options = draw_options(draw, examples=len(drawn.examples))
        try:
            result = solve(drawn.task(noise=options.noise), options, warn=_unheard)
        except InputError:  # Of what is not searched for, or too large for the memory.
            cases -= 1
            continue
        except Exception as error:  # noqa: BLE001 - a valid task has an answer, whatever happens
            faults.append(f"{drawn} with {options}: {error!r}")
            continue
        if result.program is not None:
            answered.append((drawn, result))
    wrong = [fault for python in pythons() for fault in judged(answered, python)]
    return Tally(cases, (*faults, *wrong), pythons=tuple(map(str, pythons())))


def _unheard(_message: str) -> None:
    """Nobody reads what is said of weights."""


def judged(answered: list[tuple[DrawnTask, Result]], python: Python) -> Iterator[str]:
    """What is wrong with answers, as their Python shows, run by one Python."""
    jobs = [
        (result.program.python(), [*(given for given, _ in drawn.examples), *drawn.asked])
        for drawn, result in answered
        if result.program is not None
    ]
    for (drawn, result), outcomes in zip(answered, run_bare(jobs, python), strict=True):
        for wrong in _wrong(drawn, result, outcomes):
            yield f"{drawn}, answer {result.program}: {wrong} (Python {python})"


def _wrong(drawn: DrawnTask, result: Result, outcomes: list[object]) -> Iterator[str]:
    if result.status == "solved" and len(result.disbelieved) > result.solver.options.noise:
        yield f"misses the examples {result.disbelieved}"
    for (given, expected), fits, got in zip(drawn.examples, result.fits, outcomes, strict=False):
        if fits and not alike(got, expected):
            yield f"the Python gives {got!r} for {given}, where {expected!r} was given"
    predicted = zip(drawn.asked, result.outcomes, result.predictions, outcomes[len(drawn.examples) :], strict=True)
    for given, outcome, prediction, got in predicted:
        defined = outcome is not NO_VALUE and (result.ranked or prediction is not None)
        if defined and not alike(got, prediction):
            yield f"the Python gives {got!r} for {given}, where {prediction!r} is predicted"


PROMISE = Promise(
    "sound",
    "what is answered reproduces the examples, in Python without induce",
    goal=100_000,
    batch=batch,
    quick=partial(batch, tasks=QUICK),
)
