"""Cells of a table and values of the language: what a column is read as, and how values are written into cells.

A column is read as one kind, by all of its cells together, so that one code such as 007 makes texts of all numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..support.written import json_text

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
"""As JSON writes numbers, without an exponent; with 16 digits or more it is mostly the number of a card or account."""
EMPTY_TEXT = '""'
"""Stands in a cell for a text without characters, since an output that is empty is one to be predicted."""
TEXT = "text"


def _number(cell: str) -> bool:
    return NUMBER.fullmatch(cell) is not None


def _truth(cell: str) -> bool:
    return cell.lower() in ("true", "false")


def _json_of(kind: type) -> Callable[[str], bool]:
    def is_one(cell: str) -> bool:
        try:
            return isinstance(json.loads(cell, parse_constant=_refuse), kind)
        except (ValueError, RecursionError):
            return False

    return is_one


def _refuse(constant: str) -> None:
    raise ValueError(constant)


KINDS: dict[str, tuple[Callable[[str], bool], Callable[[str], Any]]] = {
    "number": (_number, json.loads),
    "true or false": (_truth, lambda cell: cell.lower() == "true"),
    "list": (_json_of(list), json.loads),
    "record": (_json_of(dict), json.loads),
}
"""What a column can be read as beside text: which cells are of the kind, and their values."""


def kind_of(cells: Iterable[str]) -> str:
    """What a column is read as: the kind that all of its cells are of; those that are empty do not count."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return TEXT
    return next((kind for kind, (is_one, _) in KINDS.items() if all(map(is_one, filled))), TEXT)


def value_of(cell: str, kind: str) -> Any:
    """The value of a cell in a column of a kind; a text stays as it is, and no other cell that is empty has a value."""
    if kind == TEXT:
        return "" if cell == EMPTY_TEXT else cell
    return KINDS[kind][1](cell.strip()) if cell.strip() else None


def cell_of(value: Any, *, shouted: bool = False) -> str:
    """How a value is written into a cell; truth values in capitals if they are shouted, as spreadsheets have them."""
    if isinstance(value, str):
        return value or EMPTY_TEXT
    written = json_text(value)
    return written.upper() if shouted and isinstance(value, bool) else written


def are_shouted(cells: Sequence[str]) -> bool:
    """Whether a column has its truth values in capitals."""
    return any(cell.strip() in ("TRUE", "FALSE") for cell in cells)
