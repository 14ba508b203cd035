"""Items themselves: the best of those for which a condition holds, or all of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.patience import look
from ....dsl.core.types import BOOL, INT, STR, list_of
from ...cost.literals import constant_cost
from ...readings.scene.applying import applied
from .forms import MOST_FOUND, Forms, Found

MOST_TRIED = 160
"""So many conditions that hold for what is wanted are tried, the cheapest ones."""
ORDERS = (("max_by", 1), ("min_by", -1))


class Chosen(Forms):
    """The programs over one source that choose among its items."""

    def found(self) -> Found:
        if self.type == self.items.source.item:
            yield from self._bests()
        if self.type == list_of(self.items.source.item) and self.items.source.item not in (INT, BOOL, STR):
            yield from self._kept()

    def _bests(self) -> Found:
        """The best of some items, or what the examples say where there are none."""
        sought = self.sought()
        is_told = np.array([sought[span].any() for span in self.items.spans])
        absent = [wanted for wanted, told in zip(self.values, is_told, strict=True) if not told]
        if len(set(map(repr, absent))) > 1 or not is_told.any():
            return
        default = absent[0] if absent else None
        if absent and all(
            (span.stop > span.start) == told for span, told in zip(self.items.spans, is_told, strict=True)
        ):
            yield from self._bests_among(
                np.ones(self.items.rows, bool), self.items.source.body, self.items.cost, default
            )
        conditions = self.items.conditions.cheapest(self.items.size.conditions)
        fits = (self.totals()[: len(conditions)] > 0) == is_told
        for example, span in enumerate(self.items.spans):
            if is_told[example]:
                fits[:, example] &= (conditions.values[:, span] & sought[span]).any(axis=1)
        for index in np.flatnonzero(fits.all(axis=1))[:MOST_TRIED]:
            kept = self.items.applied("filter", conditions.entries[index])
            cost = self.items.around("filter") + int(conditions.costs[index])
            yield from self._bests_among(conditions.values[index], kept, cost, default)

    def _bests_among(self, holds: np.ndarray, kept: Expression, cost: int, default: Any) -> Found:
        """The best of the items for which a condition holds, by each function."""
        functions, sought = self.varied.cheapest(self.items.size.functions), self.sought()
        for name, sign in ORDERS:
            look()
            right = np.ones(len(functions), bool)
            for span in self.items.spans:
                rows, some = np.arange(span.start, span.stop)[holds[span]], np.flatnonzero(right)
                if len(rows) and len(some):
                    keys = sign * functions.values[np.ix_(some, rows)]
                    right[some] = sought[rows[keys.argmax(axis=1)]]
            around = cost - self.items.cost + self.items.around(name)
            around += 0 if default is None else constant_cost(default, self.type)
            for one in np.flatnonzero(right & (functions.costs < self.most_cost - around))[:MOST_FOUND]:
                key = self.items.function(functions.entries[one])
                yield (
                    around + int(functions.costs[one]),
                    (
                        applied(name, kept, key)
                        if default is None
                        else applied(f"{name}_or", kept, key, Literal(default, self.type))
                    ),
                )

    def _kept(self) -> Found:
        """All items for which a condition holds."""
        conditions, cost = self.items.conditions, self.items.around("filter")
        fits = (self.totals() == [len(value) for value in self.values]).all(axis=1)
        found = 0
        for index in np.flatnonzero(fits & (conditions.costs < self.most_cost - cost)):
            holds = conditions.values[index]
            if all(
                [item for item, kept in zip(items, holds[span], strict=True) if kept] == value
                for items, span, value in zip(self.items.source.values, self.items.spans, self.values, strict=True)
            ):
                yield cost + int(conditions.costs[index]), self.items.applied("filter", conditions.entries[index])
                found += 1
            if found == MOST_FOUND:
                return
