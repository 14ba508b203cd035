"""Outputs with a skeleton: each hole is a task of its own, and what solves them is put together.

A search for the whole pays for all holes at once, the product of what they cost one by one. Numbers in holes are
searched for as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from ....dsl.core.expression import Expression, Literal, call
from ....dsl.core.types import DECIMAL, INT, STR, Type
from ....dsl.language.language import BUILTIN
from ...answer.solutions import Solution
from ...cost.costs import Costs
from ...cost.literals import constant_cost
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .skeletons import Skeleton, skeletons_of

LEAST_TRIED, GROWTH = 100_000, 8
"""How many candidates the search must have tried before, and how many times that until it is tried again."""
CANDIDATES, SHARE = 200_000, 0.1
"""The candidates for one hole; more, if this share of those that the search has tried is more."""
KEY_COST = 4
"""What it adds, for each output, to learn it by heart: a hole's program costs less than that."""
MOST_ODD = 6
"""What is odder than this is not what stands in a hole: it would end the search for what is meant."""
LEAST_COST = 24
"""A program of this kind costs no less, so that it is not looked for where a program is that cheap."""

Column = tuple[str, ...]


class Holes:
    """Texts put together of literals and of what is searched for one hole at a time."""

    def __init__(self, context: SearchContext) -> None:
        self.budget, self.subsearch = context.budget, context.subsearch
        self.problem = problem = self.subsearch.problem
        self._costs = Costs(problem.given, self.subsearch.prior, problem.extras)
        self._skeletons = skeletons_of(problem.outputs) if problem.result_type == STR else []
        self._begins_at = LEAST_TRIED
        self._found: dict[Column, Solution | None] = {}

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        if goal.depth or not self._skeletons or bound() <= LEAST_COST or self.budget.candidates < self._begins_at:
            return
        self._begins_at = GROWTH * self.budget.candidates
        self._found = {column: one for column, one in self._found.items() if one is not None}
        for skeleton in self._skeletons:
            body = self._filled(skeleton, bound)
            if body is not None:
                yield body

    def _filled(self, skeleton: Skeleton, bound: Bound) -> tuple[int, Expression] | None:
        """The program that fills all holes, with its cost; None if one of them has none."""
        parts: list[Expression] = []
        cost = 0
        for text, column in zip(skeleton.literals, (*skeleton.holes, None), strict=True):
            if text:
                parts.append(Literal(text, STR))
                cost += self._costs.of_parts(parts[-1])
            if column is None:
                break
            solution = self._solution(column, bound() - cost)
            if solution is None or self.budget.stopped_by():
                return None
            parts.append(solution.body)
            cost += solution.parts
        joined = BUILTIN.vocabulary["concat"]
        body = reduce(lambda after, before: call(joined, before, after), reversed(parts))
        return cost + joined.cost * (len(parts) - 1), body

    def _solution(self, column: Column, most: int) -> Solution | None:
        """The cheapest program for what stands in a hole."""
        if column not in self._found:
            ways = (self._searched(column, type_, most) for type_ in self._types(column))
            self._found[column] = next(filter(None, ways), None)
        return self._found[column]

    def _types(self, column: Column) -> Sequence[Type]:
        """What the texts of a hole may be searched for as, the likelier type first."""
        if not all(map(_is_number, column)):
            return [DECIMAL, STR] if all(map(_is_decimal, column)) and not self._is_given(column) else [STR]
        return [STR, INT] if STR in self.problem.signature[:-1] else [INT, STR]

    def _is_given(self, column: Column) -> bool:
        """Whether an input of each example has what stands in a hole."""
        rows = zip(self.problem.task.train, column, strict=True)
        return all(any(isinstance(one, str) and text in one for one in example.inputs) for example, text in rows)

    def _searched(self, column: Column, type_: Type, most: int) -> Solution | None:
        read = {INT: int, DECIMAL: Decimal}.get(type_, str)
        values = [read(text) for text in column]
        most = min(most, sum(KEY_COST + constant_cost(value, type_) for value in values))
        if most <= 0:
            return None
        candidates = max(CANDIDATES, int(SHARE * self.budget.candidates))
        problem = self.problem.with_outputs(values, type_)
        found = self.subsearch.search(problem, candidates=candidates, most_cost=most)
        plain = (one for one in found if one.cost <= one.parts + MOST_ODD)
        return next((one if type_ == STR else self._written(one, column, type_) for one in plain), None)

    def _written(self, solution: Solution, column: Column, type_: Type) -> Solution:
        """A number as the texts of a hole write it: with zeros before it where they have any."""
        body = call(BUILTIN.vocabulary["to_text" if type_ == INT else "decimal_text"], solution.body)
        if type_ == INT and any(text != str(int(text)) for text in column):
            width = min(len(text) for text in column if text[0] == "0")
            body = call(BUILTIN.vocabulary["zero_filled"], body, Literal(width, INT))
        parts = solution.parts + self._costs.of_parts(body) - self._costs.of_parts(solution.body)
        return replace(solution, body=body, parts=parts)


def _is_decimal(text: str) -> bool:
    """Whether this is a number in the fewest digits."""
    return re.fullmatch(r"-?(0|[1-9]\d{0,8})(\.\d{0,5}[1-9])?", text) is not None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?(0|[1-9]\d{0,14})|0\d{1,5}", text) is not None
