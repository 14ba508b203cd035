"""Programs as functions: their printed Python, compiled once, and checked against the reference interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any

from ...dsl.core.expression import Undefined
from ...dsl.core.types import same_value
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
    _kept: dict[Any, Outcome] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs."""
        hidden = ("_kept", "_function", "_others")
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
        kept, outcome = self._kept, self._outcome
        rows = zip(*columns, strict=True)
        found: list[Outcome | None] = []
        for cells, asked in zip(rows, wanted, strict=True) if wanted is not None else ((row, True) for row in rows):
            if not asked:
                found.append(None)
                continue
            known = kept.get(cells)
            if known is None:
                if len(kept) >= MOST_KEPT:
                    kept.clear()
                known = kept[cells] = outcome(cells)
            found.append(known)
        return found

    def values(self, cells: Sequence[Any]) -> tuple[Any, ...] | None:
        """What the program is given for the cells of a row; None where one is missing."""
        found = []
        for cell, coding, blank in zip(cells, self.codings, self.blanks, strict=True):
            value = coding.value(cell)
            if value is EMPTY:
                if not blank:
                    return None
                value = coding.blank
            found.append(value)
        return tuple(found)

    def _outcome(self, cells: tuple[Any, ...]) -> Outcome:
        values = self.values(cells)
        if values is None:
            return None, Doubt.MISSING
        value = value_at(self._function, values)
        cell = self._cell(value)
        if cell is None:
            return None, Doubt.UNDEFINED
        for other in self._others:
            if value_at(other, values) != value:
                return cell, Doubt.RIVALS
        if self.shapes is not None:
            for one, known in zip(values, self.shapes, strict=True):
                if shape(one) not in known:
                    return cell, Doubt.FORMAT
        return cell, Doubt.NONE

    def _cell(self, value: Any) -> Any:
        if value is None:
            return None
        try:
            return self.output.cell(value)
        except (TypeError, ValueError, OverflowError, KeyError):
            return None
