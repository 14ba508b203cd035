"""Which row to ask about: the one on which the programs found disagree the most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.program import Program
from ..cells.shapes import shape
from ..running.evaluating import function_of, value_at
from .attempts import BITS, Attempt, Found
from .sheet import Row, Sheet

MOST_PROGRAMS = 6
"""Programs of each attempt that take part."""
MOST_ASKED = 400
"""Rows that are looked at."""
NEGLIGIBLE = 0.02


def telling_row(sheet: Sheet, best: Found, found: Sequence[Found]) -> Row | None:
    """The row whose cell would say most about which program is meant; None if all agree on all rows looked at.

    If there is nothing but doubt, it is a row of a kind that no example is of.

    Parameters
    ----------
    found
        What all attempts have come to.
    """
    programs = list(_weighted(best, found))
    rows = sheet.sample[:MOST_ASKED]
    spread = [(_spread(row, programs), -place) for place, row in enumerate(rows)]
    most, place = max(spread, default=(0.0, 0))
    if most > NEGLIGIBLE:
        return rows[-place]
    return _unseen(best.attempt, sheet.shown, rows) if best.result.trust == "low" else None


def _weighted(best: Found, found: Sequence[Found]) -> Iterator[tuple[Attempt, Program, float]]:
    """Programs with their weights: those of an attempt share what it weighs by its cost."""
    for one in found:
        weight = 2 ** (-max(0.0, one.cost - best.cost) / (2 * BITS))
        for candidate in one.result.ranked[:MOST_PROGRAMS]:
            yield one.attempt, candidate.program, weight * max(candidate.probability, 0.01)


def _spread(row: Row, programs: Sequence[tuple[Attempt, Program, float]]) -> float:
    """The probability that two programs drawn give different cells."""
    weights: defaultdict[Any, float] = defaultdict(float)
    for attempt, program, weight in programs:
        inputs = attempt.inputs(row)
        weights[None if inputs is None else _told(program, inputs)] += weight
    total = sum(weights.values())
    return 1 - sum((weight / total) ** 2 for weight in weights.values())


def _told(program: Program, inputs: tuple[Any, ...]) -> str | None:
    value = value_at(function_of(program), inputs)
    return None if value is None else str(value)


def _unseen(attempt: Attempt, shown: Sequence[Row], rows: Sequence[Row]) -> Row | None:
    """A row that looks unlike the examples, or any."""
    known = {_kind(attempt, row) for row in shown}
    return next((row for row in rows if _kind(attempt, row) not in known), rows[0] if rows else None)


def _kind(attempt: Attempt, row: Row) -> tuple[str, ...]:
    return tuple(map(shape, attempt.inputs(row) or ()))
