"""Programs as functions: their printed Python, compiled once, and checked against the reference interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.core.values import same_value
from ...dsl.program import Program, parse
from ..cells.coding import EMPTY, Coding
from ..cells.shapes import shape

NAME = "solve"
MOST_KEPT = 200_000
"""Distinct inputs whose outcomes are kept."""


class Doubt(IntEnum):
    """Why a person should look at a row; the gravest last."""

    NONE = 0
    FORMAT = 1
    RIVALS = 2
    MISSING = 3
    UNDEFINED = 4


Outcome = tuple[Any, Doubt]
"""The cell that a row gets, None where it gets none, and what raises doubts about it."""
NOTHING_GIVEN: Outcome = (None, Doubt.MISSING)
NO_VALUE: Outcome = (None, Doubt.UNDEFINED)
LOOKED_AT = 4096
"""Rows by which it is seen whether many are alike."""


def compiled(source: str) -> Callable[..., Any]:
    """The function of a Python source, which induce has printed."""
    space: dict[str, Any] = {}
    exec(compile(source, "<program>", "exec"), space)
    function: Callable[..., Any] = space[NAME]
    return function


@lru_cache(maxsize=256)
def function_of(program: Program) -> Callable[..., Any]:
    """The function that a program prints as."""
    return compiled(program.python(NAME))


def agree(program: Program, function: Callable[..., Any], values: Sequence[Any]) -> bool:
    """Whether a function has the value that the reference interpreter has, or both have none."""
    try:
        meant = program(*values)
    except (Undefined, TypeError):
        return value_at(function, values) is None
    found = value_at(function, values)
    return (found is None) == (meant is None) and (found == meant or same_value(found, meant))


def value_at(function: Callable[..., Any], values: Sequence[Any]) -> Any:
    """What a function returns; None where it fails."""
    try:
        return function(*values)
    except Exception:  # noqa: BLE001 - a program may fail in any way where it has no value
        return None


@dataclass
class Evaluator:
    """Fills cells by a program.

    It can be sent to another process: there its functions are compiled anew.

    Parameters
    ----------
    source
        The Python of the program, or its text if the reference interpreter is to run it.
    codings, blanks
        How each input is read, and whether the program is given an empty cell there.
    output
        How values are written.
    rivals
        The Python of other programs that might be meant.
    shapes
        What the inputs of the examples look like; None if this is not to raise doubts.
    """

    source: str
    codings: tuple[Coding, ...]
    blanks: tuple[bool, ...]
    output: Coding
    rivals: tuple[str, ...] = ()
    shapes: tuple[frozenset[str], ...] | None = None
    interpreted: bool = False
    _kept: dict[Any, Outcome | None] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs."""
        hidden = ("_kept", "_function", "_others", "_readers")
        return {name: value for name, value in self.__dict__.items() if name not in hidden} | {"_kept": {}}

    @cached_property
    def _function(self) -> Callable[..., Any]:
        return parse(self.source) if self.interpreted else compiled(self.source)

    @cached_property
    def _others(self) -> list[Callable[..., Any]]:
        return [compiled(source) for source in self.rivals]

    def outcomes(self, columns: Sequence[Sequence[Any]], wanted: Iterable[bool] | None = None) -> list[Outcome | None]:
        """What becomes of each row.

        Parameters
        ----------
        columns
            The cells of each input.
        wanted
            Which rows to look at; None for all.
        """
        rows: Sequence[tuple[Any, ...] | None] = list(zip(*columns, strict=True))
        if wanted is not None:
            rows = [row if asked else None for row, asked in zip(rows, wanted, strict=True)]
        outcome = self._outcome
        if not self._repeats(rows):
            return [None if row is None else outcome(row) for row in rows]
        kept = self._kept
        if len(kept) > MOST_KEPT:
            kept.clear()
        for row in set(rows) - kept.keys():
            kept[row] = None if row is None else outcome(row)
        return [kept[row] for row in rows]

    def _repeats(self, rows: Sequence[Any]) -> bool:
        """Whether most rows are like others."""
        some = rows[:LOOKED_AT]
        return 2 * len(set(some)) < len(some)

    @cached_property
    def _readers(self) -> list[tuple[Callable[[Any], Any], Any]]:
        """For each input what reads a cell, and what stands for an empty one."""
        pairs = zip(self.codings, self.blanks, strict=True)
        return [(coding.value, coding.blank if blank else EMPTY) for coding, blank in pairs]

    def _outcome(self, cells: tuple[Any, ...]) -> Outcome:
        values = []
        for cell, (read, blank) in zip(cells, self._readers, strict=True):
            value = read(cell)
            if value is EMPTY:
                value = blank
                if value is EMPTY:
                    return NOTHING_GIVEN
            values.append(value)
        try:
            found = self._function(*values)
            if found is None:
                return NO_VALUE
            written = self.output.cell(found)
        except Exception:  # noqa: BLE001 - a program may fail in any way where it has no value
            return NO_VALUE
        return written, self._doubt(values, found)

    def _doubt(self, values: Sequence[Any], found: Any) -> Doubt:
        """What raises doubts about a value."""
        for other in self._others:
            if value_at(other, values) != found:
                return Doubt.RIVALS
        if self.shapes is not None:
            for one, known in zip(values, self.shapes, strict=True):
                if shape(one) not in known:
                    return Doubt.FORMAT
        return Doubt.NONE
