"""What a person can do if there is no program: the example that fails, and what might help."""

from __future__ import annotations

from collections.abc import Sequence

from ...dsl.core.expression import Expression
from ...dsl.core.values import same_value
from ...dsl.program import Program, value_of
from ...dsl.text.printer import print_expression
from ..task.budget import Budget
from ..task.forms import quoted
from ..task.problem import Problem
from ..task.task import Task

MORE = {"time": "more time", "candidates": "more candidates"}
"""What helps a search that a limit has stopped."""


def failures(program: Program, task: Task) -> list[int]:
    """The numbers of the examples that a program does not reproduce."""
    return [i for i, one in enumerate(task.train) if not same_value(value_of(program, one.inputs), one.output)]


def failure(program: Program, task: Task) -> str | None:
    """The first example that a program gets wrong, and what it makes of it."""
    for number in failures(program, task)[:1]:
        example = task.train[number]
        got = value_of(program, example.inputs)
        shown = "undefined" if got is None else quoted(got)
        return f"train[{number}]: expected {quoted(example.output)}, got {shown}"
    return None


def best_of(best: Expression | None, problem: Problem) -> str | None:
    """How close the best program found comes; None if there is none."""
    if best is None:
        return None
    program, task = Program(problem.parameters, best), problem.given
    right = len(task.train) - len(failures(program, task))
    told = f"{print_expression(best)} is right on {right} of {len(task.train)} examples"
    return "; ".join(filter(None, [told, failure(program, task)]))


def advice(best: Expression | None, problem: Problem, budget: Budget, *, noise: int = 1) -> str:
    """What to try after a search that found no program.

    Parameters
    ----------
    best
        The best that it found.
    budget
        What it was allowed to spend.
    noise
        A number of wrong examples that was not allowed.
    """
    stop = budget.stopped_by()
    ways = [MORE[stop]] if stop in MORE else []
    ways.append("a simpler example")
    if problem.given.may_have_wrong(noise):
        wrong = [] if best is None else failures(Program(problem.parameters, best), problem.given)
        ways.append(f"noise {noise} if {_suspects(wrong, noise)} may be wrong")
    return f"try {', '.join(ways[:-1])}{' or ' if ways[1:] else ''}{ways[-1]}"


def _suspects(wrong: Sequence[int], noise: int) -> str:
    if len(wrong) == noise:
        return " and ".join(f"train[{number}]" for number in wrong)
    return "an example" if noise == 1 else f"{noise} examples"
