"""The strategies: they work backward from the target and take turns over one bank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from ...dsl.core.expression import Expression
from ..engine.bank import Bank
from ..task.budget import Budget, never
from ..task.goals import Bound, Goal
from .branches import Branching
from .cases import Cases
from .characters.characters import Characters
from .comprehensions.comprehensions import Comprehensions
from .concatenation import Concatenation
from .constants import Constants
from .context.context import SearchContext
from .deduction.deduction import Backward
from .edits import Edits
from .firsts import Firsts
from .grammars.grammars import Grammars
from .holes.holes import Holes
from .junctions import Junctions
from .local_rules import LocalRules
from .loops.loops import LoopSynthesis
from .objects import Objects
from .recurrences.recurrences import Recurrences
from .remainder import Remainders
from .reweighting import Reweighting
from .selections.selections import Selections
from .tables import Tables
from .tabulation.tabulation import Tabulation
from .walks import Walks

MOST_GOALS, ENTRIES_A_GOAL = 24, 400
"""How many goals are worked on beside the target: at most this many, and one for this many entries of the bank."""


class Strategy(Protocol):
    """Finds programs for the target, with their costs, that the present bank gives for a goal.

    None may come between them: another search may take its turn.
    """

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression] | None]: ...


MAKERS: Mapping[str, Callable[[SearchContext], Strategy]] = {
    "deduction": Backward,
    "concatenation": Concatenation,
    "constants": Constants,
    "edits": Edits,
    "branches": Branching,
    "junctions": Junctions,
    "tables": Tables,
    "characters": Characters,
    "grammars": Grammars,
    "firsts": Firsts,
    "selections": Selections,
    "walks": Walks,
    "cases": Cases,
    "holes": Holes,
    "comprehensions": Comprehensions,
    "local": LocalRules,
    "remainders": Remainders,
    "loops": LoopSynthesis,
    "objects": Objects,
    "recurrences": Recurrences,
    "tabulation": Tabulation,
    "reweighting": Reweighting,
}
"""They work in this order, which is that of `names.STRATEGIES`."""


class Strategies:
    """The strategies of one search, without those that are switched off."""

    def __init__(self, context: SearchContext) -> None:
        self._budget, self._bank = context.budget, context.bank
        self._chosen = {name: make(context) for name, make in MAKERS.items() if name not in context.without}
        self._left: Iterator[tuple[Goal, str, Strategy]] = iter(())

    def begin(self, target: Goal, bound: Bound) -> None:
        """Begin a round: all strategies are to look for the target, and then for what is deduced from it."""
        self._left = _round(self._chosen, target, bound, self._budget, self._bank)

    def solve(
        self, bound: Bound, report: Callable[[str], None] = lambda _: None, *, is_over: Callable[[], bool] = never
    ) -> Iterator[tuple[int, Expression] | None]:
        """Programs for the target, with their costs, that the strategies find which are left of the round.

        None comes before each strategy: another search may take its turn.

        Parameters
        ----------
        report
            Told the name of each strategy as it begins.
        is_over
            Asked before each strategy: the others are left for another time.
        """
        while not is_over():
            following = next(self._left, None)
            if following is None:
                return
            goal, name, strategy = following
            yield None
            if self._budget.stopped_by():
                return
            report(name)
            yield from strategy.solve(goal, bound)


def _round(
    chosen: Mapping[str, Strategy], target: Goal, bound: Bound, budget: Budget, bank: Bank
) -> Iterator[tuple[Goal, str, Strategy]]:
    """Each strategy for each goal; no method, or what it is left in would keep itself and the bank in memory."""
    for goal in _goals(chosen, target, bank):
        if goal.cost >= bound() or budget.stopped_by():
            return
        yield from ((goal, name, strategy) for name, strategy in chosen.items())


def _goals(chosen: Mapping[str, Strategy], target: Goal, bank: Bank) -> Iterator[Goal]:
    """The target, then the goals that deduction from it opens."""
    yield target
    deduction = chosen.get("deduction")
    if isinstance(deduction, Backward):
        yield from deduction.goals(target, min(MOST_GOALS, bank.count // ENTRIES_A_GOAL))
