"""A filled column of a data frame as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..tables.frames.columns import Filled
from .markup import Markup, card, element
from .pieces import code, confidence, lines, section, table
from .programs import coloured

MOST_DOUBTS = 10
"""How many of the rows that a person should look at are listed."""


def filled_as_html(filled: Filled[Any, Any]) -> str:
    """What filled a column, as a cell shows it."""
    names = ", ".join(filled.inputs)
    return card(
        element("div", code(str(filled.column.name)), " from ", code(names), class_="induce-line"),
        coloured(filled.code),
        confidence(filled.confidence, filled.result.trust),
        lines(filled.notes, kind="note"),
        _doubts(filled),
        label="A column that induce has filled",
    )


def _doubts(filled: Filled[Any, Any]) -> Markup:
    count = len(filled.doubts)
    rows = [(str(row), value, why) for row, value, why in islice(_rows(filled), MOST_DOUBTS)]
    more = [element("div", f"and {count - MOST_DOUBTS} more", class_="induce-line")] if count > MOST_DOUBTS else []
    return section(f"rows to check: {count}", table(rows, heads=("row", "value", "reason")), *more)


def _rows(filled: Filled[Any, Any]) -> Iterator[tuple[Any, Markup, str]]:
    """The rows in doubt and their values: pandas has rows by label, which may not be unique, Polars by number."""
    doubts, column = filled.doubts, filled.column
    if hasattr(doubts, "iter_rows"):
        yield from ((row, _value(column[row]), reason) for row, reason in doubts.iter_rows())
    elif column.index.is_unique:
        yield from ((label, _value(column.loc[label]), reason) for label, reason in doubts.items())
    else:
        yield from ((label, Markup(), reason) for label, reason in doubts.items())


def _value(value: Any) -> Markup:
    is_missing = value is None or value != value  # noqa: PLR0124 - a NaN, of pandas too
    return element("span", "empty", class_="induce-faint") if is_missing else code(str(value))
