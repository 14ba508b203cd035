"""Cases: the examples told apart by what their inputs say, and a program for each case found on its examples alone.

What is constant in one case only, such as a separator or a word, suggests itself there and nowhere else. So each
case is a task of its own (Alur, Radhakrishna, Udupa, TACAS 2017, divide by what is cheap to say).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import BOOL, STR
from ...dsl.language.language import BUILTIN
from ..answer.solutions import Solution
from ..cost.costs import Costs
from ..cost.text_signs import is_foreign
from ..readings.scene.scene import Reading, Scene
from ..readings.texts.conditions import LEAST_IN_A_CASE, telling_conditions
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .orders import Orders

LEAST_TRIED, GROWTH = 100_000, 8
"""How many candidates the search must have tried before, and how many times that until it is tried again."""
CANDIDATES, SHARE = 60_000, 0.04
"""The candidates for one case; more, if this share of those that the search has tried is more."""
MOST_WAYS, MOST_RIVALS = 6, 2
"""How many ways to tell cases apart are tried, and how many programs of each case are taken."""
LEAST_COST = 24
"""A choice costs no less, so that it is not looked for where a program is that cheap."""


class Cases:
    """Choices by a condition on the inputs between two programs, each of which is searched for on its examples."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget, self.subsearch = context, context.budget, context.subsearch
        problem = self.subsearch.problem
        self._costs = Costs(problem.given, self.subsearch.prior, problem.extras)
        self._begins_at = LEAST_TRIED
        self._orders = Orders(context)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        yield from self._orders.solve(goal, bound)
        if goal.depth or goal.type == BOOL or bound() <= LEAST_COST or self.budget.candidates < self._begins_at:
            return
        self._begins_at = GROWTH * self.budget.candidates
        for condition in sorted(self._conditions(), key=self._leaves_much)[:MOST_WAYS]:
            if self.budget.stopped_by():
                return
            yield from self._chosen(condition, bound)

    def _conditions(self) -> Iterator[Reading]:
        """Conditions whose cases are either large enough, or all alike, or say something where a text lacks a part."""
        problem = self.subsearch.problem
        for condition in telling_conditions(Scene(problem), least=1, lengths=True):
            sides = [
                [output for output, truth in zip(problem.outputs, condition.values, strict=True) if truth == side]
                for side in (True, False)
            ]
            small = min(map(len, sides)) < LEAST_IN_A_CASE
            alike = any(len(side) >= LEAST_IN_A_CASE and side.count(side[0]) == len(side) for side in sides)
            if alike or not small or self._is_default(condition):
                yield condition

    def _is_default(self, condition: Reading) -> bool:
        """Whether one example alone does not meet the condition, and its output is a text with nothing of its input."""
        examples = self.subsearch.problem.examples
        if self.subsearch.problem.result_type != STR:
            return False
        lone = [example for example, truth in zip(examples, condition.values, strict=True) if not truth]
        return len(lone) == 1 and len(examples) > LEAST_IN_A_CASE and is_foreign(lone[0].inputs, lone[0].output)

    def _leaves_much(self, condition: Reading) -> bool:
        """Whether in neither case the output is always the same, or always an argument."""
        rows = [(*example.inputs, example.output) for example in self.subsearch.problem.examples]
        for side in (True, False):
            *arguments, outputs = zip(
                *(row for row, truth in zip(rows, condition.values, strict=True) if truth == side), strict=True
            )
            if list(outputs) in map(list, arguments) or all(output == outputs[0] for output in outputs):
                return False
        return True

    def _chosen(self, condition: Reading, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """The choices between the programs that are found for the two cases of a condition.

        A program for one case that is right in the other as well needs no choice, and the other case no search.
        """
        choice = BUILTIN.vocabulary["if_else"]
        cost = choice.cost + self._costs.of_parts(condition.body) + condition.extra
        sides: list[Sequence[Solution]] = []
        for side in (True, False):
            least = sum(solutions[0].parts for solutions in sides)
            sides.append(self._solutions(condition, side, bound() - cost - least))
            right = [one for one in sides[-1] if self.context.gives(one.body, self.subsearch.problem.outputs)]
            yield from ((one.parts, one.body) for one in right)
            if right or not sides[-1]:
                return
        for one, other in product(*sides):
            yield cost + one.parts + other.parts, call(choice, condition.body, one.body, other.body)

    def _solutions(self, condition: Reading, side: bool, most: int) -> Sequence[Solution]:
        """Programs for the examples of one case, which cost less than this."""
        if most <= 0:
            return []
        chosen = [number for number, truth in enumerate(condition.values) if truth == side]
        if len(chosen) == 1 and not side and self._is_default(condition):
            problem = self.subsearch.problem
            default = Literal(problem.outputs[chosen[0]], problem.result_type)
            cost = self._costs.of_parts(default)
            return [Solution(cost, default, cost)] if cost < most else []
        candidates = max(CANDIDATES, int(SHARE * self.budget.candidates))
        problem = self.subsearch.problem.restricted(chosen)
        return self.subsearch.search(problem, candidates=candidates, most_cost=most)[:MOST_RIVALS]
