"""Branches, one of which is searched for with only the examples that are left to it.

A value that is right on some examples, and a truth value that says on which, leave a smaller task;
what solves that may be undefined on all the others (Alur, Radhakrishna, Udupa, "Scaling enumerative
program synthesis via divide and conquer", TACAS 2017).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.core.expression import Expression, call
from ...dsl.core.types import BOOL
from ...dsl.language.language import BUILTIN
from ..task.goals import Bound, Goal
from .branches import BASE_COST, COST_PER_POSITION
from .context.context import SearchContext
from .partial_matches import partial_programs

LEAST_TRIED = 200_000
"""How many candidates the search must have tried before."""
SHARE, LEAST_CANDIDATES = 0.1, 30_000
"""Of the candidates that the search has tried, for all remainders together; and the least for one."""
MOST_REMAINDERS = 3
LEAST_EXAMPLES = 2
"""How many examples each branch must have: with fewer it could be chance."""
MOST_CONDITION_COST = 12
BELIEVED = 36
"""Where a program has been found that costs no more, nothing is searched for."""


class Remainders:
    """Choices between an entry of the bank and a program for the examples that it gets wrong."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.examples, self.subsearch = context.examples, context.subsearch
        self._has_found = False

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals, or once a program is believed.

        A dear program that another search has found does not end this: its bank may have an odd condition where this
        one has a plain one.
        """
        if (
            goal.depth
            or self._has_found
            or bound() <= BELIEVED
            or self.budget.candidates < LEAST_TRIED
            or len(self.examples) < 2 * LEAST_EXAMPLES
        ):
            return
        quota = max(LEAST_CANDIDATES, int(SHARE * self.budget.candidates) // MOST_REMAINDERS)
        done = 0
        for one in sorted(partial_programs(self.bank, goal, self.budget), key=lambda one: -len(one.right)):
            left = [number for number in range(len(self.examples)) if number not in one.right]
            condition = self._condition(one.right)
            if condition is None or min(len(left), len(one.right)) < LEAST_EXAMPLES:
                continue
            cost = BUILTIN.searched["if_else"].cost + condition[0] + self.bank.cost_of(one.entry)
            most = min(bound() - cost, BASE_COST + int(COST_PER_POSITION * len(left)) - cost)
            known = self.context.expression(one.entry)
            rest = self.subsearch.problem.restricted(left)
            for solution in self.subsearch.search(rest, candidates=quota, most_cost=most)[:1]:
                self._has_found = True
                if self.context.gives(solution.body, self.subsearch.problem.outputs):
                    yield solution.parts, solution.body
                    return
                yield cost + solution.parts, call(BUILTIN.searched["if_else"], condition[1], known, solution.body)
            done += 1
            if done == MOST_REMAINDERS:
                return

    def _condition(self, right: frozenset[int]) -> tuple[int, Expression] | None:
        """The cheapest entry that is true on these examples alone."""
        wanted = {number: number in right for number in range(len(self.examples))}
        for cost in range(1, MOST_CONDITION_COST + 1):
            for entry in self.bank.equal(BOOL, cost, wanted):
                return cost, self.context.expression(entry)
        return None
