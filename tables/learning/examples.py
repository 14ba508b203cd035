"""Examples that are told beside the table: `input=>output`, where the input is a cell of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...support.errors import InputError
from .sheet import Row, Source

ARROW = "=>"


def told_examples(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Input and output of each.

    Raises
    ------
    InputError
        If one is not written so, or two say different things of one input.
    """
    pairs: dict[str, str] = {}
    for text in texts:
        given, arrow, output = text.partition(ARROW)
        if not arrow or not given.strip() or not output.strip():
            raise InputError(f"--examples: {text!r:.60} is not a valid example; expected input=>output")
        given, output = given.strip(), output.strip()
        if pairs.setdefault(given, output) != output:
            raise InputError(f"--examples: {given!r:.60} has two outputs, {pairs[given]!r:.60} and {output!r:.60}")
    return list(pairs.items())


def rows_told(
    source: Source, pairs: Sequence[tuple[str, str]], columns: Sequence[int], *, alone: bool
) -> tuple[list[Row], frozenset[int]]:
    """The first row that has each input, with its output, and the columns in which inputs were found.

    Parameters
    ----------
    columns
        Where inputs are looked for.
    alone
        Whether the only column is the whole input: then an input need not be in the table.

    Raises
    ------
    InputError
        If no row has an input.
    """
    waiting = dict(pairs)
    rows, found = [], set()
    for chunk in source.chunks():
        for index in columns:
            cells = [_plain(cell) for cell in chunk.column(index)]
            for given in [given for given in waiting if given in cells]:
                place = cells.index(given)
                cells_of_row = tuple(chunk.column(i)[place] for i in range(len(source.names)))
                rows.append(Row(chunk.numbers[place], cells_of_row, waiting.pop(given)))
                found.add(index)
        if not waiting:
            break
    for given, output in waiting.items():
        if not alone:
            where = " or ".join(source.names[index] for index in columns) if len(columns) < 4 else "the table"
            raise InputError(f"--examples: no cell of {where} is {given!r:.60}; expected the value of a row")
        cells_of_row = tuple(given if index == columns[0] else None for index in range(len(source.names)))
        rows.append(Row(0, cells_of_row, output))
        found.add(columns[0])
    return rows, frozenset(found)


def _plain(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else str(cell)
