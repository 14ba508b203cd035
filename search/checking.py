"""Programs that a search has found, checked by the reference interpreter before anything leaves this folder."""

from __future__ import annotations

from collections.abc import Iterable

from ..dsl.core.patience import OutOfTime, until
from .answer.ranking import MOST_RIVALS, Candidate, observed, probes, verified
from .answer.result import Stats
from .answer.solutions import Solution
from .cost.omens import omens_in
from .task.budget import Budget
from .task.problem import Problem

CHECKING_SECONDS = 0.05
"""So long after the time is over, programs are checked beside the first that is right, or a reason is looked for."""
TOO_LATE = "the search ended before any cost was tried out"
"""The reason where the time is over before a search begins."""


class UnsoundError(Exception):
    """The search found programs, but the reference interpreter agrees with none of them."""


def checked(
    solutions: Iterable[Solution], problem: Problem, budget: Budget, *, noise: int
) -> tuple[list[Candidate], bool]:
    """The solutions that the reference interpreter confirms, and whether it was interrupted before the last.

    Once the time is over, the first that is confirmed is enough.
    """
    found: list[Candidate] = []
    task = problem.given
    likeliest = sorted(solutions, key=lambda solution: solution.cost)[:MOST_RIVALS]
    if not likeliest:
        return found, False  # Other inputs to compare programs on take a while where inputs are large.
    try:
        probed, omens = probes(task), omens_in(task)
        for solution in likeliest:
            if found and not budget.leaves(-CHECKING_SECONDS):
                break
            with budget.patience(CHECKING_SECONDS) if found else until(None):
                one = verified(solution, problem, omens=omens, noise=noise)
            if one is not None:
                found.append(one)
                with budget.patience(CHECKING_SECONDS):
                    found[-1] = observed(one, probed)
    except OutOfTime:
        return found, False
    except KeyboardInterrupt:
        return found, True
    return found, False


def nothing_done(budget: Budget) -> Stats:
    """The figures of a search that has not begun."""
    return Stats(budget.seconds, budget.candidates, 0, 0, budget.stopped_by() or "time")
