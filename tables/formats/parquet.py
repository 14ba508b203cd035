"""Parquet files: read and written batch by batch, with the types and the notes of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...support.errors import InputError
from ...support.files import why
from ..cells.coding import Coding
from ..cells.typed import Noted, codings
from .optional import needed
from .replacing import replacing
from .table import Chunk, Target, Writer

ROWS = 65536
"""Rows of a chunk."""


@dataclass(frozen=True)
class BatchChunk:
    """A batch of rows; its columns become Python values where they are asked for."""

    first: int
    batch: Any

    @property
    def numbers(self) -> Sequence[int]:
        """See `Chunk`: rows are counted as if there were a header."""
        return range(self.first, self.first + self.batch.num_rows)

    def column(self, index: int) -> Sequence[Any]:
        """See `Chunk`."""
        array = self.batch.column(index)
        if str(array.type).startswith("timestamp[ns"):  # Python's moments have microseconds.
            array = array.cast(str(array.type).replace("[ns", "[us"), safe=False) if array.type.tz is None else array
        cells: list[Any] = array.to_pylist()
        return cells


class ParquetTable:
    """A Parquet file."""

    notes: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        """Read the schema.

        Raises
        ------
        InputError
            If it cannot be read.
        """
        self.path = path
        self._arrow, self._parquet = needed("pyarrow"), needed("pyarrow.parquet")
        try:
            self._file = self._parquet.ParquetFile(path)
        except (OSError, self._arrow.ArrowException) as error:
            raise InputError(f"{path}: cannot be read: {why(error)}; expected a Parquet file") from None
        self._schema = self._file.schema_arrow
        self.names = tuple(self._schema.names)

    def chunks(self) -> Iterator[BatchChunk]:
        """See `Table`."""
        first = 2
        for batch in self._file.iter_batches(batch_size=ROWS):
            yield BatchChunk(first, batch)
            first += batch.num_rows

    def noted(self) -> Noted:
        """See `Table`."""
        return Noted()

    def codings(self, cells: Any) -> Sequence[Coding]:
        """See `Table`."""
        return codings(cells)

    @contextmanager
    def writer(self, output: Path, target: Target) -> Iterator[Writer]:
        """See `Table`."""
        groups = self._file.metadata
        compression = groups.row_group(0).column(0).compression if groups.num_row_groups else "SNAPPY"
        with replacing(output) as part:
            writer = _Writer(self._arrow, self._parquet, part, self._schema, target, compression)
            try:
                yield writer
            finally:
                writer.close()


class _Writer:
    """Writes batches; a new column has the type of the first values there are."""

    def __init__(self, arrow: Any, parquet: Any, path: Path, schema: Any, target: Target, compression: str) -> None:
        self._arrow, self._parquet = arrow, parquet
        self._path, self._schema, self._target = path, schema, target
        self._compression = compression
        self._writer: Any = None
        self._waiting: list[tuple[Any, Sequence[Any]]] = []
        self._type = None if target.index is None else schema.field(target.index).type

    def write(self, chunk: Chunk, cells: Sequence[Any]) -> None:
        """See `Writer`."""
        assert isinstance(chunk, BatchChunk)
        if self._type is None and all(cell is None for cell in cells):
            self._waiting.append((chunk.batch, cells))
            return
        if self._type is None:
            self._type = self._arrow.array(cells).type
        for batch, waiting in [*self._waiting, (chunk.batch, cells)]:
            self._write(batch, waiting)
        self._waiting = []

    def _write(self, batch: Any, cells: Sequence[Any]) -> None:
        index = self._target.index
        if index is None:
            arrays = [*batch.columns, self._arrow.array(cells, self._type)]
            schema = self._schema.append(self._arrow.field(self._target.name, self._type))
        else:
            old = batch.column(index)
            arrays, schema = list(batch.columns), self._schema
            if any(cell is not None for cell in cells):
                arrays[index] = self._merged(old, cells)
        if self._writer is None:
            self._writer = self._parquet.ParquetWriter(self._path, schema, compression=self._compression)
        self._writer.write_batch(self._arrow.record_batch(arrays, schema=schema))

    def _merged(self, old: Any, cells: Sequence[Any]) -> Any:
        """The old cells, and new ones in the place of some."""
        coalesce = needed("pyarrow.compute").coalesce
        if self._type is None or not self._arrow.types.is_dictionary(self._type):
            return coalesce(self._arrow.array(cells, self._type), old)
        plain = self._type.value_type
        return coalesce(self._arrow.array(cells, plain), old.cast(plain)).dictionary_encode().cast(self._type)

    def close(self) -> None:
        """Write what is left."""
        if self._waiting or self._writer is None:
            self._type = self._type or self._arrow.string()
            for batch, cells in self._waiting:
                self._write(batch, cells)
        if self._writer is not None:
            self._writer.close()
