"""Tables over amounts: what can be made of the items up to a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal, Variable, call
from ....dsl.core.patience import look
from ....dsl.core.types import BOOL, INT
from ....dsl.language.language import BUILTIN
from ..context.context import Known
from .cells import Sheet
from .ends import ends_of_amounts
from .tables import Plan

KEPT, LESS = 1, 2
"""The places of the value of an amount, and of that of the item less, among the variables of a step, as bits."""
MOST_AMOUNT, MOST_CELLS = 2000, 20_000
"""No larger amounts, and no larger tables, are tried."""
REPEATED, ONCE = (BUILTIN.unsearched[name] for name in ("amounts_repeated", "amounts_once"))
ADD = BUILTIN.searched["add"]


def is_choice(uses: np.ndarray) -> np.ndarray:
    """Whether a value follows from both that an item may leave and that it may make."""
    found: np.ndarray = uses & (KEPT | LESS) == KEPT | LESS
    return found


def are_amounts(items: Known, number: Known) -> bool:
    """Whether there are such tables in all examples, not all of them without items, and they are not too large."""
    return any(items.values) and all(
        0 <= n <= MOST_AMOUNT and all(x > 0 for x in xs) and n * len(xs) <= MOST_CELLS
        for xs, n in zip(items.values, number.values, strict=True)
    )


def sheet_up_to(xs: Sequence[int], n: int, *, once: bool) -> Sheet:
    """The table of one example: a row of cells for each item, those below the item being cells of the row before."""
    look()
    row = len(xs) + np.arange(n + 1)
    size = n + 1
    reads, targets = [np.zeros((0, 3), np.int64)], [np.zeros(0, np.int64)]
    for place, x in enumerate(xs):
        count = max(0, n + 1 - x)
        added = len(xs) + size + np.arange(count)
        later = np.concatenate([row[: n + 1 - count], added])
        less = (row if once else later)[:count]
        reads.append(np.stack([row[n + 1 - count :], less, np.full(count, place)], axis=1))
        targets.append(added)
        row, size = later, size + count
    return Sheet(np.array(xs, np.int64), size, np.concatenate(reads), np.concatenate(targets), int(row[n]))


def begun_with(sheet: Sheet, n: int, start: int, other: int) -> np.ndarray:
    """The cells of a table before any item."""
    table = np.zeros(sheet.size, np.int64)
    table[: n + 1] = [start] + [other] * n
    return table


def plans_up_to(
    items: Known, number: Known, bound: Sequence[Variable], sheets: Sequence[Sheet], *, once: bool
) -> Iterator[Plan]:
    """The table of amounts with all that it may begin with.

    Parameters
    ----------
    bound
        What a step is written with: the item, and the values of the amount and of the item less.
    """
    primitive = ONCE if once else REPEATED
    cost = primitive.cost + items.cost + number.cost
    one_more = Known(1, INT, [n + 1 for n in number.values], lambda: call(ADD, number.express(), Literal(1, INT)))
    for start, other in beginnings(len(sheets), one_more) if bound[1].type == INT else truths(len(sheets)):

        def express(body: Expression, start: Known = start, other: Known = other) -> Expression:
            step = Function(tuple(bound), body)
            return call(primitive, items.express(), number.express(), start.express(), other.express(), step)

        given = zip(sheets, number.values, start.values, other.values, strict=True)
        ends = ends_of_amounts(number if other is one_more else None)
        yield Plan(cost + start.cost + other.cost, [begun_with(*one) for one in given], ends, express)


def beginnings(count: int, one_more: Known) -> list[tuple[Known, Known]]:
    """The value of nothing and that of any other amount: one more than there can be stands for none."""
    zero, one = (_constant(value, count) for value in (0, 1))
    return [(zero, zero), (one, zero), (zero, one_more)]


def truths(count: int) -> list[tuple[Known, Known]]:
    """The same for truth values."""
    return [(_constant(True, count), _constant(False, count))]


def _constant(value: Any, count: int) -> Known:
    literal = Literal(value, BOOL if isinstance(value, bool) else INT)
    return Known(0, literal.type, [value] * count, lambda: literal)
