"""The terms in a column of a table: comma-separated values, with a header or without."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath

from ...dsl.text.parser import did_you_mean
from ...support.errors import InputError
from ..rules.rule import Number
from .terms import SEPARATOR, checked, is_number, number_of

DELIMITERS = ",;\t"
TABLES = frozenset({".csv", ".tsv"})
"""How the names of tables end."""
UNKNOWN = frozenset({"nan", "inf", "-inf", "infinity", "na", "n/a", "null", "none", ""})
"""What stands in a column for a number, in lower case; a header is something else."""
MOST_LISTED = 8
"""How many columns are listed to choose from."""


def looks_like_table(lines: Sequence[str], place: str) -> bool:
    """Whether lines are those of a table: it begins with a header, or is called one and has several rows."""
    if len(lines) == 1:
        return False
    called = PurePath(place).suffix.lower() in TABLES and _delimiter(lines[0]) in lines[0]
    return called or not any(map(_may_be_number, SEPARATOR.split(lines[0])))


def column_of(text: str, column: str | None, *, place: str) -> tuple[Number, ...]:
    """The terms in a column of a table.

    Parameters
    ----------
    column
        Its name, or its number counted from 1; None for the only one.
    place
        Begins every message.

    Raises
    ------
    InputError
        If it is not there, or holds something other than terms; empty cells at its end are ignored.
    """
    rows = _rows(text, place)
    index, first = _place(rows, column, place)
    cells = [row[index].strip() if index < len(row) else "" for row in rows[first:]]
    while cells and not cells[-1]:
        cells.pop()
    name = f"{place}: column {column or 1}"
    numbers = [number_of(cell, place=f"{name}, row {i}") for i, cell in enumerate(cells, start=first + 1)]
    return checked(numbers, place=name)


def _rows(text: str, place: str) -> list[list[str]]:
    text = _without_comments(text)
    delimiter = _delimiter(*islice(filter(str.strip, text.splitlines()), 2))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter == " "))
    except csv.Error as error:
        raise InputError(f"{place}: {error}; expected comma-separated values") from None
    return [row for row in rows if row or len(rows[0]) == 1]  # In a single column an empty line is a missing value.


def _without_comments(text: str) -> str:
    """The text from its header on, which may begin as comments do: "#,price" over "1,2.5"."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    last = next((i for i in range(first - 1, -1, -1) if lines[i].strip()), first)
    delimiter = _delimiter(lines[last])
    is_header = 0 < lines[last].count(delimiter) == lines[first].count(delimiter)
    return "\n".join(lines[last if is_header else first :])


def _delimiter(line: str, following: str = "") -> str:
    """What stands between the columns: spaces, where there is nothing else and the next line has them too."""
    delimiter = max(DELIMITERS, key=line.count)
    return " " if delimiter not in line and " " in following.strip() else delimiter


def _place(rows: Sequence[Sequence[str]], column: str | None, place: str) -> tuple[int, int]:
    """The index of the column, and of the first row that holds a term."""
    names = [cell.strip() for cell in rows[0]]
    if column is None and len(names) > 1:
        some = ", ".join(names[:MOST_LISTED]) + (", ..." if len(names) > MOST_LISTED else "")
        raise InputError(f"{place}: {len(names)} columns ({some}); choose one with --column")
    if names.count(column or "") > 1:
        raise InputError(f"{place}: {names.count(column or '')} columns are called {column}; choose one by its number")
    if column in names:
        return names.index(column), 1
    index = _number(column or "1")
    if index is None:
        raise InputError(f"--column: {place}: no column {column!r:.40}{_hint(column or '', names)}")
    if not 0 < index <= len(names):
        raise InputError(f"--column: {place}: no column {index}; expected 1 to {len(names)}")
    return index - 1, int(not _may_be_number(names[index - 1]))


def _hint(column: str, names: Sequence[str]) -> str:
    """The name that may be meant, or all there are."""
    near = did_you_mean(column, names)
    if near or all(map(_may_be_number, names)):
        return near or f"; the table has no header: expected a number, 1 to {len(names)}"
    return f"; expected one of {', '.join(names[:MOST_LISTED])}{', ...' * (len(names) > MOST_LISTED)}"


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _may_be_number(cell: str) -> bool:
    return is_number(cell.strip()) or cell.strip().lower() in UNKNOWN
