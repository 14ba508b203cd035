"""Programs of comprehensions for one goal: which conditions, functions and ways to sum up give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal
from ....dsl.core.types import BOOL, INT, STR, Type
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost, integer_cost
from ...cost.prior import FUNCTION_COST
from ...readings.scene.applying import applied
from .items import Column, Items
from .joins import Join, first, largest, last, or_default, pairs, smallest, sums

Found = Iterator[tuple[int, Expression]]
"""Programs with what they cost."""

MOST_FOUND = 6
"""So many programs of one form are offered."""
EXTREMES = (("max", largest), ("min", smallest), ("head", first), ("last", last))
"""What is taken of the values of a function where a condition holds."""
CONDITIONS, FUNCTIONS = 400, 600
"""The cheapest ones, of which each goes with each: what is joined of more of them says more than outputs do."""
MOST_LARGE = 1 << 40
"""Larger values are not added up."""


class Results:
    """The programs over one source for a goal.

    Parameters
    ----------
    values
        Of the goal, in the examples of the source.
    most_cost
        Programs of this cost or more are of no interest.
    """

    def __init__(self, items: Items, type_: Type, values: Sequence[Any], most_cost: int) -> None:
        self.items, self.type, self.values, self.most_cost = items, type_, values, most_cost

    def found(self) -> Found:
        """All of them, form by form."""
        if self.type == BOOL:
            yield from self._truths()
        if self.type == INT:
            yield from self._counts()
            yield from self._sums()
            yield from self._products()
            yield from self._extremes()
            yield from self._or_default()
            yield from self._distinct()
        if self.type == self.items.source.item:
            yield from self._firsts()
            yield from self._bests()

    def _function(self, entry: int) -> Function:
        return Function((self.items.variable,), self.items.expression(int(entry)))

    def _cost(self, *names: str) -> int:
        """What is around the bodies of the functions."""
        return self.items.cost + sum(
            BUILTIN.vocabulary[name].cost + FUNCTION_COST * BUILTIN.vocabulary[name].takes_function for name in names
        )

    def _totals(self) -> np.ndarray:
        """How often each condition holds in each example: int64, (conditions, examples)."""
        conditions = self.items.conditions.values
        return np.stack([conditions[:, span].sum(axis=1) for span in self.items.spans], axis=1)

    def _truths(self) -> Found:
        conditions, totals = self.items.conditions, self._totals()
        wanted = np.array(self.values, bool)
        lengths = np.array([span.stop - span.start for span in self.items.spans])
        forms = {"any_of": totals > 0, "all_of": totals == lengths}
        for name, values in forms.items():
            cost = self._cost(name)
            for index in _some((values == wanted).all(axis=1), conditions, self.most_cost - cost):
                body = applied(name, self.items.source.body, self._function(conditions.entries[index]))
                yield cost + int(conditions.costs[index]), body
        cost = self._cost("count_where") + BUILTIN.vocabulary["eq"].cost + 2
        for number in (1, 2):
            for index in _some(((totals == number) == wanted).all(axis=1), conditions, self.most_cost - cost):
                counted = applied("count_where", self.items.source.body, self._function(conditions.entries[index]))
                yield cost + int(conditions.costs[index]), applied("eq", counted, number)

    def _counts(self) -> Found:
        conditions, totals = self.items.conditions, self._totals()
        cost = self._cost("count_where")
        for index in _some((totals == self.values).all(axis=1), conditions, self.most_cost - cost):
            body = applied("count_where", self.items.source.body, self._function(conditions.entries[index]))
            yield cost + int(conditions.costs[index]), body
        lengths = [span.stop - span.start for span in self.items.spans]
        if lengths == list(self.values):
            yield self._cost("len"), applied("len", self.items.source.body)

    def _sums(self) -> Found:
        functions = _varied(self.items.functions(INT), self.items.spans)
        functions = functions.chosen((np.abs(functions.values) < MOST_LARGE).all(axis=1))
        everywhere = _everywhere(self.items)
        cost = self._cost("sum_of")
        for _, one in self._joined(sums, everywhere, functions, cost):
            body = applied("sum_of", self.items.source.body, self._function(functions.entries[one]))
            yield cost + int(functions.costs[one]), body
        yield from self._filtered("sum_of", sums, functions)

    def _products(self) -> Found:
        functions = _varied(self.items.functions(INT), self.items.spans)
        wanted = np.array([float(value) for value in self.values])
        with np.errstate(over="ignore"):
            made = np.stack(
                [functions.values[:, span].astype(np.float64).prod(axis=1) for span in self.items.spans], axis=1
            )
        cost = self._cost("product", "map")
        for index in _some((made == wanted).all(axis=1), functions, self.most_cost - cost):
            mapped = applied("map", self.items.source.body, self._function(functions.entries[index]))
            yield cost + int(functions.costs[index]), applied("product", mapped)

    def _extremes(self) -> Found:
        functions = _varied(self.items.functions(INT), self.items.spans)
        everywhere = _everywhere(self.items)
        for name, join in EXTREMES:
            cost = self._cost(name, "map")
            for _, one in self._joined(join, everywhere, functions, cost) if name in ("max", "min") else ():
                mapped = applied("map", self.items.source.body, self._function(functions.entries[one]))
                yield cost + int(functions.costs[one]), applied(name, mapped)
            yield from self._filtered(name, join, functions)

    def _or_default(self) -> Found:
        """The first of what a function makes of some items, or the largest, and a default where there are none."""
        empty = {wanted for span, wanted in zip(self.items.spans, self.values, strict=True) if span.start == span.stop}
        functions = _varied(self.items.functions(INT), self.items.spans)
        defaults = empty or {-1} & set(self.values)
        for default in defaults if len(defaults) == 1 else ():
            cost = self._cost("first_or", "map", "filter") + integer_cost(default)
            for index, one in self._joined(or_default(first, default), self.items.conditions, functions, cost):
                condition = self._function(self.items.conditions.entries[index])
                kept = applied("filter", self.items.source.body, condition)
                body = applied("first_or", applied("map", kept, self._function(functions.entries[one])), default)
                yield cost + int(self.items.conditions.costs[index] + functions.costs[one]), body
        if empty == {0}:
            cost = self._cost("max", "map") + BUILTIN.vocabulary["cons"].cost + integer_cost(0)
            for _, one in self._joined(or_default(largest, 0), _everywhere(self.items), functions, cost):
                mapped = applied("map", self.items.source.body, self._function(functions.entries[one]))
                yield cost + int(functions.costs[one]), applied("max", applied("cons", 0, mapped))

    def _distinct(self) -> Found:
        """How many different values a function has."""
        functions, cost = _varied(self.items.functions(INT), self.items.spans), self._cost("len", "unique", "map")
        right = np.ones(len(functions), bool)
        for span, wanted in zip(self.items.spans, self.values, strict=True):
            some = np.flatnonzero(right)
            ordered = np.sort(functions.values[some, span], axis=1)
            different = (ordered[:, 1:] != ordered[:, :-1]).sum(axis=1) + (ordered.shape[1] > 0)
            right[some] = different == wanted
        for index in _some(right, functions, self.most_cost - cost):
            mapped = applied("map", self.items.source.body, self._function(functions.entries[index]))
            yield cost + int(functions.costs[index]), applied("len", applied("unique", mapped))

    def _filtered(self, name: str, join: Join, functions: Column) -> Found:
        """The items for which a condition holds, what a function makes of them, and these summed up."""
        summed = ("sum_of",) if name == "sum_of" else (name, "map")
        conditions, cost = self.items.conditions, self._cost(*summed, "filter")
        for index, one in self._joined(join, conditions, functions, cost):
            body: Expression = applied("filter", self.items.source.body, self._function(conditions.entries[index]))
            for part in reversed(summed):
                takes = BUILTIN.vocabulary[part].takes_function
                body = applied(part, body, *([self._function(functions.entries[one])] if takes else []))
            yield cost + int(conditions.costs[index] + functions.costs[one]), body

    def _joined(self, join: Join, conditions: Column, functions: Column, cost: int) -> Iterator[tuple[int, int]]:
        if not len(conditions) or not len(functions):
            return iter(())
        if len(conditions) > 1:
            conditions, functions = conditions.cheapest(CONDITIONS), functions.cheapest(FUNCTIONS)
        found = pairs(
            join, conditions.values, functions.values, self.items.spans, self.values,
            (conditions.costs, functions.costs), self.most_cost - cost,
        )  # fmt: skip
        return islice(found, MOST_FOUND)

    def _firsts(self) -> Found:
        """The first item for which a condition holds; where there is none, always the same."""
        conditions, cost = self.items.conditions, self._cost("first_where")
        right = np.ones(len(conditions), bool)
        missing: set[str] = set()
        otherwise: Any = None
        totals = self._totals()
        for example, (span, wanted) in enumerate(zip(self.items.spans, self.values, strict=True)):
            rows = self.items.source.values[example]
            is_wanted = np.array([item == wanted for item in rows], bool)
            if not is_wanted.any():
                missing.add(repr(wanted))
                otherwise = wanted
                right &= totals[:, example] == 0
                continue
            holds = conditions.values[:, span]
            right &= holds.any(axis=1) & is_wanted[holds.argmax(axis=1)]
        if len(missing) > 1 or len(missing) == 0:
            otherwise = {INT: -1, STR: "", BOOL: False}.get(self.type)
            if len(missing) > 1 or otherwise is None:
                return
        default = Literal(otherwise, self.type)
        cost += constant_cost(otherwise, self.type)
        for index in _some(right, conditions, self.most_cost - cost):
            function = self._function(conditions.entries[index])
            yield cost + int(conditions.costs[index]), applied("first_where", self.items.source.body, function, default)

    def _bests(self) -> Found:
        """The first item with the largest or smallest key."""
        functions = _varied(self.items.functions(INT), self.items.spans)
        for name, sign in (("max_by", 1), ("min_by", -1)):
            cost = self._cost(name)
            right = np.ones(len(functions), bool)
            for example, (span, wanted) in enumerate(zip(self.items.spans, self.values, strict=True)):
                rows = self.items.source.values[example]
                if not rows:
                    return
                is_wanted = np.array([item == wanted for item in rows], bool)
                right &= is_wanted[(sign * functions.values[:, span]).argmax(axis=1)]
            for index in _some(right, functions, self.most_cost - cost):
                function = self._function(functions.entries[index])
                yield cost + int(functions.costs[index]), applied(name, self.items.source.body, function)


def _some(right: np.ndarray, column: Column, most_cost: int) -> list[int]:
    """The cheapest entries that are right and cost less."""
    indices = np.flatnonzero(right & (column.costs < most_cost))
    return [int(index) for index in indices[:MOST_FOUND]]


def _varied(column: Column, spans: Sequence[slice]) -> Column:
    """The functions that say different things of the items of some example."""
    varied = np.zeros(len(column), bool)
    for span in spans:
        part = column.values[:, span]
        if part.shape[1]:
            varied |= (part != part[:, :1]).any(axis=1)
    return column.chosen(varied)


def _everywhere(items: Items) -> Column:
    """The condition that always holds."""
    return Column(np.zeros(1, np.int64), np.zeros(1, np.int64), np.ones((1, items.rows), bool))
