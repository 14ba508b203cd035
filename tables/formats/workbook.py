"""Excel workbooks: one column of the sheet on top is written, everything else stays with its format."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from ...support.errors import InputError
from ...support.files import why
from ..cells.coding import Coding, is_empty
from ..cells.typed import Noted, codings
from .optional import needed
from .replacing import replacing
from .table import Chunk, Target, Writer

ROWS = 8192
"""Rows of a chunk."""
MOST_UNPACKED = 500_000_000
"""Bytes of the parts of a workbook; a small file may be packed from any number."""
MOST_CELLS = 100_000_000
"""Of the sheet: the library makes each, also those that are empty, up to the last that is filled."""
LOST = {"xl/charts/": "charts", "xl/media/": "pictures"}


@dataclass(frozen=True)
class TypedChunk:
    """Some rows of a table whose cells have types."""

    numbers: Sequence[int]
    columns: Sequence[Sequence[Any]]

    def column(self, index: int) -> Sequence[Any]:
        """See `Chunk`."""
        return self.columns[index]


class WorkbookTable:
    """The sheet of a workbook that is on top; its first row is the header."""

    def __init__(self, path: Path) -> None:
        """Read the workbook.

        Raises
        ------
        InputError
            If it cannot be read, or there is nothing in it.
        """
        self.path = path
        openpyxl = needed("openpyxl")
        try:
            names = _parts(path)
            self._book, values = _books(path, openpyxl)
            self._sheet, self._values = self._book.active, values.active  # The values are what formulas come to.
        except InputError:
            raise
        except Exception as error:  # noqa: BLE001 - the library raises whatever a broken workbook leads it to
            raise InputError(f"{path}: cannot be read: {why(error)}; expected an Excel workbook (.xlsx)") from None
        if not all(hasattr(sheet, "iter_rows") for sheet in (self._sheet, self._values)):
            raise InputError(f"{path}: the sheet on top is not a table; expected a header and rows")
        if (cells := self._values.max_row * self._values.max_column) > MOST_CELLS:
            raise InputError(f"{path}: {cells:,} cells from the first to the last; expected at most {MOST_CELLS:,}")
        lost = [told for part, told in LOST.items() if any(name.startswith(part) for name in names)]
        self.notes = (f"the {' and '.join(lost)} of the workbook are not kept",) if lost else ()
        self.names = self._header()

    def _header(self) -> tuple[str, ...]:
        header = [cell.value for cell in next(self._values.iter_rows(max_row=1))]
        while header and is_empty(header[-1]):
            header.pop()
        if not header:
            raise InputError(f"{self.path}: the first row of the sheet on top is empty; expected a header")
        return tuple("" if name is None else str(name).strip() for name in header)

    def chunks(self) -> Iterator[TypedChunk]:
        """See `Table`."""
        rows = self._values.iter_rows(min_row=2, max_col=len(self.names), values_only=True)
        first = 2
        while chunk := list(islice(rows, ROWS)):
            kept = [i for i, row in enumerate(chunk) if not all(map(is_empty, row))]
            columns = list(zip(*(chunk[i] for i in kept), strict=True)) or [()] * len(self.names)
            yield TypedChunk([first + i for i in kept], columns)
            first += len(chunk)

    def noted(self) -> Noted:
        """See `Table`."""
        return Noted()

    def codings(self, cells: Any) -> Sequence[Coding]:
        """See `Table`."""
        return codings(cells)

    @contextmanager
    def writer(self, output: Path, target: Target) -> Iterator[Writer]:
        """See `Table`."""
        place = len(self.names) + 1 if target.index is None else target.index + 1
        if target.index is None:
            self._sheet.cell(1, place, target.name)
        with replacing(output) as part:
            yield _Writer(self._sheet, place)
            self._book.save(part)


def _parts(path: Path) -> list[str]:
    """The names of the parts of a workbook, unless they are too large to be unpacked."""
    with ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MOST_UNPACKED:
            raise InputError(f"{path}: {unpacked:,} bytes once unpacked; expected at most {MOST_UNPACKED:,}")
        return parts.namelist()


def _books(path: Path, openpyxl: Any) -> tuple[Any, Any]:
    """The workbook with its formulas, and with their values."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)


@dataclass(frozen=True)
class _Writer:
    sheet: Any
    place: int

    def write(self, chunk: Chunk, cells: Sequence[Any]) -> None:
        """See `Writer`."""
        for number, cell in zip(chunk.numbers, cells, strict=True):
            if cell is None:
                continue
            written = self.sheet.cell(number, self.place)
            if is_empty(written.value):  # A formula whose value the file does not have is not empty.
                written.value = cell
                if isinstance(cell, str):  # A text that begins with = is no formula.
                    written.data_type = "s"
