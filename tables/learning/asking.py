"""Which row to ask about: the one on which the programs found disagree the most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
    """The row whose cell would say most about which program is meant; None if nothing is left to ask.

    Where numbers are told apart, it is one between two examples, which alone says where the limit is. Else, if the
    answer is in doubt, it is the row on which the programs found disagree the most, or one of a kind that no example
    is of.

    Parameters
    ----------
    found
        What all attempts have come to.
    """
    rows = sheet.sample[:MOST_ASKED]
    between = _between(best.attempt, sheet.shown, rows)
    if between is not None or best.result.trust == "high":
        return between
    programs = list(_weighted(best, found))
    spread, place = max(((_spread(row, programs), -place) for place, row in enumerate(rows)), default=(0.0, 0))
    if spread > NEGLIGIBLE:
        return rows[-place]
    return _unseen(best.attempt, sheet.shown, rows) if best.result.trust == "low" else None


def _between(attempt: Attempt, shown: Sequence[Row], rows: Sequence[Row]) -> Row | None:
    """The row in the middle of the widest gap between examples of numbers with different labels."""
    if len(attempt.columns) != 1 or not attempt.codings[0].is_number or attempt.output.is_number:
        return None
    examples = sorted((inputs[0], str(output)) for _, inputs, output in attempt.examples(shown))
    labels = [label for _, label in examples]
    if len(set(labels)) == len(labels) or sum(map(str.__ne__, labels, labels[1:])) != len(set(labels)) - 1:
        return None  # These are no labels of ranges.
    numbers = [(inputs[0], row) for row in rows if (inputs := attempt.inputs(row)) is not None]
    found = []
    for (low, one), (high, other) in pairwise(examples):
        inside = [(abs(2 * number - low - high), row.number, row) for number, row in numbers if low < number < high]
        if one != other and inside:
            found.append((high - low, min(inside)[-1]))
    return max(found, key=lambda gap: gap[0])[1] if found else None


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
