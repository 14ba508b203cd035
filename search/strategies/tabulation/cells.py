"""Cells that are filled by steps, many at a time, by compiled code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import SimpleNamespace

import numpy as np

from ...engine.compiled.arrays import TAIL
from ...engine.compiled.stepping import FIRST, MOST_PARTS
from ...engine.native import engine
from ..recurrences.running import CAP_OF_WORDS, HEADER
from ..recurrences.steps import Steps

CELLS, EXTREMES = 3, 4
"""Of how many cells extremes are taken, and how many."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """The table of one example: words that are given, and the cells behind them.

    Parameters
    ----------
    given
        What the items say, a word each.
    size
        How many cells there are, those that no step fills included.
    reads
        int64, (steps, variables): the places of the words that each variable of a step stands for.
    targets
        int64: the places of the cells that are filled, in this order. Places count from the first word that is given.
    last
        The place of the cell that is told.
    """

    given: np.ndarray
    size: int
    reads: np.ndarray
    targets: np.ndarray
    last: int

    @property
    def words(self) -> int:
        return len(self.given) + self.size


class CellRunner:
    """Fills the cells of sheets by steps.

    With `extremes` the variables after the first three are the smaller and the larger of the first two, and the
    smallest and the largest of the three.
    """

    def __init__(self, steps: Steps, sheets: Sequence[Sheet], *, extremes: bool = False) -> None:
        self._steps = steps
        constants = [int(literal.value) for literal in steps.constants]
        regions = [*accumulate((sheet.words for sheet in sheets), initial=len(constants))]
        scratch = regions[-1]
        end = scratch + EXTREMES
        arena = np.zeros(HEADER + end + (2 + MOST_PARTS * TAIL) * CAP_OF_WORDS, np.int64)
        arena[HEADER - 1] = len(arena) - HEADER
        self._mem = mem = arena[HEADER:]
        mem[: len(constants)] = constants
        self._tables = []
        for sheet, start in zip(sheets, regions, strict=False):
            mem[start : start + len(sheet.given)] = sheet.given
            self._tables.append(slice(start + len(sheet.given), start + sheet.words))
        variables = len(steps.variables)
        values = np.ones((len(sheets), variables + len(constants), 2), np.int64)
        values[:, :, 0] = [0] * variables + [*range(len(constants))]
        unused = np.zeros((0, 2), np.int64)
        self._runs = SimpleNamespace(
            mem=mem, cap=CAP_OF_WORDS, values=values, items=unused, firsts=np.zeros(1, np.int64), wanted=unused,
            code=np.zeros((MOST_PARTS, FIRST + 3), np.int64),
            frame=np.zeros((variables + len(constants) + MOST_PARTS, 2), np.int64),
            state=end, out=end + 2 * CAP_OF_WORDS,
        )  # fmt: skip
        placed = list(zip(sheets, regions, strict=False))
        reads = np.concatenate([sheet.reads + start for sheet, start in placed])
        if extremes:
            reads = np.insert(reads, [CELLS] * EXTREMES, scratch + np.arange(EXTREMES), axis=1)
        self._cells = SimpleNamespace(
            slices=np.ascontiguousarray(np.stack([reads, np.ones_like(reads)], axis=2)),
            targets=np.concatenate([sheet.targets + start for sheet, start in placed]),
            firsts=np.array([0, *accumulate(len(sheet.targets) for sheet in sheets)], np.int64),
            lasts=np.array([start + sheet.last for sheet, start in placed], np.int64),
            extremes=scratch if extremes else -1,
        )

    def begin(self, tables: Sequence[np.ndarray]) -> None:
        """Set the cells of all examples to what they are before any step."""
        for place, cells in zip(self._tables, tables, strict=True):
            self._mem[place] = cells

    def filled(self, rows: np.ndarray, example: int, least: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For each row of a batch: whether all cells of an example have a value, the last, and the largest of all.

        Parameters
        ----------
        least
            The largest of the cells that no step fills.
        """
        found = np.zeros((len(rows), 3), np.int64)
        found[:, 2] = least
        engine().run_cells(self._steps.arrays, self._runs, self._cells, rows, example, found)
        return found[:, 0] != 0, found[:, 1], found[:, 2]
