"""Lists and texts made item by item: `f(x)`, or `f(x)` where a condition holds, or `g(x)` where it does not.

Of all conditions p and functions f a product of matrices says whether p implies that f is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial, reduce
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression
from ....dsl.core.patience import look
from ....dsl.core.types import BOOL, INT, STR, Type
from ....dsl.language.language import BUILTIN
from ...readings.scene.applying import applied, pieces_between
from .columns import Column
from .forms import Forms, Found

Close = Callable[[Expression], Expression]

MOST_FOUND = 4
"""So many programs of one form are offered."""
SEPARATORS = ("", " ", ", ", ",", "-", "\n")
"""What joins the pieces of a text."""
ARRANGEMENTS = (("sort",), ("unique",), ("unique", "sort"), ("sort_desc",), ("unique", "sort_desc"))
"""What is done with the list of what became of the items: primitives one after the other."""
CHOSEN_BY = 4
"""So many times as many conditions choose between functions as go with all of them."""
MOST_FIRST = 24
"""So many first branches of a choice of three are tried."""


class ItemByItem(Forms):
    """The programs over one source that make a list or text item by item."""

    def found(self) -> Found:
        if self.type == STR:
            for separator in SEPARATORS:
                pieces = [pieces_between(value, separator) for value in self.values]
                cost = BUILTIN.vocabulary["join"].cost + (2 if len(separator) < 2 else 4)
                yield from self._lists(STR, pieces, cost, partial(_joined, separator))
        elif self.type.item in (INT, BOOL, STR):
            assert self.type.item is not None
            yield from self._lists(self.type.item, self.values, 0, lambda body: body)

    def _lists(self, item: Type, lists: Sequence[list[Any]], cost: int, close: Close) -> Found:
        lengths = [span.stop - span.start for span in self.items.spans]
        if [len(value) for value in lists] == lengths:
            yield from self._mapped(item, [one for value in lists for one in value], cost, close)
        elif all(len(value) <= length for value, length in zip(lists, lengths, strict=True)):
            yield from self._filtered(item, lists, cost, close)
        if len(lists) > 1:
            yield from self._arranged(item, lists, cost, close)

    def _arranged(self, item: Type, lists: Sequence[list[Any]], cost: int, close: Close) -> Found:
        """What a function makes of all items, sorted, each once, or both."""
        functions = self.items.functions(item)
        for names in ARRANGEMENTS:
            arranged = cost + self.items.around("map", *names)
            found = 0
            for index in np.flatnonzero(functions.costs < self.most_cost - arranged):
                row = functions.values[index]
                if found == MOST_FOUND:
                    break
                look()
                if all(
                    arranged_in(row[span].tolist(), names) == value
                    for span, value in zip(self.items.spans, lists, strict=True)
                ):
                    body = self.mapped(self.items.source.body, self._body(functions, int(index)))
                    yield arranged + int(functions.costs[index]), close(reduce(_applied_to, names, body))
                    found += 1

    def _mapped(self, item: Type, wanted: Sequence[Any], cost: int, close: Close) -> Found:
        functions = self.items.functions(item)
        target = np.empty(len(wanted), functions.values.dtype)
        target[:] = wanted
        right = functions.values == target
        cost += self.items.around("map")
        for index in np.flatnonzero(right.all(axis=1) & (functions.costs < self.most_cost - cost))[:MOST_FOUND]:
            yield cost + int(functions.costs[index]), self._map(self.items.expression(functions.entries[index]), close)
        for more, body in self._choices(functions, right, self.most_cost - cost):
            yield cost + more, self._map(body, close)

    def _map(self, body: Expression, close: Close) -> Expression:
        return close(self.mapped(self.items.source.body, body))

    @property
    def _likely(self) -> Column:
        """The conditions by which a function may be chosen."""
        return self.items.conditions.cheapest(CHOSEN_BY * self.items.size.conditions)

    def _choices(self, functions: Column, right: np.ndarray, most_cost: int) -> Found:
        """Choices of two functions by a condition, and of three by two conditions."""
        conditions = self._likely
        if not len(conditions) or not len(functions):
            return
        choose = BUILTIN.vocabulary["if_else"].cost
        for index, one, other in _choices(conditions.values, right):
            cost = choose + int(conditions.costs[index] + functions.costs[one] + functions.costs[other])
            if cost < most_cost:
                yield cost, self._if_else(conditions, index, functions, one, self._body(functions, other))
                return
        yield from self._choices_of_three(functions, right, most_cost - 2 * choose)

    def _choices_of_three(self, functions: Column, right: np.ndarray, most_cost: int) -> Found:
        conditions, choose = self._likely, BUILTIN.vocabulary["if_else"].cost
        firsts = sorted(_firsts(conditions, functions, right))[:MOST_FIRST]
        best: tuple[int, Expression] | None = None
        for before, index, one in firsts:
            look()
            rest = ~conditions.values[index]
            for second, two, three in _choices(conditions.values[:, rest], right[:, rest]):
                cost = before + int(conditions.costs[second] + functions.costs[two] + functions.costs[three])
                if cost < most_cost and (best is None or cost < best[0]):
                    inner = self._if_else(conditions, second, functions, two, self._body(functions, three))
                    best = cost, self._if_else(conditions, index, functions, one, inner)
        if best is not None:
            yield best[0] + 2 * choose, best[1]

    def _if_else(self, conditions: Column, index: int, functions: Column, one: int, other: Expression) -> Expression:
        return applied("if_else", self.items.expression(conditions.entries[index]), self._body(functions, one), other)

    def _body(self, functions: Column, index: int) -> Expression:
        return self.items.expression(functions.entries[index])

    def _filtered(self, item: Type, lists: Sequence[list[Any]], cost: int, close: Close) -> Found:
        """What a function makes of the items for which a condition holds."""
        conditions, functions = self.items.conditions, self.items.functions(item)
        if not len(conditions) or not len(functions):
            return
        fits = np.ones(len(conditions), bool)
        for span, value in zip(self.items.spans, lists, strict=True):
            fits &= conditions.values[:, span].sum(axis=1) == len(value)
        cost += self.items.around("map", "filter")
        flat = np.empty(sum(map(len, lists)), functions.values.dtype)
        flat[:] = [one for value in lists for one in value]
        found = 0
        for index in np.flatnonzero(fits & (conditions.costs < self.most_cost - cost)):
            look()
            right = (functions.values[:, conditions.values[index]] == flat).all(axis=1)
            for one in np.flatnonzero(right)[:1]:
                more = int(conditions.costs[index] + functions.costs[one])
                if more + cost < self.most_cost:
                    yield self._kept(conditions, int(index), functions, int(one), cost + more, close)
                    found += 1
            if found == MOST_FOUND:
                return

    def _kept(
        self, conditions: Column, index: int, functions: Column, one: int, cost: int, close: Close
    ) -> tuple[int, Expression]:
        kept = self.items.applied("filter", conditions.entries[index])
        body = self._body(functions, one)
        return cost, close(self.mapped(kept, body))


def arranged_in(values: list[Any], names: Sequence[str]) -> list[Any]:
    """What primitives make of a list."""
    return reduce(lambda made, name: BUILTIN.vocabulary[name].reference(made), names, values)


def _applied_to(body: Expression, name: str) -> Expression:
    return applied(name, body)


def _joined(separator: str, body: Expression) -> Expression:
    return applied("join", body, separator)


def _choices(conditions: np.ndarray, right: np.ndarray) -> Iterator[tuple[int, int, int]]:
    """Conditions with the cheapest function that is right where they hold, and the cheapest where they do not."""
    wrong = (~right).astype(np.float32).T
    holds = conditions.astype(np.float32)
    one, other = holds @ wrong == 0, (1 - holds) @ wrong == 0
    both = one.any(axis=1) & other.any(axis=1) & conditions.any(axis=1) & ~conditions.all(axis=1)
    for index in np.flatnonzero(both):
        yield int(index), int(one[index].argmax()), int(other[index].argmax())


def _firsts(conditions: Column, functions: Column, right: np.ndarray) -> Iterator[tuple[int, int, int]]:
    """Conditions and the cheapest function that is right where they hold: cost and numbers."""
    wrong = (~right).astype(np.float32).T
    one = conditions.values.astype(np.float32) @ wrong == 0
    for index in np.flatnonzero(one.any(axis=1)):
        function = int(one[index].argmax())
        yield int(conditions.costs[index] + functions.costs[function]), int(index), function
