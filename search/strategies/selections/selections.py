"""Numbers of which the goal says that they meet a condition, and others that do not: the condition is a task of its own.

All numbers of a range that meet it, the next one, the n-th: each output tells of many numbers whether the condition
holds. So a search of its own, from a number to a truth value, finds conditions that are much dearer than what the
search around comes to, and what it finds is not learnt by heart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb, log2

from ....dsl.core.expression import Expression, walk
from ....dsl.core.types import BOOL, INT
from ...answer.solutions import Solution
from ...cost.costs import Costs
from ...task.goals import Bound, Goal
from ...task.problem import Problem
from ...task.task import Example, Task
from ..context.context import SearchContext
from ..loops.bodies import Row, gives, spread
from .shapes import NUMBERS, Shape, Shapes, rows_of

LEAST_TRIED, GROWTH = 20_000, 8
"""How many candidates the search must have tried before, and how many times that until it is tried again."""
CANDIDATES, SHARE = 60_000, 0.25
"""The candidates for one condition; more, if this share of those that the search has tried is more."""
MOST_SHAPES = 2
"""So many shapes are looked at."""
MOST_ROWS = 36
"""So many numbers a condition is searched with; the others only test it."""
MOST_ROUNDS, MOST_ADDED = 3, 4
"""How often a condition may fail on the others, and how many of these then join."""
MOST_BODIES, MOST_RIGHT = 12, 2
"""Conditions that are tested, and those that make programs."""
BELIEVED = 16
"""Where a program has been found that costs no more, no condition is searched for."""


class Selections:
    """Programs with a condition on a number that is searched for with what the goal says of numbers."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget, self.subsearch = context, context.budget, context.subsearch
        self.problem = self.subsearch.problem
        self._costs = Costs(self.problem.given, self.subsearch.prior, self.problem.extras)
        self._is_of_numbers = all(one.type == INT for one in self.problem.parameters)
        self._begins_at = LEAST_TRIED
        self._shapes: list[Shape] | None = None

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        is_early = self.budget.candidates < self._begins_at
        if goal.depth or not self._is_of_numbers or goal.type not in (INT, NUMBERS) or is_early:
            return
        self._begins_at = GROWTH * self.budget.candidates
        wanted = self.context.bank.goal_values(goal)
        if self._shapes is None:
            found = Shapes(self.problem, [one.inputs for one in self.context.examples]).of(goal.type, wanted)
            self._shapes = found[:MOST_SHAPES]
        for shape in self._shapes:
            if bound() <= BELIEVED or self.budget.stopped_by():
                return
            for condition in self._conditions(shape, bound()):
                body = shape.close(condition.body)
                if body is not None:
                    cost = self._costs.of_parts(body)
                    if cost < bound() and self.context.gives(body, wanted):
                        yield cost, body

    def _conditions(self, shape: Shape, most_cost: int) -> Iterator[Solution]:
        """Conditions that are right on all that is known, the cheapest first."""
        rows = _Rows.of(shape.rows)
        chosen = rows.some()
        candidates = max(CANDIDATES, int(SHARE * self.budget.candidates))
        for _ in range(MOST_ROUNDS):
            problem = self._problem(shape, chosen)
            found = self.subsearch.search(problem, candidates=candidates, most_cost=min(most_cost, rows.bits))
            self.problem.extras.update(problem.extras)
            right, failed = [], list[Row]()
            for solution in found[:MOST_BODIES]:
                wrong = [row for row in shape.rows if not gives(solution.body, shape.parameters, row)]
                if not wrong:
                    right.append(solution)
                failed = failed or wrong
            yield from sorted(right, key=lambda one: (one.cost, len([*walk(one.body)])))[:MOST_RIGHT]
            if right or not failed:
                return
            chosen = [*chosen, *spread(failed, MOST_ADDED)]

    def _problem(self, shape: Shape, rows: Sequence[Row]) -> Problem:
        """The task that a condition is."""
        train = tuple(Example(row.inputs, row.output) for row in rows)
        types = tuple(one.type for one in shape.parameters)
        task = Task("", train, (), (), types, BOOL)
        return Problem.of(task, shape.parameters, language=self.problem.language)


@dataclass(frozen=True)
class _Rows:
    """Numbers for which a condition holds, and those for which it does not."""

    met: Sequence[Row]
    failed: Sequence[Row]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Rows:
        return cls(rows_of(rows, True), rows_of(rows, False))

    @property
    def bits(self) -> int:
        """What the rows say of a condition: one that costs more is learnt by heart."""
        return int(log2(comb(len(self.met) + len(self.failed), len(self.met))))

    def some(self) -> list[Row]:
        """As many of both kinds as there are."""
        half = MOST_ROWS // 2
        met = min(len(self.met), max(half, MOST_ROWS - len(self.failed)))
        return [*spread(list(self.met), met), *spread(list(self.failed), MOST_ROWS - met)]
