"""What a search has found counts only where the reference interpreter agrees."""

from __future__ import annotations

import pytest

from induce import parse
from induce.search import checking
from induce.search.answer.ranking import verified
from induce.search.answer.solutions import Solution
from induce.search.checking import checked, nothing_done
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.task import Task

from .searches import unlimited
from .solving import solve

PROBLEM = Problem.of(Task.from_examples([([3, 1, 2], [1, 2, 3]), ([5, 1], [1, 5])]))
RIGHT, DEARER, WRONG = "sort(xs)", "reverse(sort_desc(xs))", "reverse(xs)"


def solution(text: str, cost: int) -> Solution:
    return Solution(cost, parse(f"(xs: List[Int]) -> {text}").body, cost)


def confirmed(budget: Budget, *solutions: Solution) -> tuple[list[str], bool]:
    found, interrupted = checked(solutions, PROBLEM, budget, noise=0)
    return [str(one.program).partition("-> ")[2] for one in found], interrupted


def test_nothing_is_prepared_for_programs_that_were_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "probes", lambda _: pytest.fail("inputs are made to compare programs on"))
    rows = [([[i, 2], [3]], 100 * i + 7) for i in (1, 5, 2)]
    assert solve(rows, max_candidates=1000).status == "none"


def test_what_the_interpreter_does_not_confirm_is_dropped() -> None:
    solutions = solution(DEARER, 9), solution(WRONG, 1), solution(RIGHT, 4)
    assert confirmed(unlimited(), *solutions) == ([RIGHT, DEARER], False)


def test_where_the_time_is_over_the_first_that_is_confirmed_is_enough() -> None:
    late = Budget(timeout=1.0, max_candidates=None, memory=10**8)
    late.started -= 2.0
    assert confirmed(late, solution(WRONG, 1), solution(DEARER, 9), solution(RIGHT, 4))[0] == [RIGHT]


def test_what_is_confirmed_before_an_interruption_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([True])

    def interrupted(*given: object, **more: object) -> object:
        if next(asked, None) is None:
            raise KeyboardInterrupt
        return verified(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "verified", interrupted)
    assert confirmed(unlimited(), solution(RIGHT, 4), solution(DEARER, 9)) == ([RIGHT], True)


def test_a_search_that_has_not_begun_says_what_ended_it() -> None:
    assert nothing_done(Budget(timeout=1e-9, max_candidates=None, memory=10**8)).stopped_by == "time"
    assert nothing_done(Budget(timeout=None, max_candidates=0, memory=10**8)).stopped_by == "candidates"
