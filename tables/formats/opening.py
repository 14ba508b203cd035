"""Which kind of table a file is, by how its name ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ...support.errors import InputError

if TYPE_CHECKING:
    from .table import Table

SEPARATED, WORKBOOK, PARQUET = (".csv", ".tsv", ".txt"), (".xlsx",), (".parquet", ".pq")
EXPECTED = "expected .csv, .tsv, .xlsx or .parquet"


def open_table(path: str | Path) -> Table:
    """The table in a file.

    Raises
    ------
    InputError
        If it is not one, cannot be read, or needs a library that is not installed.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in (*SEPARATED, *WORKBOOK, *PARQUET):
        raise InputError(f"{path}: {ending or 'a name without an ending'} is not a kind of table; {EXPECTED}")
    if not os.path.isfile(path):  # Unlike the method it raises nothing, whatever the name.
        raise InputError(
            f"{path}: cannot be read: {'is a folder' if os.path.isdir(path) else 'no such file'}; {EXPECTED}"
        )
    if ending in SEPARATED:
        from .separated import SeparatedTable

        return SeparatedTable(path)
    if ending in WORKBOOK:
        from .workbook import WorkbookTable

        return WorkbookTable(path)
    from .parquet import ParquetTable

    return ParquetTable(path)
