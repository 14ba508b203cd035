"""What works backward from the target, side by side over one bank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from ..dsl.expression import Expression, Variable
from .backward import Backward
from .bank import Bank
from .bodies import Bodies, Solve
from .branches import Branching
from .budget import Budget
from .constants import Constants
from .edits import Edits
from .goals import Goal
from .instances import Instance
from .local import LocalRules

STRATEGIES = ("deduction", "constants", "edits", "branches", "local", "bodies")
"""Each can be switched off."""
MOST_GOALS, ENTRIES_A_GOAL = 24, 400
"""Goals beside the target that are worked on: at most so many, and one for so many entries of the bank."""

Bound = Callable[[], int]
"""The cost that programs must stay below to be of interest; it sinks as they are found."""


class Strategy(Protocol):
    """Finds programs for the target, with their costs, that the present bank gives for a goal."""

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]: ...


class Strategies:
    """The strategies of one search, without those that are switched off.

    Parameters
    ----------
    costs
        Of the instances.
    given
        The values of the program's parameters in every example, in the bank's order.
    solve_body
        Searches within the search, for the step of a loop.
    """

    def __init__(
        self,
        bank: Bank,
        instances: Sequence[Instance],
        costs: Sequence[int],
        *,
        kernels: np.ndarray,
        budget: Budget,
        parameters: tuple[Variable, ...],
        given: Sequence[tuple[Any, ...]],
        solve_body: Solve,
        without: Collection[str] = (),
    ) -> None:
        self.bank, self.budget = bank, budget
        self.deduction = Backward(bank, instances, costs, kernels, budget)
        every: dict[str, Strategy] = {
            "deduction": self.deduction,
            "constants": Constants(bank, instances, budget),
            "edits": Edits(bank, instances),
            "branches": Branching(bank, instances, budget),
            "local": LocalRules(bank, instances),
            "bodies": Bodies(bank, instances, budget, parameters, given, solve_body),
        }
        self.chosen = [(name, every[name]) for name in STRATEGIES if name not in without]

    def solve(
        self, target: Goal, bound: Bound, report: Callable[[str], None] = lambda _: None
    ) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that all strategies find for it and for what is deduced from it.

        Parameters
        ----------
        report
            Told the name of each strategy as it begins.
        """
        for goal in self._goals(target):
            if goal.cost >= bound() or self.budget.stopped_by():
                break
            for name, strategy in self.chosen:
                report(name)
                yield from strategy.solve(goal, bound)

    def _goals(self, target: Goal) -> Iterator[Goal]:
        """The target, then the goals that deduction from it opens."""
        yield target
        self.deduction.open_goals(min(MOST_GOALS, self.bank.count // ENTRIES_A_GOAL))
        yield from self.deduction.opened
