"""Numbers of which the goal says whether they meet a condition: the condition is a task of its own.

All numbers of a range that meet it, the next one, the n-th: each output tells of many numbers whether the condition
holds. So a search of its own, from a number to a truth value, finds conditions that are much dearer than what the
search around comes to, and what it finds is not learnt by heart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb, log2
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, walk
from ....dsl.core.types import BOOL, INT
from ...answer.solutions import Solution
from ...cost.costs import Costs
from ...task.goals import Bound, Goal
from ...task.problem import Problem
from ...task.settings import MOST_COST
from ...task.task import Example, Task
from ..context.context import SearchContext
from ..loops.bodies import Row, gives, spread
from .pool import Pool
from .shapes import NUMBERS, Shape, Shapes, rows_of
from .totals import Totals

LEAST_TRIED, GROWTH = 10_000, 3
"""How many candidates the search must have tried before, and how many times that until it is tried again."""
CANDIDATES, SHARE = 40_000, 0.25
"""The candidates for the condition of the likeliest shape, half of these for the next, and so on; more, if this share
of those that the search has tried is more."""
MANY_CANDIDATES = 200_000
"""The same where the goal lists numbers, of which nothing else is asked: it is hardly anything else."""
FIRST_SHARE, MORE = 4, 3
"""The first search for a condition has this part of its candidates, and one after which none was found so many times
as many."""
MOST_SHAPES = 3
"""So many shapes are looked at."""
MOST_ROWS = 36
"""So many numbers a condition is searched with; the others only test it."""
PLAIN = 12
"""A dearer condition may be right by chance: a cheaper one is looked for."""
MOST_POOLED = 400
"""So many numbers the conditions of a pool are looked at for."""
MOST_ADDED = 4
"""So many of the others join on which a condition is wrong."""
MOST_BODIES, MOST_RIGHT = 12, 2
"""Conditions that are tested, and those that make programs."""
LEAST_COUNTED = 5_000
"""A search counts as so many candidates at least, so that they are not many."""
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
        self._tried = [0] * MOST_SHAPES
        self._totals: Totals | None = None

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        is_early = self.budget.candidates < self._begins_at
        if goal.depth or not self._is_of_numbers or goal.type not in (INT, NUMBERS) or is_early:
            return
        self._begins_at = GROWTH * self.budget.candidates
        wanted = self.context.bank.goal_values(goal)
        if self._shapes is None:
            shapes = Shapes(self.problem, [one.inputs for one in self.context.examples])
            self._shapes = shapes.of(goal.type, wanted)[:MOST_SHAPES]
            if goal.type == INT:
                self._totals = Totals(self.problem, shapes.inputs, wanted, self._shapes)
        for number, shape in enumerate(self._shapes):
            if bound() <= BELIEVED or self.budget.stopped_by():
                return
            quota = self._quota(shape) >> number
            if quota < MORE * self._tried[number]:
                continue  # It would find what it has found before.
            self._tried[number] = quota
            found = [*self._programs(shape, quota, bound, wanted)]
            yield from found
            if found:
                return
        totals, self._totals = self._totals, None
        if totals is not None and totals.are_possible and bound() > BELIEVED and not self.budget.stopped_by():
            for body in totals.programs(self.subsearch):
                yield from self._confirmed(body, bound, wanted)

    def _quota(self, shape: Shape) -> int:
        """How many candidates may be tried for the condition of a shape."""
        least = MANY_CANDIDATES if self._is_sure(shape) else CANDIDATES
        return max(least, int(SHARE * self.budget.candidates))

    def _is_sure(self, shape: Shape) -> bool:
        """Whether the goal lists numbers, of which nothing else is asked."""
        return len(shape.parameters) == 1 and self.problem.result_type == NUMBERS

    def _pooled(self, shape: Shape) -> Iterator[Expression]:
        """Conditions on the number that a pool has: there its digits and what people ask of numbers are cheaper."""
        rows = sorted(spread(list(shape.rows), MOST_POOLED), key=lambda row: row.inputs)
        pool = Pool(self.subsearch, shape.parameters[0], [row.inputs[0] for row in rows])
        right = (pool.conditions.values == np.array([row.output for row in rows])).all(axis=1)
        for one in np.flatnonzero(right)[:MOST_RIGHT]:
            yield pool.expression(int(pool.conditions.entries[one]))

    def _programs(
        self, shape: Shape, quota: int, bound: Bound, wanted: Sequence[Any]
    ) -> Iterator[tuple[int, Expression]]:
        """The programs of one shape."""
        cheapest = MOST_COST
        for condition in self._conditions(shape, quota, bound()):
            body = shape.close(condition.body)
            if body is not None:
                yield from self._confirmed(body, bound, wanted)
                cheapest = min(cheapest, condition.cost)
        if cheapest > PLAIN and self._is_sure(shape):
            for condition_body in self._pooled(shape):
                body = shape.close(condition_body)
                if body is not None:
                    yield from self._confirmed(body, bound, wanted)

    def _confirmed(self, body: Expression, bound: Bound, wanted: Sequence[Any]) -> Iterator[tuple[int, Expression]]:
        """The program with its cost, if it is right and cheap enough."""
        cost = self._costs.of_parts(body)
        if cost < bound() and self.context.gives(body, wanted):
            yield cost, body

    def _conditions(self, shape: Shape, quota: int, most_cost: int) -> Iterator[Solution]:
        """Conditions that are right on all that is known, the cheapest first."""
        rows = _Rows.of(shape.rows)
        chosen, at_once = rows.some(), quota // FIRST_SHARE
        while quota > 0:
            problem, before = self._problem(shape, chosen), self.budget.candidates
            most, candidates = min(most_cost, rows.bits), min(at_once, quota)
            found = self.subsearch.search(problem, candidates=candidates, most_cost=most)
            self.problem.extras.update(problem.extras)
            right, failed = [], list[Row]()
            for solution in found[:MOST_BODIES]:
                wrong = [row for row in shape.rows if not gives(solution.body, shape.parameters, row)]
                if not wrong:
                    right.append(solution)
                failed = failed or wrong
            yield from sorted(right, key=lambda one: (one.cost, len([*walk(one.body)])))[:MOST_RIGHT]
            most_cost = min([most_cost, *(one.cost for one in right)])
            if most_cost <= PLAIN or self.budget.stopped_by():
                return
            quota -= max(LEAST_COUNTED, self.budget.candidates - before)
            if failed and not right:
                chosen = [*chosen, *spread(failed, MOST_ADDED)]
            elif self.budget.candidates - before < candidates:
                return  # There is none that is cheap enough.
            else:
                at_once *= MORE

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
