"""Programs of comprehensions for one goal: which conditions, functions and ways to sum up give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ...cost.literals import constant_cost, integer_cost
from ...readings.scene.applying import applied
from .columns import Column
from .forms import MOST_FOUND, PLAIN, Forms, Found
from .joins import Join, first, largest, last, products, smallest, sums

Body = Callable[[int], Expression]
"""The program with an entry of the bank."""

EXTREMES = (("max", largest), ("min", smallest), ("head", first), ("last", last))
"""What is taken of the values of a function where a condition holds."""
MOST_WEIGHED = 10
"""So many different items at most count something each."""
MOST_LARGE = 1 << 40
"""Larger values are not added up."""


class Results(Forms):
    """The programs over one source that come to a number, a truth value or an item."""

    def found(self) -> Found:
        for form in self._forms():
            if self.items.is_over():
                return
            yield from form()

    def _forms(self) -> Iterator[Callable[[], Found]]:
        if self.type == BOOL:
            yield self._truths
        if self.type == INT:
            yield from (self._counts, self._weighed, self._sums, self._products)
            yield from (partial(self._extreme, name, join) for name, join in EXTREMES)
            yield self._distinct
        if self.type == self.items.source.item:
            yield from (self._firsts, self._bests)

    def _given(self, right: np.ndarray, column: Column, cost: int, body: Body) -> Found:
        """The programs of the cheapest entries that are right."""
        for index in np.flatnonzero(right & (column.costs < self.most_cost - cost))[:MOST_FOUND]:
            yield cost + int(column.costs[index]), body(column.entries[index])

    def _truths(self) -> Found:
        conditions, totals = self.items.conditions, self.totals()
        wanted = np.array(self.values, bool)
        lengths = np.array([span.stop - span.start for span in self.items.spans])
        forms = {"any_of": totals > 0, "all_of": totals == lengths}
        for name, values in forms.items():
            right = (values == wanted).all(axis=1)
            yield from self._given(right, conditions, self.items.around(name), partial(self.items.applied, name))
        cost = self.items.around("count_where", "eq")
        for number in (1, 2):
            right = ((totals == number) == wanted).all(axis=1)
            yield from self._given(right, conditions, cost + integer_cost(number), partial(self._exactly, number))

    def _exactly(self, number: int, entry: int) -> Expression:
        """Whether a condition holds for so many items."""
        return applied("eq", self.items.applied("count_where", entry), number)

    def _counts(self) -> Found:
        right = (self.totals() == self.values).all(axis=1)
        cost = self.items.around("count_where")
        yield from self._given(right, self.items.conditions, cost, partial(self.items.applied, "count_where"))
        lengths = [span.stop - span.start for span in self.items.spans]
        if lengths == list(self.values):
            yield self.items.around("len"), applied("len", self.items.source.body)

    def _weighed(self) -> Found:
        """What each of a few different items counts, added up; there are more examples than these."""
        rows = [list(map(repr, items)) for items in self.items.source.values]
        known = {repr(item): item for items in self.items.source.values for item in items}
        if self.items.source.item not in (INT, STR) or not 1 < len(known) < min(len(rows), MOST_WEIGHED + 1):
            return
        counts = np.array([[row.count(name) for name in known] for row in rows], np.float64)
        solution, _, rank, _ = np.linalg.lstsq(counts, np.array(self.values, np.float64), rcond=None)
        weights = np.rint(solution).astype(np.int64)
        if rank < len(known) or not np.array_equal(counts @ weights, self.values):
            return
        pairs = [(item, weight) for item, weight in zip(known.values(), weights.tolist(), strict=True) if weight]
        keys, values = (Literal([pair[side] for pair in pairs], kind) for side, kind in enumerate(self._weight_types()))
        body = applied("lookup_or", self.items.variable, keys, values, 0)
        table = sum(constant_cost(literal.value, literal.type) for literal in (keys, values))
        cost = self.items.around("sum_of", "lookup_or") + integer_cost(0) + table
        if pairs and cost < self.most_cost:
            yield cost, applied("sum_of", self.items.source.body, Function((self.items.variable,), body))

    def _weight_types(self) -> tuple[Type, Type]:
        return list_of(self.items.source.item), list_of(INT)

    def _sums(self) -> Found:
        functions = self.varied
        functions = functions.chosen((np.abs(functions.values) < MOST_LARGE).all(axis=1))
        everywhere = self.everywhere
        cost = self.items.around("sum_of")
        for _, one in self.joined(sums, everywhere, functions, cost):
            yield cost + int(functions.costs[one]), self.items.applied("sum_of", functions.entries[one])
        yield from self._filtered("sum_of", sums, functions)

    def _products(self) -> Found:
        functions = self.varied
        wanted = np.array([float(value) for value in self.values])
        with np.errstate(over="ignore", invalid="ignore"):
            made = np.stack(
                [functions.values[:, span].astype(np.float64).prod(axis=1) for span in self.items.spans], axis=1
            )
        cost = self.items.around("product", "map")
        yield from self._given((made == wanted).all(axis=1), functions, cost, partial(self._of_all, "product"))
        yield from self._filtered("product", products, functions)

    def _of_all(self, name: str, entry: int) -> Expression:
        """A primitive on what a function makes of all items."""
        return applied(name, self.items.applied("map", entry))

    def _extreme(self, name: str, join: Join) -> Found:
        functions = self.varied
        cost = self.items.around(name, "map")
        for _, one in self.joined(join, self.everywhere, functions, cost) if name in ("max", "min") else ():
            yield cost + int(functions.costs[one]), self._of_all(name, functions.entries[one])
        yield from self._filtered(name, join, functions)

    def _distinct(self) -> Found:
        """How many different values a function has."""
        functions, cost = self.varied, self.items.around("len", "unique", "map")
        right = np.ones(len(functions), bool)
        for span, wanted in zip(self.items.spans, self.values, strict=True):
            some = np.flatnonzero(right)
            ordered = np.sort(functions.values[some, span], axis=1)
            different = (ordered[:, 1:] != ordered[:, :-1]).sum(axis=1) + (ordered.shape[1] > 0)
            right[some] = different == wanted
        yield from self._given(right, functions, cost, self._how_many_different)

    def _how_many_different(self, entry: int) -> Expression:
        return applied("len", self._of_all("unique", entry))

    def _filtered(self, name: str, join: Join, functions: Column) -> Found:
        """The items for which a condition holds, what a function makes of them, and these summed up."""
        around = ("sum_of", "filter") if name == "sum_of" else (name, "map", "filter")
        conditions, cost = self.items.conditions, self.items.around(*around)
        found = chain(
            self.joined(join, conditions, functions.cheapest(PLAIN), cost),
            self.joined(join, conditions, functions, cost),
        )
        for index, one in found:
            kept = self.items.applied("filter", conditions.entries[index])
            body = self._summed(name, kept, self.items.function(functions.entries[one]))
            yield cost + int(conditions.costs[index] + functions.costs[one]), body

    def _summed(self, name: str, rows: Expression, function: Function) -> Expression:
        """What a function makes of some items, summed up; the items themselves if it leaves them as they are."""
        if name != "sum_of":
            return applied(name, self.mapped(rows, function.body))
        is_same = function.body == self.items.variable
        return applied("sum", rows) if is_same else applied("sum_of", rows, function)

    def _firsts(self) -> Found:
        """The first item for which a condition holds; where there is none, always the same."""
        conditions, totals = self.items.conditions, self.totals()
        right = np.ones(len(conditions), bool)
        absent = []
        for example, (span, wanted) in enumerate(zip(self.items.spans, self.values, strict=True)):
            rows = self.items.source.values[example]
            is_wanted = np.array([item == wanted for item in rows], bool)
            if is_wanted.any():
                holds = conditions.values[:, span]
                right &= holds.any(axis=1) & is_wanted[holds.argmax(axis=1)]
            else:
                absent.append(wanted)
                right &= totals[:, example] == 0
        otherwise = self._otherwise(absent)
        if otherwise is not None:
            default = Literal(otherwise, self.type)
            cost = self.items.around("first_where") + constant_cost(otherwise, self.type)
            yield from self._given(right, conditions, cost, lambda one: self.items.applied("first_where", one, default))

    def _otherwise(self, absent: Sequence[Any]) -> Any:
        """What there is where no item will do: what the examples say, or what is usual; None if they say two things."""
        if not absent:
            return [] if self.type.is_list else {INT: -1, STR: "", BOOL: False}.get(self.type)
        return absent[0] if len(set(map(repr, absent))) == 1 else None

    def _bests(self) -> Found:
        """The first item with the largest or smallest key."""
        functions = self.varied
        for name, sign in (("max_by", 1), ("min_by", -1)):
            cost = self.items.around(name)
            right = np.ones(len(functions), bool)
            for example, (span, wanted) in enumerate(zip(self.items.spans, self.values, strict=True)):
                rows = self.items.source.values[example]
                if not rows:
                    return
                is_wanted = np.array([item == wanted for item in rows], bool)
                right &= is_wanted[(sign * functions.values[:, span]).argmax(axis=1)]
            yield from self._given(right, functions, cost, partial(self.items.applied, name))
