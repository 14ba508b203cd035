"""Loop synthesis: loops whose step is searched for, from the examples of it that the goal gives away.

Feser, Chaudhuri, Dillig, "Synthesizing data structure transformations from input-output
examples", PLDI 2015, section 4: a list mapped over tells the function's value on every item, one
scanned tells every step but the first, and so on. The body is a task like any other, in which the
program's own parameters may be used too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT, STR, list_of
from ...task.goals import Bound, Goal
from ...task.problem import Problem
from ...task.task import Example, Task
from ..context.context import SearchContext
from .bodies import Loop, Row, gives, spread
from .lists import ListLoops
from .pieces import PieceLoops
from .scope import Scope
from .steps import StepLoops

LEAST_TRIED, LEAST_TRIED_OF_TEXTS, LEAST_TRIED_OF_BLOCKS = 200_000, 50_000, 5_000
"""How many candidates the search must have tried before: easy tasks need no loop, but lists of texts soon do; and
where all that is between the blocks of lists has stayed, this is hardly by chance."""
MOST_FOLDED_COST = 4
"""What is folded is a parameter, or a parameter reversed."""
MOST_LOOPS = 4
MOST_ROWS = 10
"""Examples that a body is searched with; the others only test it."""
MOST_ROUNDS = 3
"""How often a body may fail on the others, which then join the examples."""
MOST_BODIES, MOST_RIGHT = 8, 3
"""Bodies that are tested, and those that make loops: a rival may be what was meant."""
SHARE, LEAST_CANDIDATES = 0.2, 40_000
"""The bodies together may try so many candidates for each that the search has tried, the first of them half of
these, the second a quarter; and each so many at least."""
LEAST_OF_TRAILS = 100_000
"""The same of the steps from number to number, which choose more often."""
LEAST_BODY = 3
"""A body that costs less is not worth a loop."""


class LoopSynthesis:
    """Loops over the entries of a bank for one goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch, self.scope = context.subsearch, Scope(context)
        self.over_lists, self.in_steps, self.in_pieces = (
            ListLoops(self.scope),
            StepLoops(self.scope),
            PieceLoops(self.scope),
        )

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives for it; none for deduced goals."""
        if goal.depth or self.budget.candidates < LEAST_TRIED_OF_BLOCKS:
            return
        of_texts = STR in (goal.type, goal.type.item)
        is_early = self.budget.candidates < (LEAST_TRIED_OF_TEXTS if of_texts else LEAST_TRIED)
        found = self._of_blocks(goal) if is_early else self._loops(goal)
        loops = sorted(found, key=lambda loop: (not loop.in_pieces, loop.cost))[:MOST_LOOPS]
        share = int(SHARE * self.budget.candidates)
        for loop in loops:
            share //= 2
            quota = max(LEAST_CANDIDATES, share)
            cost = goal.cost + loop.cost
            if cost + LEAST_BODY < bound():
                for more, body in self._closed(loop, bound() - cost, quota):
                    yield cost + more, goal.complete(body)

    def trails(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for a target that is a list of numbers, each of which follows from the one before."""
        if goal.depth or goal.type != list_of(INT):
            return
        for loop in self.in_steps.trails(self.bank.goal_values(goal)):
            for more, body in self._closed(
                loop, bound() - loop.cost, max(LEAST_OF_TRAILS, int(SHARE * self.budget.candidates))
            ):
                yield goal.cost + loop.cost + more, goal.complete(body)

    def _closed(self, loop: Loop, most_cost: int, quota: int) -> Iterator[tuple[int, Expression]]:
        """The loop with bodies that are right on all its rows, and their costs."""
        variables = (*loop.parameters, *(self.scope.shared if loop.shared else ()))
        types = tuple(variable.type for variable in variables)
        rows = list(loop.rows)
        chosen = spread(rows, MOST_ROWS)
        for _ in range(MOST_ROUNDS):
            train = tuple(Example(row.inputs, row.output) for row in chosen)
            task = Task("", train, (), (), types, loop.result)
            problem = Problem.of(task, variables, language=self.subsearch.problem.language)
            solutions = self.subsearch.search(problem, candidates=quota, most_cost=most_cost)
            failed: list[Row] = []
            right = 0
            for solution in solutions[:MOST_BODIES]:
                if wrong := [row for row in rows if not gives(solution.body, variables, row)]:
                    failed = failed or wrong
                elif right < MOST_RIGHT:
                    right += 1
                    yield from ((solution.parts + more, expression) for more, expression in loop.close(solution.body))
            if right or not failed:
                return
            chosen += failed[:2]

    def _loops(self, goal: Goal) -> Iterator[Loop]:
        values = self.bank.goal_values(goal)
        yield from self.in_steps.iterates(goal.type, values)
        for collection in self.context.entries(lambda type_: type_.is_list, MOST_FOLDED_COST):
            yield from self.in_steps.folds(goal.type, values, collection)
        if goal.type.item is not None:
            yield from self.over_lists.over_items(goal, goal.type.item, values)
        yield from self._of_blocks(goal)
        if goal.type == STR:
            yield from self.in_pieces.of_texts(values)
            yield from self.in_pieces.of_items(values)
            yield from self.over_lists.joins(values)

    def _of_blocks(self, goal: Goal) -> Iterator[Loop]:
        if goal.type.is_list:
            yield from self.in_pieces.of_lists(goal.type, self.bank.goal_values(goal))
