"""What is known of a table before anything is learnt: its examples, and a sample of the rows that wait."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ...support.errors import InputError
from ..cells.coding import Coding, is_empty

MOST_SHOWN = 500
"""Filled rows that are kept."""
MOST_SAMPLED = 400
"""Rows to be filled that are looked at before."""
FROM_CHUNK = 400
MOST_CHUNKS = 25
"""Chunks that rows are sampled from."""
MOST_LISTED = 8


@dataclass(frozen=True)
class Row:
    """A row: its number in the file, its cells, and what the column holds there."""

    number: int
    cells: tuple[Any, ...]
    output: Any = None


class Rows(Protocol):
    """Some rows of a table."""

    @property
    def numbers(self) -> Sequence[int]: ...

    def column(self, index: int) -> Sequence[Any]: ...


class Source(Protocol):
    """A table that can be gone through again and again."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def chunks(self) -> Iterator[Rows]: ...

    def noted(self) -> Any: ...

    def codings(self, cells: Any) -> Sequence[Coding]: ...


@dataclass
class Profile:
    """How far each column is filled, and how it can be read."""

    rows: int
    filled: list[int]
    codings: list[Sequence[Coding]]


@dataclass
class Sheet:
    """What a column is learnt from.

    Parameters
    ----------
    names
        Of all columns.
    codings
        The ways to read each.
    usable
        The columns that it may be learnt from.
    outputs
        The ways to read the column itself.
    shown
        Its filled rows, or some of them.
    sample
        Some of the rows to be filled.
    named
        Columns that examples were given by.
    """

    names: tuple[str, ...]
    codings: list[Sequence[Coding]]
    usable: tuple[int, ...]
    outputs: Sequence[Coding]
    shown: list[Row]
    sample: list[Row] = field(default_factory=list)
    named: frozenset[int] = frozenset()

    def clash(self) -> tuple[Row, Row] | None:
        """Two filled rows with the same inputs and different outputs, if there are such."""
        seen: dict[tuple[Any, ...], Row] = {}
        for row in self.shown:
            first = seen.setdefault(tuple(row.cells[index] for index in self.usable), row)
            if first.output != row.output:
                return first, row
        return None


def profile(
    source: Source, columns: Iterable[int] | None = None, *, told: Callable[[int], None] = lambda _: None
) -> Profile:
    """Go through a table once.

    Parameters
    ----------
    columns
        Those that are looked at; None for all.
    told
        Called with the number of rows of each chunk.

    Raises
    ------
    InputError
        If the table cannot be read.
    """
    width = len(source.names)
    looked_at = range(width) if columns is None else list(columns)
    notes, filled, rows = [source.noted() for _ in range(width)], [0] * width, 0
    for chunk in source.chunks():
        rows += len(chunk.numbers)
        for index in looked_at:
            cells = chunk.column(index)
            notes[index].add(cells)
            filled[index] += len(cells) - sum(map(is_empty, cells))
        told(len(chunk.numbers))
    return Profile(rows, filled, [source.codings(note) for note in notes])


def column_named(name: str, names: Sequence[str], *, option: str) -> int:
    """The column of a name, or of a number from 1 on.

    Raises
    ------
    InputError
        If there is none, or several.
    """
    if names.count(name) > 1:
        raise InputError(f"{option}: {names.count(name)} columns are called {name}; choose one by its number")
    if name in names:
        return names.index(name)
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(names):
        return int(name) - 1
    raise InputError(f"{option}: no column {name!r:.40}; expected one of {listed(names)}")


def listed(names: Sequence[str]) -> str:
    """The names of columns, the first of many."""
    return ", ".join(names[:MOST_LISTED]) + ", ..." * (len(names) > MOST_LISTED)


def column_to_fill(found: Profile, names: Sequence[str]) -> int:
    """The one column in which some cells are filled and some are empty.

    Raises
    ------
    InputError
        If there is none, or several.
    """
    partly = [index for index, filled in enumerate(found.filled) if 0 < filled < found.rows]
    if len(partly) == 1:
        return partly[0]
    if partly:
        some = listed([names[index] for index in partly])
        raise InputError(f"{len(partly)} columns are partly filled ({some}); choose one with --column")
    empty = [names[index] for index, filled in enumerate(found.filled) if not filled]
    if empty:
        raise InputError(f"no cell of {listed(empty)} is filled; expected a few examples in the column to be filled")
    raise InputError("every cell is filled; expected a column with empty cells, or --to NEW and --examples")


def gathered(source: Source, target: int | None, *, filled: int) -> tuple[list[Row], list[Row]]:
    """The filled rows of a column, of which there are so many, and a sample of the others.

    They are the same whenever the table is.
    """
    draw = random.Random(0)
    shown: list[Row] = []
    sample: list[Row] = []
    for turn, chunk in enumerate(source.chunks()):
        if turn >= MOST_CHUNKS and len(shown) >= min(filled, MOST_SHOWN):
            break
        columns = [chunk.column(index) for index in range(len(source.names))]
        empty = [True] * len(chunk.numbers) if target is None else list(map(is_empty, columns[target]))
        waiting = [place for place, blank in enumerate(empty) if blank]
        if len(shown) < MOST_SHOWN:
            places = [place for place, blank in enumerate(empty) if not blank]
            shown += _rows(chunk, columns, places[: MOST_SHOWN - len(shown)], target)
        if turn < MOST_CHUNKS:
            sample += _rows(chunk, columns, sorted(draw.sample(waiting, min(FROM_CHUNK, len(waiting)))), None)
    if len(sample) > MOST_SAMPLED:
        sample = sorted(draw.sample(sample, MOST_SAMPLED), key=lambda row: row.number)
    return shown, sample


def _rows(chunk: Rows, columns: Sequence[Sequence[Any]], places: Iterable[int], target: int | None) -> Iterator[Row]:
    for place in places:
        cells = tuple(column[place] for column in columns)
        yield Row(chunk.numbers[place], cells, None if target is None else cells[target])
