"""Numbers of all items put together by one operator: bit by bit, or by their greatest common divisor."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ....dsl.core.expression import Expression, Function
from ....dsl.core.types import INT
from ....dsl.text.variables import fresh_variables
from ...cost.literals import integer_cost
from ...cost.prior import VARIABLE_COST
from ...readings.scene.applying import applied, expression_of
from .columns import Column
from .forms import MOST_FOUND, Forms, Found

FROM_ZERO: tuple[tuple[str, np.ufunc], ...] = (("bit_xor", np.bitwise_xor), ("bit_or", np.bitwise_or))
"""Those that begin with 0."""
DIVIDING: tuple[tuple[str, np.ufunc], ...] = (("gcd_of", np.gcd), ("lcm_of", np.lcm))
"""Those that primitives know for lists."""
MOST_LARGE = 1 << 10
"""Of larger numbers no common multiple is looked for, since it may not fit."""


class Folded(Forms):
    """The programs over one source that put all items together by one operator."""

    def found(self) -> Found:
        if self.type != INT or any(span.start == span.stop for span in self.items.spans):
            return
        for name, operator in FROM_ZERO:
            cost = self.items.around("map", "fold", name) + integer_cost(0) + 2 * VARIABLE_COST
            for more, rows in self._mapped(operator, cost):
                yield cost + more, self._fold(name, rows, expression_of(0))
        cost = self.items.around("map", "fold", "bit_and", "head", "tail") + 2 * VARIABLE_COST
        for more, rows in self._mapped(np.bitwise_and, cost):
            yield cost + more, self._fold("bit_and", applied("tail", rows), applied("head", rows))
        for name, operator in DIVIDING:
            cost = self.items.around("map", name)
            for more, rows in self._mapped(operator, cost):
                yield cost + more, applied(name, rows)

    @cached_property
    def _small(self) -> Column:
        """The numbers that are never negative nor large."""
        column = self.varied
        return column.chosen(np.asarray(((column.values >= 0) & (column.values < MOST_LARGE)).all(axis=1)))

    def _mapped(self, operator: np.ufunc, cost: int) -> Found:
        """What functions make of all items, where an operator makes what is wanted of that."""
        column = self._small
        right = column.costs < self.most_cost - cost
        for span, wanted in zip(self.items.spans, self.values, strict=True):
            some = np.flatnonzero(right)
            right[some] = operator.reduce(column.values[some, span], axis=1) == wanted
        for one in np.flatnonzero(right)[:MOST_FOUND]:
            body = self.items.expression(column.entries[one])
            yield int(column.costs[one]), self.mapped(self.items.source.body, body)

    def _fold(self, name: str, rows: Expression, start: Expression) -> Expression:
        scope = (*self.items.problem.parameters, self.items.variable)
        state, item = fresh_variables([("acc", INT), ("x", INT)], scope=scope)
        return applied("fold", rows, start, Function((state, item), applied(name, state, item)))
