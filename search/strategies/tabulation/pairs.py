"""Tables over two lists or texts, and over two numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal, Variable, call, renamed
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN
from ..context.context import Known
from .cells import Sheet
from .ends import ends_of_table
from .tables import Plan

ABOVE, LEFT, CORNER, EXTREMES, BEHIND = 1, 2, 4, 0b1111000, 0b10000000
"""The places of the cells around among the variables of a step, as bits, those of the smallest and largest of them, and
that of what is behind these."""
TABLE = BUILTIN.unsearched["pair_table"]
WHERE, EQUAL, SAME = (BUILTIN.searched[name] for name in ("where", "eq", "same"))
UNLIKE_COST = 2
"""What unlike edges cost where both lists are of the same kind."""
MOST_CELLS = 1000
"""A larger table takes too long to fill again and again."""


@dataclass(frozen=True)
class Edge:
    """What the cells along an edge are, by their numbers, and what that costs; the same for all but the first, if it is
    the corner that matters."""

    cost: int
    value: Callable[[int], int]
    body: Callable[[Variable], Expression]
    is_corner: bool = False


def _constant(value: Any, cost: int) -> Edge:
    type_ = BOOL if isinstance(value, bool) else INT
    return Edge(cost, lambda _: int(value), lambda _: Literal(value, type_))


def _first(number: Variable) -> Expression:
    return call(EQUAL, number, Literal(0, INT))


ONE_OR_NONE = Literal(1, INT), Literal(0, INT)
EDGES: dict[Type, tuple[Edge, ...]] = {
    INT: (
        _constant(0, 0), _constant(1, 1), Edge(1, lambda i: i, lambda number: number),
        Edge(1, lambda i: int(i == 0), lambda number: call(WHERE, _first(number), *ONE_OR_NONE), is_corner=True),
    ),
    BOOL: (_constant(False, 0), _constant(True, 1), Edge(1, lambda i: int(i == 0), _first, is_corner=True)),
}  # fmt: skip
"""What tables may begin with, by the type of their cells."""


@dataclass(frozen=True)
class Over:
    """Two lists that a table runs over."""

    xs: Known
    ys: Known

    @property
    def cost(self) -> int:
        return TABLE.cost + self.xs.cost + self.ys.cost

    @property
    def pairs(self) -> list[tuple[Sequence[Any], Sequence[Any]]]:
        return list(zip(self.xs.values, self.ys.values, strict=True))


def depends_on_both(uses: np.ndarray) -> np.ndarray:
    """Whether a cell follows from one in the row above, and from one in the column before, and not from one alone."""
    found: np.ndarray = ((uses & CORNER != 0) | (uses & (ABOVE | LEFT) == ABOVE | LEFT)) & (uses != CORNER)
    return found


def is_about_both(uses: np.ndarray) -> np.ndarray:
    """Whether it does, where there are extremes, and from what is behind them."""
    found: np.ndarray = (depends_on_both(uses) | (uses & EXTREMES != 0)) & (uses & BEHIND != 0)
    return found


def are_small(over: Over) -> bool:
    """Whether the tables of all examples are soon filled, and one of them has something to fill."""
    sizes = [len(xs) * len(ys) for xs, ys in over.pairs]
    return 0 < max(sizes) <= MOST_CELLS


def sheet_of(xs: Sequence[Any], ys: Sequence[Any], *, compared: bool) -> Sheet:
    """The table of one example; its items are given, or whether they are the same."""
    rows, columns = len(xs), len(ys)
    if compared:
        given = np.array([x == y for x in xs for y in ys], np.int64)
        items = [np.arange(rows * columns).reshape(rows, columns)]
    else:
        given = np.array([*xs, *ys], np.int64)
        items = [*np.broadcast_arrays(np.arange(rows)[:, None], rows + np.arange(columns)[None, :])]
    cells = len(given) + np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    reads = [cells[:-1, 1:], cells[1:, :-1], cells[:-1, :-1], *items]
    return Sheet(
        given, cells.size, np.stack([one.ravel() for one in reads], axis=1).astype(np.int64),
        np.ascontiguousarray(cells[1:, 1:].ravel()), int(cells[-1, -1]),
    )  # fmt: skip


def plans_over(
    over: Over, bound: Sequence[Variable], numbers: Sequence[Variable], condition: Variable | None = None
) -> Iterator[Plan]:
    """The table over two lists with all edges.

    Parameters
    ----------
    bound
        What a step is written with: the two items and the cells around.
    numbers
        Of a row and of a column, for what is along the edges.
    condition
        Stands in a step for whether the items are the same.
    """
    items, cells = bound[:2], bound[-1].type
    ends = ends_of_table(cells)
    for top, side in product(EDGES[cells], repeat=2):
        if side.is_corner:
            continue  # The corner belongs to the top.
        functions = tuple(
            Function((number,), edge.body(number)) for number, edge in zip(numbers[::-1], (top, side), strict=True)
        )

        def express(body: Expression, functions: tuple[Function, ...] = functions) -> Expression:
            if condition is not None:
                body = renamed(body, {condition: call(EQUAL if items[0].type == INT else SAME, *items)})
            return call(TABLE, over.xs.express(), over.ys.express(), *functions, Function(tuple(bound), body))

        begun = [_begun(len(xs), len(ys), top, side) for xs, ys in over.pairs]
        edges = top.cost if side is top else top.cost + side.cost + UNLIKE_COST * (condition is not None)
        yield Plan(over.cost + edges, begun, ends, express)


def _begun(rows: int, columns: int, top: Edge, side: Edge) -> np.ndarray:
    """The cells of a table whose edges are known."""
    table = np.zeros((rows + 1, columns + 1), np.int64)
    table[:, 0] = [side.value(i) for i in range(rows + 1)]
    table[0] = [top.value(j) for j in range(columns + 1)]
    return table.ravel()
