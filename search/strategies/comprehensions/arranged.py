"""What a function makes of the items for which a condition holds, each once or in order: `sorted({f(x) for ...})`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....dsl.core.patience import look
from ....dsl.core.types import INT, STR
from ...readings.scene.applying import applied
from .forms import MOST_FOUND, Forms, Found
from .lists import ARRANGEMENTS, arranged_in

MOST_TRIED = 400
"""So many pairs of a condition and a function are put in order."""
MOST_TEXTS = 100
"""So many functions that make texts are tried."""


class Arranged(Forms):
    """The lists over one source whose order does not come from it, or that have each value once."""

    def found(self) -> Found:
        if self.type.item not in (INT, STR):
            return
        likely = [names for names in ARRANGEMENTS if all(arranged_in(value, names) == value for value in self.values)]
        pairs = self._pairs() if likely else []
        for names in likely:
            yield from self._arranged(names, pairs)

    def _pairs(self) -> list[tuple[int, int]]:
        """Conditions and functions that make nothing of items but what is wanted, the cheapest first."""
        assert self.type.item is not None
        conditions = self.items.conditions.cheapest(self.items.size.conditions)
        most = self.items.size.functions if self.type.item == INT else MOST_TEXTS
        functions = self.items.functions(self.type.item).cheapest(most)
        if not len(conditions) or not len(functions):
            return []
        wrong = np.ones(functions.values.shape, bool)
        for span, value in zip(self.items.spans, self.values, strict=True):
            wrong[:, span] = ~np.isin(functions.values[:, span], np.array(value, functions.values.dtype))
        implied = conditions.values.astype(np.float32) @ wrong.T.astype(np.float32) == 0
        found = np.argwhere(implied & (conditions.costs[:, None] + functions.costs < self.most_cost))
        costs = conditions.costs[found[:, 0]] + functions.costs[found[:, 1]]
        return [(int(one), int(other)) for one, other in found[np.argsort(costs, kind="stable")][:MOST_TRIED]]

    def _arranged(self, names: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Found:
        assert self.type.item is not None
        conditions, functions = self.items.conditions, self.items.functions(self.type.item)
        cost, found = self.items.around("map", "filter", *names), 0
        for index, one in pairs:
            look()
            holds, row = conditions.values[index], functions.values[one]
            if all(
                arranged_in(row[span][holds[span]].tolist(), names) == value
                for span, value in zip(self.items.spans, self.values, strict=True)
            ):
                kept = self.items.applied("filter", conditions.entries[index])
                body = self.mapped(kept, self.items.expression(functions.entries[one]))
                for name in names:
                    body = applied(name, body)
                yield cost + int(conditions.costs[index] + functions.costs[one]), body
                found += 1
            if found == MOST_FOUND:
                return
