"""`induce fill`: from a table with a column that is filled in part to a file in which it is filled."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..support.errors import InputError
from ..support.files import writable
from .cells.coding import Coding
from .formats.opening import open_table
from .formats.table import Table, Target
from .learning.choosing import Budget
from .learning.examples import rows_told, told_examples
from .learning.learnt import Learnt, learnt
from .learning.sheet import Profile, Row, Sheet, column_named, column_to_fill, gathered, listed, profile
from .running.passing import Pass, Tally

Told = Callable[[int], None]
Meter = Callable[[str, int | None], AbstractContextManager[Told]]
"""Shows how far a pass over a table has come: given what is done and the number of rows, if that is known."""


@contextmanager
def unseen(_: str, __: int | None = None) -> Iterator[Told]:
    """Shows nothing."""
    yield lambda _: None


@dataclass(frozen=True)
class Request:
    """What is to be filled, and how.

    Parameters
    ----------
    column
        The column to fill; None for the only one that is partly filled.
    to
        The name of a new column instead.
    examples
        Each "input=>output", where the input is a cell.
    sources
        The columns that it may be learnt from; none means all.
    output
        Where the table is written; None for a name made of that of the table.
    in_place
        Whether the file itself is written anew.
    check
        Whether nothing is written.
    """

    path: Path
    column: str | None = None
    to: str | None = None
    examples: Sequence[str] = ()
    sources: Sequence[str] = ()
    output: Path | None = None
    in_place: bool = False
    check: bool = False
    budget: Budget = field(default_factory=Budget)
    processes: int = 1

    def written_to(self) -> Path | None:
        """Where the table is written.

        Raises
        ------
        InputError
            If the file cannot be written, or is the table itself and that was not asked for.
        """
        return output_path(self.path, self.output, in_place=self.in_place, check=self.check)


def output_path(path: Path, output: Path | None, *, in_place: bool, check: bool = False) -> Path | None:
    """Where a table is written: beside it, to a file that was named, or in its own place; None if nothing is.

    Raises
    ------
    InputError
        If the file cannot be written, or is the table itself and that was not asked for.
    """
    if check:
        return None
    if in_place:
        return writable(path)
    target = output or path.with_name(f"{path.stem}.filled{path.suffix}")
    if os.path.exists(target) and os.path.exists(path) and os.path.samefile(target, path):
        raise InputError(f"--output: {target} is the table itself; expected another file, or --in-place")
    if target.suffix.lower() != path.suffix.lower():
        raise InputError(f"--output: {target}: expected a name that ends in {path.suffix}, as that of the table")
    return writable(target)


@dataclass(frozen=True)
class Filled:
    """What came of it.

    `learnt` is None if no program was found; then nothing is written. `tally` says what became of the rows. `clash` is
    two rows with the same inputs and different outputs, which no program reproduces.
    """

    target: Target
    examples: int
    learnt: Learnt | None
    tally: Tally
    written: Path | None
    seconds: float
    notes: tuple[str, ...] = ()
    clash: tuple[Row, Row] | None = None


def fill(request: Request, *, warn: Callable[[str], None], meter: Meter = unseen) -> Filled:
    """Fill a column of a table.

    Raises
    ------
    InputError
        If the table cannot be read or written, or there is nothing to fill or to learn from.
    """
    began = time.monotonic()
    if request.column is not None and request.to is not None:
        raise InputError("--column and --to: expected one of them: a column there is, or a new one")
    if request.to is not None and not request.examples:
        raise InputError("--to: a new column has no filled cells; expected --examples 'input=>output'")
    table = open_table(request.path)
    output = request.written_to()
    with meter("reading", None) as told:
        found = profile(table, told=told)
    if not found.rows:
        raise InputError(f"{request.path}: no rows below the header; expected some")
    target = _target(request, table, found)
    sheet = _sheet(request, table, found, target)
    with meter("learning", None) as _:
        program = learnt(sheet, request.budget, warn=warn)
    if program is None:
        seconds = time.monotonic() - began
        return Filled(target, len(sheet.shown), None, Tally(), None, seconds, clash=sheet.clash())
    with meter("filling", found.rows) as told:
        way = Pass(table, program.evaluator, program.columns, target.index, told, request.processes)
        if output is None:
            tally = way.run()
        else:
            with table.writer(output, target) as writer:
                tally = way.run(writer)
    notes = table.notes if output is not None else ()
    return Filled(target, len(sheet.shown), program, tally, output, time.monotonic() - began, notes)


def _target(request: Request, table: Table, found: Profile) -> Target:
    names = table.names
    if request.to is not None:
        return new_column(request.to, names)
    if request.column is None and request.examples:
        raise InputError("--examples: expected --column or --to: which column are the outputs of?")
    if request.column is None:
        index = column_to_fill(found, names)
    else:
        index = column_named(request.column, names, option="--column")
        if found.filled[index] == found.rows:
            raise InputError(f"--column: every cell of {names[index]} is filled; expected one with empty cells")
        if not found.filled[index] and not request.examples:
            raise InputError(f"--column: no cell of {names[index]} is filled; expected a few examples in it")
    return Target(index, names[index])


def new_column(name: str, names: Sequence[str]) -> Target:
    """A new column.

    Raises
    ------
    InputError
        If there is one of this name, or the name is empty.
    """
    if not name.strip():
        raise InputError("--to: the name is empty; expected that of a new column")
    if name in names:
        raise InputError(f"--to: there is a column {name}; expected a new name")
    return Target(None, name)


def _sheet(request: Request, table: Table, found: Profile, target: Target) -> Sheet:
    names = table.names
    allowed = [column_named(name, names, option="--from") for name in request.sources]
    if target.index in allowed:
        raise InputError(f"--from: {target.name} is the column to fill; expected one that it follows from")
    readable = [i for i in range(len(names)) if i != target.index and found.codings[i] and found.filled[i]]
    if not readable:
        raise InputError(f"{request.path}: no other column can be read; expected one that {target.name} follows from")
    if unreadable := [names[index] for index in allowed if index not in readable]:
        raise InputError(f"--from: {listed(unreadable)} cannot be read; expected a column with values")
    usable = tuple(allowed or readable)
    shown, sample = gathered(table, target.index, filled=0 if target.index is None else found.filled[target.index])
    outputs: Sequence[Coding] = () if target.index is None else found.codings[target.index]
    given: frozenset[int] = frozenset()
    if request.examples:
        pairs = told_examples(request.examples)
        told, given = rows_told(table, pairs, usable, alone=len(allowed) == 1)
        told, outputs = _as_cells(told, table, outputs, whole=not shown)
        numbers = {row.number for row in told if row.number}
        sample = [row for row in sample if row.number not in numbers]
        shown = [*shown, *told]
    if not outputs:
        raise InputError(f"--column: {target.name} holds values that no program gives; expected text or numbers")
    return Sheet(names, found.codings, usable, outputs, shown, sample, given)


def _as_cells(
    rows: list[Row], table: Table, outputs: Sequence[Coding], *, whole: bool
) -> tuple[list[Row], Sequence[Coding]]:
    """Rows whose outputs are told as text, with cells of the table, and the ways to read these."""
    from .cells import written

    noted = written.Noted()
    noted.add([row.output for row in rows])
    ways = written.codings(noted)
    if whole and isinstance(table.noted(), written.Noted):
        return rows, ways
    if whole:
        rows = [Row(row.number, row.cells, ways[0].value(row.output)) for row in rows]
        cells = table.noted()
        cells.add([row.output for row in rows])
        return rows, table.codings(cells)
    if not isinstance(table.noted(), written.Noted):
        rows = [Row(row.number, row.cells, outputs[0].cell(ways[0].value(row.output))) for row in rows]
    return rows, outputs


def shown_inputs(names: Sequence[str], cells: Sequence[Any]) -> str:
    """Some cells of a row, with the names of their columns."""
    return ", ".join(f"{name} {cell!r:.60}" for name, cell in zip(names, cells, strict=True))
