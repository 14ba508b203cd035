"""Integers taken apart into units: seconds into hours, minutes and seconds, cents into coins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ....dsl.core.expression import Expression
from ....dsl.core.types import INT, list_of
from ...cost.literals import constant_cost
from ..scene.applying import applied, expression_of
from ..scene.scene import Reading, Scene

MOST_SOURCES, MOST_UNITS = 3, 8
"""How many integers are taken apart, and into how many units."""
COINS = (
    [25, 10, 5, 1],
    [50, 20, 10, 5, 2, 1],
    [100, 50, 20, 10, 5, 2, 1],
    [100, 50, 10, 5, 1],
    [100, 20, 10, 5, 1],
    [500, 200, 100, 50, 20, 10, 5, 2, 1],
)
"""Coins and notes that are in use."""
TELLING = 4
"""Coins in use are only thought of where so many outputs differ."""
SOLVED, IN_USE = 4, 12
"""What units cost that were solved for, and those of coins."""


def units(scene: Scene) -> Iterator[Reading]:
    """How many of each unit, or how many pieces in all, where that is what the outputs are."""
    if scene.result_type not in (INT, list_of(INT)):
        return
    for source in scene.of_type(INT)[:MOST_SOURCES]:
        if min(source.values) < 0:
            continue
        for body, extra in _counted(scene, source):
            whole = body if scene.result_type.is_list else applied("sum", body)
            reading = scene.exact(whole, extra=extra)
            if reading is not None:
                yield reading


def _counted(scene: Scene, source: Reading) -> Iterator[tuple[Expression, int]]:
    """The number in units that may be meant, and what that costs beyond its parts."""
    for given in scene.of_type(list_of(INT))[:MOST_SOURCES]:
        for body in (given.body, applied("sort_desc", given.body)):
            yield applied("in_units", source.body, body), 0
    solved = solved_units(source.values, scene.outputs) if scene.result_type.is_list else None
    known = [solved] if solved is not None else []
    if solved is None and source.body in scene.problem.parameters and len(set(map(repr, scene.outputs))) >= TELLING:
        known = [*COINS]
    for chosen in known:
        constant = expression_of(list(chosen))
        yield applied("in_units", source.body, constant), _price(chosen, SOLVED if solved else IN_USE)


def _price(chosen: Sequence[int], wanted: int) -> int:
    """What makes units cost what they say, and not one by one."""
    return wanted + len(chosen) - constant_cost(list(chosen), list_of(INT))


def solved_units(numbers: Sequence[int], counts: Sequence[Sequence[int]]) -> list[int] | None:
    """The units of which so many make the numbers, None if no integers do, or the counts do not tell."""
    lengths = {len(row) for row in counts}
    if len(lengths) != 1 or not 2 <= min(lengths) <= MOST_UNITS:
        return None
    table = np.array(counts, dtype=float)
    if np.linalg.matrix_rank(table) < table.shape[1]:
        return None
    found = [round(value) for value in np.linalg.lstsq(table, np.array(numbers, dtype=float), rcond=None)[0].tolist()]
    fits = all(
        sum(count * unit for count, unit in zip(row, found, strict=True)) == number
        for row, number in zip(counts, numbers, strict=True)
    )
    return found if fits and all(unit > 0 for unit in found) else None
