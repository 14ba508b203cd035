"""What is made of a table in the end: its last cell, or the largest."""

from __future__ import annotations

import numpy as np

from ....dsl.core.expression import Expression, Literal, call
from ....dsl.core.types import INT, Type
from ....dsl.language.language import BUILTIN
from ..context.context import Known
from .tables import End

LARGEST_COST, SQUARE_COST, BEYOND_COST = 2, 3, 3
"""What it costs to take the largest cell rather than the last, its square, and another number where it is too large."""
LAST, MAX, SQUARE, LESS, IF_ELSE = (BUILTIN.searched[name] for name in ("last", "max", "square", "lt", "if_else"))
BEYOND = (-1, 0)
"""What people write where there is no way to an amount."""


def ends_of_table(cells: Type, *, squared: bool = False) -> list[End]:
    """The last cell of a table, and of numbers the largest, or its square."""
    found = [End(0, lambda last, _largest, _e: last, lambda table: call(LAST, call(LAST, table)))]
    if cells == INT:
        found.append(End(LARGEST_COST, lambda _last, largest, _e: largest, _largest))
    if squared:
        values = lambda _last, largest, _e: largest * largest  # noqa: E731
        found.append(End(SQUARE_COST, values, lambda table: call(SQUARE, _largest(table))))
    return found


def ends_of_amounts(limit: Known | None = None) -> list[End]:
    """The value of the whole amount, and where that is beyond a limit another number."""
    found = [End(0, lambda last, _largest, _e: last, lambda values: call(LAST, values))]
    return found + ([_within(limit, other) for other in BEYOND] if limit is not None else [])


def _largest(table: Expression) -> Expression:
    return call(MAX, call(MAX, table, each=True))


def _within(limit: Known, other: int) -> End:
    def values(last: np.ndarray, _largest: np.ndarray, e: int) -> np.ndarray:
        return np.where(last > limit.values[e], other, last)

    def express(amounts: Expression) -> Expression:
        last = call(LAST, amounts)
        return call(IF_ELSE, call(LESS, limit.express(), last), Literal(other, INT), last)

    return End(BEYOND_COST, values, express)
