"""Comma-separated values and their like: read record by record, and written back character by character.

No library gives a file back as it was: each has its own quotes, line ends and missing values. So a record is kept as
it is written, and only one of its fields is replaced.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, Any

from ...support.errors import InputError
from ...support.files import why
from ..cells.coding import Coding, is_empty
from ..cells.written import Noted, codings
from .records import Record, delimiter_of, quoted, records, unquoted
from .replacing import replacing
from .table import Chunk, Target, Writer

ROWS = 8192
"""Rows of a chunk."""
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
BLOCK = 1 << 20
PIECE = 1 << 19
"""Characters of a piece of text."""
NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""Bytes without a meaning in code page 1252."""


@dataclass(frozen=True)
class SeparatedChunk:
    """Some records; empty lines are among `records` and not among the rows."""

    first: int
    records: list[Record]
    width: int

    @cached_property
    def rows(self) -> list[int]:
        """Where the rows are among the records."""
        if self.width == 1:
            return list(range(len(self.records)))
        return [i for i, record in enumerate(self.records) if len(record.fields) == self.width]

    @cached_property
    def numbers(self) -> Sequence[int]:
        """See `Chunk`."""
        return [self.first + i for i in self.rows]

    def raw(self, index: int) -> list[str]:
        """The cells of a column as they are written."""
        return [self.records[i].fields[index] for i in self.rows]

    def column(self, index: int) -> Sequence[str]:
        """See `Chunk`."""
        return [unquoted(cell) if cell[:1] == '"' else cell for cell in self.raw(index)]


@dataclass(frozen=True)
class Layout:
    """How a file is written, as far as its rows are concerned.

    Parameters
    ----------
    width
        How many columns there are.
    always
        Whether new cells stand in quotes.
    """

    name: str
    delimiter: str
    width: int
    target: Target | None = None
    always: bool = False

    def chunks(self, lines: Iterator[str], first: int) -> Iterator[SeparatedChunk]:
        """The rows of some lines, of which the first has this number.

        Raises
        ------
        InputError
            If rows differ in length, or a quote is never closed.
        """
        try:
            found = records(lines, self.delimiter)
            while chunk := list(islice(found, ROWS)):
                self._check(chunk, first)
                yield SeparatedChunk(first, chunk, self.width)
                first += len(chunk)
        except InputError as error:
            raise InputError(f"{self.name}: {error}") from None

    def _check(self, chunk: Sequence[Record], first: int) -> None:
        for number, record in enumerate(chunk, start=first):
            count = len(record.fields)
            if count != self.width and record.fields != [""]:
                cells = f"{count} cell{'s' * (count != 1)}"
                raise InputError(f"row {number}: {cells}; expected {self.width}, as in the header")

    def text(self, chunk: SeparatedChunk, cells: Sequence[Any]) -> str:
        """A chunk as it is written, with new cells; None for one that stays as it is."""
        assert self.target is not None
        index, delimiter = self.target.index, self.delimiter
        for row, cell in zip(chunk.rows, cells, strict=True):
            fields = chunk.records[row].fields
            if index is None:
                fields.append("" if cell is None else quoted(cell, delimiter, always=self.always))
            elif cell is not None:
                fields[index] = quoted(cell, delimiter, always=self.always)
        return "".join([delimiter.join(fields) + end for fields, end in chunk.records])


class SeparatedTable:
    """A file of separated values."""

    notes: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        """Read how the file is written, and its header.

        Raises
        ------
        InputError
            If it cannot be read, or there is nothing in it.
        """
        self.path = path
        self._encoding = _encoding(path)
        with self._opened() as file:
            self._delimiter = "\t" if path.suffix.lower() == ".tsv" else delimiter_of(file.readline())
        with self._opened() as file:
            header = self._header(file)
        self.names = tuple(unquoted(field).strip() for field in header.fields)
        self._layout = Layout(str(path), self._delimiter, len(self.names))

    def _header(self, file: IO[str]) -> Record:
        try:
            header = next(records(file, self._delimiter), None)
        except InputError as error:
            raise InputError(f"{self.path}: {error}") from None
        if header is None or header.fields == [""]:
            raise InputError(f"{self.path}: the first line is empty; expected a header")
        return header

    def chunks(self) -> Iterator[SeparatedChunk]:
        """See `Table`."""
        with self._opened() as file:
            self._header(file)
            yield from self._layout.chunks(file, 2)

    def pieces(self) -> Iterator[str]:
        """The text below the header, in pieces of whole lines."""
        with self._opened() as file:
            self._header(file)
            while piece := file.read(PIECE):
                yield piece + file.readline()

    def noted(self) -> Noted:
        """See `Table`."""
        return Noted()

    def codings(self, cells: Any) -> Sequence[Coding]:
        """See `Table`."""
        return codings(cells)

    @contextmanager
    def writer(self, output: Path, target: Target) -> Iterator[Writer]:
        """See `Table`."""
        with self._opened() as file:
            header = self._header(file)
        if target.index is None:
            header.fields.append(quoted(target.name, self._delimiter))
        always = target.index is not None and self._quotes(target.index)
        layout = Layout(str(self.path), self._delimiter, len(self.names), target, always)
        with replacing(output) as part, open(part, "w", encoding=self._encoding, newline="") as file:
            try:
                file.write(self._delimiter.join(header.fields) + (header.end or "\n"))
                yield SeparatedWriter(file, layout)
            except UnicodeEncodeError as error:
                raise InputError(f"{output}: cannot be written: {error}") from None

    def _quotes(self, index: int) -> bool:
        """Whether the first filled cell of a column stands in quotes without need."""
        for chunk in self.chunks():
            for cell in chunk.raw(index):
                if not is_empty(unquoted(cell)):
                    return cell.startswith('"') and quoted(unquoted(cell), self._delimiter) != cell
        return False

    def _opened(self) -> IO[str]:
        try:
            return open(self.path, encoding=self._encoding, newline="")
        except OSError as error:
            raise InputError(f"{self.path}: cannot be read: {why(error)}; expected a table") from None


@dataclass(frozen=True)
class SeparatedWriter:
    """Writes the rows of a file; `layout` says how."""

    file: IO[str]
    layout: Layout

    def write(self, chunk: Chunk, cells: Sequence[Any]) -> None:
        """See `Writer`."""
        assert isinstance(chunk, SeparatedChunk)
        self.file.write(self.layout.text(chunk, cells))


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as those of a file."""
    return io.StringIO(text, newline="")


def _encoding(path: Path) -> str:
    """How the file is encoded: as it says itself, or UTF-8, or what Windows used before."""
    name = "utf-8"
    try:
        with open(path, "rb") as file:
            block = file.read(BLOCK)
            name = next((name for mark, name in MARKS if block.startswith(mark)), name)
            if name == "utf-8" and b"\0" in block:
                raise InputError(f"{path}: is not a text file; expected separated values")
            decoder = codecs.getincrementaldecoder(name)()
            while block:
                decoder.decode(block)
                block = file.read(BLOCK)
            decoder.decode(b"", final=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {why(error)}; expected a table") from None
    except UnicodeDecodeError:
        if name != "utf-8":
            told = name.removesuffix("-sig").upper()
            raise InputError(f"{path}: is not {told}, as its first bytes say; expected separated values") from None
        return "cp1252" if NOT_WINDOWS.isdisjoint(path.read_bytes()) else "latin-1"
    return name
