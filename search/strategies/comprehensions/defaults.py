"""Numbers summed up of some items, and another number where there are none: `max((f(x) for x in xs), default=0)`."""

from __future__ import annotations

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT
from ...cost.literals import integer_cost
from ...readings.scene.applying import applied
from .forms import Forms, Found
from .joins import Join, first, largest, or_default, products, smallest

USUAL = (0, -1)
"""What is told where there are no items, if the examples tell nothing."""
FORMS = (("max_or", largest), ("min_or", smallest), ("first_or", first), ("product_or", products))


class Defaults(Forms):
    """The programs over one source that come to a number, or to a default where there are no items."""

    def found(self) -> Found:
        if self.type != INT:
            return
        pairs = zip(self.items.spans, self.values, strict=True)
        empty = {wanted for span, wanted in pairs if span.start == span.stop}
        if len(empty) > 1:
            return
        for default in empty or [one for one in USUAL if one in self.values]:
            for name, join in FORMS:
                if self.items.is_over():
                    return
                if empty:
                    yield from self._of_all(name, join, default)
                yield from self._of_some(name, join, default)

    def _of_all(self, name: str, join: Join, default: int) -> Found:
        """What a function makes of all items."""
        cost = self.items.around(name, "map") + integer_cost(default)
        for _, one in self.joined(or_default(join, default), self.everywhere, self.varied, cost):
            yield cost + int(self.varied.costs[one]), self._made(name, self.items.source.body, one, default)

    def _of_some(self, name: str, join: Join, default: int) -> Found:
        """What a function makes of the items for which a condition holds."""
        conditions, cost = self.items.conditions, self.items.around(name, "map", "filter") + integer_cost(default)
        for index, one in self.joined(or_default(join, default), conditions, self.varied, cost):
            kept = self.items.applied("filter", conditions.entries[index])
            more = int(conditions.costs[index] + self.varied.costs[one])
            yield cost + more, self._made(name, kept, one, default)

    def _made(self, name: str, rows: Expression, one: int, default: int) -> Expression:
        body = self.items.expression(self.varied.entries[one])
        return applied(name, self.mapped(rows, body), default)
