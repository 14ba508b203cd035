"""How cells are read as values of programs, and how values are written into cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Empty(Enum):
    """The single value of a cell that is empty, or holds nothing that a program could take."""

    EMPTY = "empty"


EMPTY = Empty.EMPTY


def is_empty(cell: Any) -> bool:
    """Whether there is nothing in a cell; NaN is nothing."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    return cell is None or bool(cell != cell)  # noqa: PLR0124 - true of NaN


@dataclass(frozen=True)
class Coding:
    """One way to read the cells of a column.

    Parameters
    ----------
    name
        What the values are: "text", "integer", "number", "truth", "date", ...
    value
        The value of a cell, or `EMPTY`.
    cell
        The cell for a value; raises `ValueError` or `TypeError` where the column has none for it.
    blank
        What a program is given for an empty cell, where the examples have some.
    """

    name: str
    value: Callable[[Any], Any]
    cell: Callable[[Any], Any]
    blank: Any = None

    @property
    def is_number(self) -> bool:
        """Whether the values are numbers."""
        return self.name in ("integer", "number")
