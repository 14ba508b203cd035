"""What a person can act on where there is no program."""

from __future__ import annotations

import pytest

from induce import Task, parse
from induce.dsl.core.expression import Expression
from induce.search.enumeration.advice import advice, best_of, failure, failures
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem

DOUBLE = parse("(xs: List[Int]) -> xs * 2")
UNDEFINED = parse("(xs: List[Int]) -> xs // 0")
GOOD = [([1], [2]), ([2, 3], [4, 6]), ([5], [10]), ([7], [14])]


def spent(*, timeout: float | None = None, left: int = 5) -> Budget:
    """The budget of a search that has ended."""
    return Budget(timeout, left, 10**6)


def task_of(*wrong: int, count: int = 4) -> Task:
    examples = [(given, [0] if number in wrong else output) for number, (given, output) in enumerate(GOOD[:count])]
    return Task.from_examples(examples)


def test_the_first_failure_is_told_with_what_the_program_gives() -> None:
    assert failures(DOUBLE, task_of()) == []
    assert failure(DOUBLE, task_of()) is None
    assert failures(DOUBLE, task_of(1, 3)) == [1, 3]
    assert failure(DOUBLE, task_of(1, 3)) == "train[1]: expected [0], got [4, 6]"
    assert failure(UNDEFINED, task_of()) == "train[0]: expected [2], got undefined"


def test_long_values_are_shortened() -> None:
    told = failure(DOUBLE, Task.from_examples([(list(range(1000)), list(range(1000)))]))
    assert told is not None
    assert told.startswith("train[0]: expected [0, 1, 2, ")
    assert len(told) < 160


def test_the_best_program_is_weighed_by_the_reference_interpreter() -> None:
    assert best_of(None, Problem.of(task_of())) is None
    told = best_of(DOUBLE.body, Problem.of(task_of(2)))
    assert told == "xs * 2 is right on 3 of 4 examples; train[2]: expected [0], got [10]"


@pytest.mark.parametrize(
    ("best", "budget", "task", "told"),
    [
        (None, spent(), task_of(count=2), "try a simpler example"),
        (None, spent(left=0), task_of(count=2), "try more candidates or a simpler example"),
        (None, spent(timeout=1e-9), task_of(count=2), "try more time or a simpler example"),
        (None, spent(), task_of(), "try a simpler example or noise 1 if an example may be wrong"),
        (DOUBLE.body, spent(), task_of(3), "try a simpler example or noise 1 if train[3] may be wrong"),
        (
            DOUBLE.body,
            spent(left=0),
            task_of(0, 3),
            "try more candidates, a simpler example or noise 1 if an example may be wrong",
        ),
    ],
)
def test_what_to_try_depends_on_what_ended_the_search(
    best: Expression | None, budget: Budget, task: Task, told: str
) -> None:
    assert advice(best, Problem.of(task), budget) == told


def test_no_more_noise_is_advised_than_is_allowed() -> None:
    assert advice(None, Problem.of(task_of()), spent(), noise=2) == "try a simpler example"
