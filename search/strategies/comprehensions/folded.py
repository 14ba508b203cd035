"""Numbers of all items put together by one operator: bit by bit, or by their greatest common divisor."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ....dsl.core.expression import Expression, Function, Variable
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
        source = self.items.source.body
        for name, operator in FROM_ZERO:
            cost = self.items.around("fold", name) + integer_cost(0) + VARIABLE_COST
            for more, body in self._right(operator, cost):
                yield cost + more, self._fold(name, source, expression_of(0), body)
        cost = self.items.around("map", "fold", "bit_and", "head", "tail") + 2 * VARIABLE_COST
        for more, body in self._right(np.bitwise_and, cost):
            rows = self.mapped(source, body)
            yield cost + more, self._fold("bit_and", applied("tail", rows), applied("head", rows), self._item)
        for name, operator in DIVIDING:
            cost = self.items.around("map", name)
            for more, body in self._right(operator, cost):
                yield cost + more, applied(name, self.mapped(source, body))

    @cached_property
    def _small(self) -> Column:
        """The numbers that are never negative nor large."""
        column = self.varied
        return column.chosen(np.asarray(((column.values >= 0) & (column.values < MOST_LARGE)).all(axis=1)))

    def _right(self, operator: np.ufunc, cost: int) -> Found:
        """The functions of whose values an operator makes what is wanted."""
        column = self._small
        right = column.costs < self.most_cost - cost
        for span, wanted in zip(self.items.spans, self.values, strict=True):
            some = np.flatnonzero(right)
            right[some] = operator.reduce(column.values[some, span], axis=1) == wanted
        for one in np.flatnonzero(right)[:MOST_FOUND]:
            yield int(column.costs[one]), self.items.expression(column.entries[one])

    @cached_property
    def _item(self) -> Variable:
        """A number that a function has made of an item."""
        scope = (*self.items.problem.parameters, self.items.variable)
        return fresh_variables([("x", INT)], scope=scope)[0]

    def _fold(self, name: str, rows: Expression, start: Expression, body: Expression) -> Expression:
        item = self._item if body == self._item else self.items.variable
        (state,) = fresh_variables([("acc", INT)], scope=(*self.items.problem.parameters, item))
        return applied("fold", rows, start, Function((state, item), applied(name, state, body)))
