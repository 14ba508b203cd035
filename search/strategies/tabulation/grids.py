"""Tables over the cells of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal, Variable, call
from ....dsl.core.types import INT
from ....dsl.language.language import BUILTIN
from ..context.closures import closure_of
from ..context.context import Known
from .cells import Sheet
from .ends import ends_of_table
from .tables import Plan

MOST_CELLS = 1000
"""A larger table takes too long to fill again and again."""
TABLE = BUILTIN.unsearched["cell_table"]
ADD, WHERE, EQUAL = (BUILTIN.searched[name] for name in ("add", "where", "eq"))
ZERO, ONE = Literal(0, INT), Literal(1, INT)


@dataclass(frozen=True)
class Border:
    """What the first cell is, what the others along the top and the left edge are, and what that costs."""

    cost: int
    first: Expression
    edge: Expression


def borders(x: Variable, before: Variable) -> list[Border]:
    """How tables over a grid begin: with running sums, with the items, or with ways past what is in the way."""
    blocked, free = call(EQUAL, x, ZERO), call(EQUAL, x, ONE)
    return [
        Border(0, x, call(ADD, x, before)),
        Border(0, x, x),
        Border(1, call(WHERE, blocked, ONE, ZERO), call(WHERE, blocked, before, ZERO)),
        Border(1, call(WHERE, free, ONE, ZERO), call(WHERE, free, before, ZERO)),
    ]


def are_grids(known: Known) -> bool:
    """Whether the rows of each grid are of one length, none is empty, and the tables are soon filled."""
    return all(
        rows and rows[0] and len({*map(len, rows)}) == 1 and len(rows) * len(rows[0]) <= MOST_CELLS
        for rows in known.values
    )


def sheet_over(rows: Sequence[Sequence[int]]) -> Sheet:
    """The table of one example."""
    items = np.array(rows, np.int64)
    places = np.arange(items.size).reshape(items.shape)
    cells = places + items.size
    reads = [cells[:-1, 1:], cells[1:, :-1], cells[:-1, :-1], places[1:, 1:]]
    return Sheet(
        items.ravel(), items.size, np.stack([one.ravel() for one in reads], axis=1),
        np.ascontiguousarray(cells[1:, 1:].ravel()), int(cells[-1, -1]),
    )  # fmt: skip


def plans_on(grid: Known, bound: Sequence[Variable], before: Variable) -> Iterator[Plan]:
    """The table over a grid with all borders.

    Parameters
    ----------
    bound
        What a step is written with: the item and the cells around.
    """
    x = bound[0]
    for border in borders(x, before):

        def express(body: Expression, border: Border = border) -> Expression:
            edges = Function((x,), border.first), Function((x, before), border.edge)
            return call(TABLE, grid.express(), *edges, Function(tuple(bound), body))

        begun = [_begun(rows, border, x, before) for rows in grid.values]
        cost = TABLE.cost + grid.cost + border.cost
        yield Plan(cost, begun, ends_of_table(INT, squared=True), express)


def _begun(rows: Sequence[Sequence[Any]], border: Border, x: Variable, before: Variable) -> np.ndarray:
    """The cells of a table whose border is known."""
    first, edge = closure_of(border.first, [x]), closure_of(border.edge, [x, before])
    table = np.zeros((len(rows), len(rows[0])), np.int64)
    table[0, 0] = first((rows[0][0],))
    for i in range(1, len(rows)):
        table[i, 0] = edge((rows[i][0], int(table[i - 1, 0])))
    for j in range(1, len(rows[0])):
        table[0, j] = edge((rows[0][j], int(table[0, j - 1])))
    return table.ravel()
