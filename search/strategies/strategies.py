"""What works backward from the target, side by side over one bank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Protocol

import numpy as np

from ...dsl.core.expression import Expression
from ..engine.bank import Bank
from ..engine.instances import Instance
from ..task.budget import Budget
from ..task.goals import Bound, Goal
from ..task.task import Example
from .branches import Branching
from .concatenation import Concatenation
from .constants import Constants
from .deduction.deduction import Backward
from .edits import Edits
from .local_rules import LocalRules
from .loops import LoopSynthesis
from .names import STRATEGIES
from .positions import Positions
from .remainder import Remainders
from .reweighting import Reweighting
from .subsearch import Subsearch

MOST_GOALS, ENTRIES_A_GOAL = 24, 400
"""Goals beside the target that are worked on: at most so many, and one for so many entries of the bank."""


class Strategy(Protocol):
    """Finds programs for the target, with their costs, that the present bank gives for a goal."""

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]: ...


class Strategies:
    """The strategies of one search, without those that are switched off.

    Parameters
    ----------
    costs
        Of the instances.
    examples
        In the bank's order.
    subsearch
        Makes searches within the search.
    """

    def __init__(
        self,
        bank: Bank,
        instances: Sequence[Instance],
        costs: Sequence[int],
        *,
        kernels: np.ndarray,
        budget: Budget,
        examples: Sequence[Example],
        subsearch: Subsearch,
        without: Collection[str] = (),
    ) -> None:
        self.bank, self.budget = bank, budget
        self.deduction = Backward(bank, instances, costs, kernels, budget)
        at_positions = partial(Positions, bank, instances, costs, kernels, budget)
        every: dict[str, Strategy] = {
            "deduction": self.deduction,
            "concatenation": Concatenation(bank, instances, costs, budget),
            "constants": Constants(bank, instances, budget),
            "edits": Edits(bank, instances, budget),
            "branches": Branching(bank, instances, budget, None if "deduction" in without else at_positions),
            "local": LocalRules(bank, instances),
            "remainders": Remainders(bank, instances, budget, examples, subsearch),
            "loops": LoopSynthesis(bank, instances, budget, examples, subsearch),
            "reweighting": Reweighting(bank, instances, budget, subsearch),
        }
        self.chosen = [(name, every[name]) for name in STRATEGIES if name not in without]

    def solve(
        self, target: Goal, bound: Bound, report: Callable[[str], None] = lambda _: None
    ) -> Iterator[tuple[int, Expression] | None]:
        """Programs for the target, with their costs, that all strategies find for it and for what is deduced from it.

        None comes before each strategy: another search may take its turn.

        Parameters
        ----------
        report
            Told the name of each strategy as it begins.
        """
        for goal in self._goals(target):
            if goal.cost >= bound() or self.budget.stopped_by():
                break
            for name, strategy in self.chosen:
                yield None
                if self.budget.stopped_by():
                    return
                report(name)
                yield from strategy.solve(goal, bound)

    def _goals(self, target: Goal) -> Iterator[Goal]:
        """The target, then the goals that deduction from it opens."""
        yield target
        if "deduction" in dict(self.chosen):
            yield from self.deduction.goals(target, min(MOST_GOALS, self.bank.count // ENTRIES_A_GOAL))
