"""A run of many tasks: what counts as solved, and that no task can stop the others."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import Pipe, active_children
from multiprocessing.connection import wait
from typing import Any, Literal

import pytest

from induce import InputError, Result, Task, parse
from induce.benchmarks import runner
from induce.benchmarks.runner import Outcome, Summary, judge, run, summarise
from induce.search.result import Stats
from induce.search.synthesis import solve_task, warmup
from induce.search.task import MISSING

PROGRAM = "(xs: List[Int]) -> reverse(xs)"
EXAMPLES = [([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])]
REVERSE = Task.from_examples(EXAMPLES, inputs=[[4, 9]], expected=[[9, 4]], name="reverse")
WRONG = replace(REVERSE, name="wrong", expected=([4, 9],))
BROKEN = replace(REVERSE, name="broken", expected=())
"""A task that no checked input gives: one held-out input, but no expected output."""


class Sleeper(Task):
    """A task that hangs the worker that receives it."""

    def __reduce__(self) -> Any:
        return time.sleep, (600,)


class Crasher(Task):
    """A task that ends the worker that receives it."""

    def __reduce__(self) -> Any:
        return os._exit, (3,)


def outcomes(tasks: Sequence[Task | InputError], **options: Any) -> list[Outcome]:
    """The outcomes in the order of the tasks; each comes once, and no worker is left behind."""
    warmup()
    pairs = list(run(tasks, **options))
    assert sorted(index for index, _ in pairs) == list(range(len(tasks)))
    assert not active_children()
    return [outcome for _, outcome in sorted(pairs, key=lambda pair: pair[0])]


def judged(
    expected: list[Any] | None, predictions: list[Any], status: Literal["solved", "partial", "none"] = "solved"
) -> Outcome:
    task = Task.from_examples([([1], 1), ([2], 2)], inputs=[[3]] * len(predictions), expected=expected, name="task")
    stats = Stats(0.5, 77, 5, 3, "solved")
    program = None if status == "none" else parse(PROGRAM)
    return judge(task, Result(status, program, (), predictions, (True, True), "", stats, task, solve_task))


@pytest.mark.parametrize(
    ("expected", "predictions", "right"),
    [
        ([3, 4], [3, 4], True),
        ([3, 4], [3, 5], False),
        ([3, 4], [None, 4], False),
        ([MISSING, 4], [9, 4], True),
        ([MISSING, 4], [9, 5], False),
        ([MISSING], [None], True),
        (None, [9], True),
        ([], [], True),
    ],
)
def test_solved_is_every_known_output_right(expected: list[Any] | None, predictions: list[Any], right: bool) -> None:
    assert judged(expected, predictions) == Outcome("task", "solved", True, right, 0.5, 77, PROGRAM)


@pytest.mark.parametrize(("expected", "prediction"), [(True, 1), ([0], [False]), (None, None)])
def test_an_output_of_another_type_is_not_right(expected: Any, prediction: Any) -> None:
    assert not judged([expected], [prediction]).solved


def test_solved_is_fitted_too() -> None:
    assert judged([3], [3], "partial") == Outcome("task", "partial", False, False, 0.5, 77, PROGRAM)
    assert judged([3], [None], "none") == Outcome("task", "none", False, False, 0.5, 77, "")


def test_summary() -> None:
    done = [
        Outcome("a", "solved", fitted=True, solved=True, seconds=9.0),
        Outcome("b", "solved", fitted=True, solved=True, seconds=0.5),
        Outcome("c", "solved", fitted=True, solved=False, seconds=0.1),
        Outcome("d", "solved", fitted=True, solved=True, seconds=1.0),
        Outcome("e", "partial", seconds=10.0),
        *(Outcome("f", status) for status in ("died", "late", "invalid")),
    ]
    summary = summarise(done)
    assert summary == Summary(8, 50.0, 37.5, {1.0: (37.5, 25.0), 10.0: (50.0, 37.5)}, 1.0, 3)
    assert summarise(done, limits=(0.2, 5)).within == {0.2: (12.5, 0.0), 5: (37.5, 25.0)}


def test_summary_of_nothing() -> None:
    assert summarise([]) == Summary(0, 0.0, 0.0)
    assert summarise([Outcome("a", "none", seconds=3.0)]) == Summary(1, 0.0, 0.0, {1.0: (0.0, 0.0), 10.0: (0.0, 0.0)})


def test_every_task_has_one_outcome() -> None:
    tasks: list[Task | InputError] = [
        REVERSE,
        InputError("line 2: no task"),
        WRONG,
        BROKEN,
        REVERSE,
        InputError("line 6: no task"),
    ]
    done = outcomes(tasks, jobs=2, timeout=None, options={"max_candidates": 100_000})
    assert [one.status for one in done] == ["solved", "invalid", "solved", "died", "solved", "invalid"]
    assert [one.name for one in done] == ["reverse", "task 2", "wrong", "broken", "reverse", "task 6"]
    assert [(one.fitted, one.solved) for one in done[::2]] == [(True, True), (True, False), (True, True)]
    assert [one.program for one in done] == [PROGRAM, "", PROGRAM, "", PROGRAM, ""]
    assert (done[1].fault, done[5].fault) == ("line 2: no task", "line 6: no task")
    assert done[3].fault.startswith("ValueError: ")
    assert all(0 < one.candidates <= 100_000 for one in done[::2])


def test_without_a_valid_task_there_is_no_worker() -> None:
    assert list(run([])) == []
    assert list(run([InputError("bad")], jobs=4)) == [(0, Outcome("task 1", "invalid", fault="bad"))]


def test_a_task_without_a_name_goes_by_its_number() -> None:
    tasks: list[Task | InputError] = [InputError("bad"), replace(REVERSE, name=""), replace(BROKEN, name="")]
    assert [one.name for one in outcomes(tasks)] == ["task 1", "task 2", "task 3"]


def test_a_worker_that_hangs_is_killed_and_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "GRACE", 0.2)  # The first task of a worker keeps its time to compile.
    done = outcomes([REVERSE, Sleeper.from_examples(EXAMPLES, name="sleeper"), REVERSE], timeout=2.0)
    assert [one.status for one in done] == ["solved", "late", "solved"]
    assert done[1] == Outcome("sleeper", "late", fault="killed: it ran far past its time-out")


def test_a_worker_may_hang_on_its_first_task(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "FIRST_GRACE", 0.1)
    done = outcomes([Sleeper.from_examples(EXAMPLES)] * 2, timeout=0.1)
    assert [(one.name, one.status) for one in done] == [("task 1", "late"), ("task 2", "late")]


def test_a_worker_that_dies_costs_its_task_alone() -> None:
    crasher = Crasher.from_examples(EXAMPLES, name="crasher")
    done = outcomes([crasher, REVERSE, crasher, REVERSE], jobs=2)
    assert [one.status for one in done] == ["died", "solved", "died", "solved"]
    assert done[0] == done[2] == Outcome("crasher", "died", fault="the worker ended with exit code 3")


def test_an_outcome_that_has_come_in_is_never_late(monkeypatch: pytest.MonkeyPatch) -> None:
    def one_of_many(pipes: list[Any], timeout: float) -> list[Any]:
        """All outcomes are in, one is handed on: as if taking the one had lasted long."""
        assert all(wait([pipe], 300) for pipe in pipes)
        return pipes[:1]

    monkeypatch.setattr(runner, "wait", one_of_many)
    monkeypatch.setattr(runner, "FIRST_GRACE", -1000.0)
    assert [one.status for one in outcomes([REVERSE, REVERSE], jobs=2)] == ["solved", "solved"]


def test_a_run_may_be_left_early() -> None:
    warmup()
    running = run([REVERSE] * 5, jobs=2)
    assert next(running)[1].solved
    running.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_a_worker_ends_quietly_when_nobody_waits_for_its_outcome() -> None:
    ours, theirs = Pipe()
    ours.send(BROKEN)
    ours.close()
    runner._serve(theirs, {"unknown option": 0})
