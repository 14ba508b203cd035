"""One attempt: a search for a program from a choice of columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...search.answer.ranking import Candidate
from ...search.answer.result import Result
from ..cells.coding import EMPTY, Coding
from ..cells.shapes import shape
from .sheet import Row, Sheet

BITS = 2
"""Units of cost in a bit."""
MOST_EXAMPLES = 8
"""Examples that a search begins with; what these leave open, a next one is given."""
MOST_PREDICTED = 10
RARE = 0.04
"""A kind of row that is rarer says nothing about which program is meant."""


@dataclass(frozen=True)
class Attempt:
    """A choice of columns, and of the ways to read them and to write the outputs.

    `blanks` says for each column whether the examples have empty cells there, which programs are then given.
    """

    columns: tuple[int, ...]
    codings: tuple[Coding, ...]
    blanks: tuple[bool, ...]
    output: Coding
    promise: float

    @classmethod
    def of(
        cls, sheet: Sheet, columns: tuple[int, ...], codings: tuple[Coding, ...], output: Coding, promise: float
    ) -> Attempt:
        """An attempt at a sheet."""
        blanks = tuple(
            any(coding.value(row.cells[index]) is EMPTY for row in sheet.shown)
            for index, coding in zip(columns, codings, strict=True)
        )
        return cls(columns, codings, blanks, output, promise)

    def inputs(self, row: Row) -> tuple[Any, ...] | None:
        """What a program is given for a row; None where an input is missing."""
        found = []
        for index, coding, blank in zip(self.columns, self.codings, self.blanks, strict=True):
            value = coding.value(row.cells[index])
            if value is EMPTY and not blank:
                return None
            found.append(coding.blank if value is EMPTY else value)
        return tuple(found)

    def examples(self, rows: Sequence[Row]) -> list[tuple[Row, tuple[Any, ...], Any]]:
        """The rows that can be examples, with inputs and output."""
        found = []
        for row in rows:
            inputs, output = self.inputs(row), self.output.value(row.output)
            if inputs is not None and output is not EMPTY:
                found.append((row, inputs, output))
        return found

    def usual(self, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
        """Inputs to be predicted: of the usual kinds of rows, as many of each as it has a share in them."""
        kinds: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for row in rows:
            inputs = self.inputs(row)
            if inputs is not None:
                kinds.setdefault(tuple(map(shape, inputs)), []).append(inputs)
        total = sum(map(len, kinds.values()))
        found: list[tuple[Any, ...]] = []
        for some in sorted(kinds.values(), key=len, reverse=True):
            if len(some) < RARE * total or len(found) >= MOST_PREDICTED:
                break
            different = list(dict.fromkeys(some))
            found += different[: max(1, round(MOST_PREDICTED * len(some) / total))]
        return found[:MOST_PREDICTED]


@dataclass(frozen=True)
class Found:
    """What an attempt has come to, and what its program costs with the choice of columns."""

    attempt: Attempt
    result: Result
    cost: float

    @classmethod
    def of(cls, attempt: Attempt, result: Result, columns: int) -> Found:
        """The outcome of an attempt at a table with this many columns to choose from."""
        choice = BITS * math.log2(math.comb(columns, len(attempt.columns)))
        return cls(attempt, result, result.programs[0].cost + choice + len(attempt.columns))

    @property
    def rank(self) -> tuple[float, int]:
        """The cheapest first, among equals the one of the fewest columns."""
        return self.cost, len(self.attempt.columns)

    @property
    def rivals(self) -> tuple[Candidate, ...]:
        """Likely programs that behave differently from the first."""
        return tuple(one for one in self.result.ranked[1:] if one.probability >= LIKELY)[:MOST_RIVALS]


LIKELY = 0.03
"""A rival that is less likely raises no doubt about a row."""
MOST_RIVALS = 3


def telling(examples: Sequence[tuple[Row, tuple[Any, ...], Any]]) -> list[tuple[Row, tuple[Any, ...], Any]]:
    """The examples to begin with: of as many kinds as there are, in their order."""
    if len(examples) <= MOST_EXAMPLES:
        return list(examples)
    seen: Counter[Any] = Counter()
    turns = []
    for place, (_, inputs, output) in enumerate(examples):
        kind = (tuple(map(shape, inputs)), shape(output) if isinstance(output, str) else output)
        turns.append((seen[kind], place))
        seen[kind] += 1
    return [examples[place] for place in sorted(place for _, place in sorted(turns)[:MOST_EXAMPLES])]
