"""Loops from number to number: their steps are looked for among many, or follow from the numbers that are listed."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.core.expression import Expression
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .loops.loops import LoopSynthesis
from .recurrences.asking import AskingLoops, are_numbers_and_list
from .recurrences.numbers import NumberLoops, PassedNumbers, are_numbers
from .recurrences.reductions import Reductions, are_rows
from .recurrences.scans import Scans

BELIEVED = 30
"""Where a program has been found that costs no more, no step is searched for."""


class Walks:
    """Loops from number to number that a condition ends, and plain loops over the one list that is given."""

    def __init__(self, context: SearchContext) -> None:
        self._known, self._searched = NumberLoops(context), LoopSynthesis(context)
        self._passed = PassedNumbers(context, self._known)
        self._asking, self._scans = AskingLoops(context), Scans(context)
        self._reductions = Reductions(context)
        parameters = context.subsearch.problem.parameters
        self._is_of_numbers, self._is_of_list = are_numbers(parameters), are_numbers_and_list(parameters)
        self._is_of_rows = are_rows(parameters)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression] | None]:
        """Programs for the target, with their costs; none for deduced goals."""
        if self._is_of_numbers:
            if bound() > BELIEVED:
                yield from self._searched.trails(goal, bound)
            yield from self._known.solve(goal, bound)
            yield from self._passed.solve(goal, bound)
        elif self._is_of_list:
            yield from self._scans.solve(goal, bound)
            yield from self._asking.solve(goal, bound)
        elif self._is_of_rows:
            yield from self._reductions.solve(goal, bound)
