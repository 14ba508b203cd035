"""Just-in-time learning: programs that are right on some examples make their parts cheaper.

Barke, Peleg, Polikarpova, "Just-in-time learning for bottom-up enumeration", OOPSLA 2020, section
4: the cost of a primitive is multiplied by one less the largest share of examples that a program
with it gets right. A second search with these costs runs within the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dsl.core.expression import Call, Expression, Literal, Variable, walk
from ...dsl.core.types import Type
from ..cost.costs import Costs
from ..cost.prior import Prior
from ..engine.instances import Instance
from ..task.goals import Bound, Goal
from ..task.settings import MOST_COST
from .context.context import SearchContext
from .partial_matches import partial_programs

LEAST_TRIED = 500_000
"""How many candidates the search must have tried: before that, the usual costs are as good a guess."""
SHARE = 0.15
"""Of the candidates that the search has tried, for the search with other costs."""


@dataclass(frozen=True)
class ReweightedPrior:
    """A prior whose costs are multiplied, by primitive.

    Parameters
    ----------
    factors
        By the primitive's name, from 0 to 1; 1 for all others.
    """

    usual: Prior
    factors: Mapping[str, float]

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        cost = self.usual.instance_cost(instance, given, outermost=outermost)
        return max(1, round(cost * self.factors.get(instance.primitive.name, 1.0)))

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return self.usual.terminal_cost(terminal, cost)

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


class Reweighting:
    """A search with costs that programs right on some examples have changed."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.subsearch = context.subsearch

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their usual costs; none for deduced goals, or once a program is found."""
        if goal.depth or bound() < MOST_COST or self.budget.candidates < LEAST_TRIED:
            return
        factors = self._factors(goal)
        if factors:
            subsearch, quota = self.subsearch, int(SHARE * self.budget.candidates)
            problem, usual = subsearch.problem, subsearch.prior
            prior, costs = ReweightedPrior(usual, factors), Costs(problem.given, usual, problem.extras)
            for solution in subsearch.search(problem, candidates=quota, prior=prior):
                cost = costs.of_parts(solution.body)
                if cost < bound():
                    yield cost, solution.body

    def _factors(self, goal: Goal) -> dict[str, float]:
        """What the costs of primitives in programs that are right somewhere are to be multiplied by."""
        factors: dict[str, float] = {}
        for one in partial_programs(self.bank, goal, self.budget):
            for part in walk(self.context.expression(one.entry)):
                if isinstance(part, Call):
                    name = part.primitive.name
                    factors[name] = min(factors.get(name, 1.0), 1 - len(one.right) / self.bank.examples)
        return factors
