"""What a table is to the rest: named columns of cells, read chunk by chunk, of which one is written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ..cells.coding import Coding


class Chunk(Protocol):
    """Some rows that stand one after another."""

    @property
    def numbers(self) -> Sequence[int]:
        """Their numbers, as a spreadsheet counts: the header is row 1."""
        ...

    def column(self, index: int) -> Sequence[Any]:
        """The cells of a column, one for each row."""
        ...


class Writer(Protocol):
    """Takes the chunks of a table with what one column is to hold."""

    def write(self, chunk: Chunk, cells: Sequence[Any]) -> None:
        """Write the next chunk; a cell that is None stays as it is."""
        ...


@dataclass(frozen=True)
class Target:
    """The column that is written: the index of one there is, or the name of a new one at the end."""

    index: int | None
    name: str


class Table(Protocol):
    """A table in a file."""

    @property
    def path(self) -> Path: ...

    @property
    def names(self) -> tuple[str, ...]: ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What is lost of the file when it is written."""
        ...

    def chunks(self) -> Iterator[Chunk]:
        """All rows.

        Raises
        ------
        InputError
            If the file cannot be read, or its rows differ in length.
        """
        ...

    def codings(self, cells: Any) -> Sequence[Coding]:
        """The ways to read a column, the best first, from what was noted of all its cells."""
        ...

    def noted(self) -> Any:
        """A new note of what the cells of a column are, with a method `add` for those of a chunk."""
        ...

    def writer(self, output: Path, target: Target) -> AbstractContextManager[Writer]:
        """Writes the table to a file, at once or not at all.

        Raises
        ------
        InputError
            If the file cannot be written.
        """
        ...
