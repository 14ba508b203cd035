"""Phrases of a small language: a grammar that says what each means, learnt from the examples alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from ....dsl.core.expression import Expression, free_variables
from ....dsl.core.types import STR
from ....dsl.language.language import BUILTIN
from ....dsl.primitives.grammars import LONGEST
from ...cost.costs import Costs
from ...readings.scene.applying import applied
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .grammar import LEFT, RIGHT, Grammar
from .learning import grammars_of
from .lexicon import Said

MOST_SOURCE_COST, MOST_SOURCES = 6, 8
"""What a text may cost that is read as a phrase, and how many such texts are tried."""
MOST_FOUND = 4
LEAST_EXAMPLES = 4
RULE_COST, TOKEN_COST, LONE_COST = 4, 2, 6
"""What a rule costs, each token of what it means that is not an operand, and a word that is in one phrase only."""
ARROW = "->"
"""What stands between the two sides of a rule."""


class Grammars:
    """Programs that interpret the phrases of a small language."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        problem = context.subsearch.problem
        self._costs = Costs(problem.given, context.subsearch.prior, problem.extras)
        self._order = problem.in_given_order.tolist()
        self._seen: set[str] = set()

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives for the goal."""
        if goal.depth or goal.type != STR or len(self.context.examples) < LEAST_EXAMPLES:
            return
        wanted = self.bank.goal_values(goal)
        for source, values in islice(self._sources(), MOST_SOURCES):
            if self.budget.stopped_by():
                return
            for cost, body in islice(self._programs(source, values, wanted), MOST_FOUND):
                if cost < bound() and self.context.gives(body, wanted):
                    yield cost, goal.complete(body)

    def _sources(self) -> Iterator[tuple[Expression, Sequence[str]]]:
        """The cheapest texts, each once."""
        for text in self.context.entries(STR.__eq__, MOST_SOURCE_COST):
            body = text.express()
            if free_variables(body) and str(body) not in self._seen:
                self._seen.add(str(body))
                yield body, text.values

    def _programs(
        self, source: Expression, values: Sequence[str], wanted: Sequence[str]
    ) -> Iterator[tuple[int, Expression]]:
        """Programs that interpret the source, with their costs."""
        between = " " if any(" " in text for text in wanted) else ""
        said = [
            (tuple(values[place].split()), tuple(wanted[place].split() if between else wanted[place]))
            for place in self._order
        ]
        if not _may_be_phrases(values, said):
            return
        self.budget.note("tables", 1, 0.0)
        seen = Counter(word for phrase, _ in said for word in {*phrase})
        around = self._costs.of_parts(source) + BUILTIN.vocabulary["interpret"].cost
        for grammar in grammars_of(said):
            yield around + _cost(grammar, seen), applied("interpret", source, grammar.rules(between))


def _may_be_phrases(values: Sequence[str], said: Sequence[Said]) -> bool:
    """Whether words come again, and nothing stands in the way of writing rules with them."""
    words = [word for phrase, _ in said for word in phrase]
    return (
        all(phrase and meaning for phrase, meaning in said)
        and max(map(len, values)) <= LONGEST
        and len({*words}) * 2 <= len(words)
        and all(value == " ".join(value.split()) for value in values)
        and not any(slot in value for pair in said for slot in (LEFT, RIGHT) for value in map(" ".join, pair))
        and ARROW not in words
    )


def _cost(grammar: Grammar, seen: Counter[str]) -> int:
    """What the rules of a grammar cost."""
    words = [(operator.word, operator.meaning) for operator in grammar.operators] + [*grammar.lexicon.items()]
    tokens = sum(token not in (LEFT, RIGHT) for _, meaning in words for token in meaning)
    lone = sum(word is not None and seen[word] == 1 for word, _ in words)
    return RULE_COST * len(words) + TOKEN_COST * tokens + LONE_COST * lone
