"""Lists of what occurs and how often, in the order that the outputs show: found without a search."""

from __future__ import annotations

from ...dsl.core.types import INT
from ..readings.orders.counts import counted_pairs
from ..readings.scene.scene import Scene
from ..task.problem import Problem
from .pieces import MOST_RIVALS, Piece

TABLE_COST, ORDER_COST = 6, 5
"""What a table costs, and what it costs more in another order than its own."""


def counted(problem: Problem) -> list[Piece]:
    """Tables of how often what occurs that are equal to the outputs."""
    row = problem.result_type.item
    if row is None or not row.is_tuple or len(row.parts) != 2 or row.parts[1] != INT:
        return []
    found = counted_pairs(Scene(problem))
    pieces = [
        Piece(TABLE_COST + ORDER_COST * bool(reading.extra) + number, reading.body)
        for number, reading in enumerate(found)
    ]
    return sorted(pieces, key=lambda piece: piece.cost)[:MOST_RIVALS]
