"""Cells that have types: those of workbooks, Parquet files and data frames."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from .coding import EMPTY, Coding, is_empty

FEW = 0.25
"""Words among numbers that are fewer leave it a column of numbers."""
MOST = 2**53
MOST_DECIMAL = 9e9
"""Programs know no larger ones."""


@dataclass
class Noted:
    """Which types the cells of a column have, as far as they were read."""

    types: Counter[type] = field(default_factory=Counter)
    midnight: bool = True

    def add(self, cells: Sequence[Any]) -> None:
        """Take note of some more cells."""
        for cell in cells:
            if not is_empty(cell):
                self.types[type(cell)] += 1
                if isinstance(cell, datetime):
                    self.midnight = self.midnight and cell.time() == time() and cell.tzinfo is None


def codings(noted: Noted) -> tuple[Coding, ...]:
    """The ways to read a column, the best first; none where programs cannot read it."""
    types = set(noted.types)
    if types <= {str}:
        return (TEXT,)
    if types == {bool}:
        return (TRUTH,)
    if types == {int}:
        return (Coding("integer", _integer, _as_integer), WRITTEN)
    if types <= {int, float}:
        return (Coding("number", _number, _as_number),)
    if types == {Decimal}:
        return (Coding("number", _number, _as_decimal),)
    if len(types) == 1 and issubclass(next(iter(types)), datetime):
        # Days alone where all are at midnight, as those of a spreadsheet are.
        return (Coding("time", _day if noted.midnight else _moment, datetime.fromisoformat),)
    if types == {date}:
        return (Coding("date", _iso, date.fromisoformat),)
    if types == {time}:
        return (Coding("time of day", _iso, time.fromisoformat),)
    if types <= {str, int, float}:
        words = noted.types[str] < FEW * noted.types.total()  # Of what is missing, mostly.
        return (Coding("number", _number, _as_number),) if words else (WRITTEN,)
    return ()


def _text(cell: Any) -> Any:
    return EMPTY if is_empty(cell) or not isinstance(cell, str) else cell


def _as(type_: type, value: Any) -> Any:
    if not isinstance(value, type_):
        raise TypeError
    return value


def _truth(cell: Any) -> Any:
    return cell if isinstance(cell, bool) else EMPTY


def _written(cell: Any) -> Any:
    """Texts among numbers, such as codes that a spreadsheet has taken for numbers."""
    if is_empty(cell) or isinstance(cell, bool):
        return EMPTY
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _integer(cell: Any) -> Any:
    return EMPTY if is_empty(cell) or isinstance(cell, bool) or abs(cell) > MOST else cell


def _as_integer(value: Any) -> int:
    if isinstance(value, bool) or value != int(value):
        raise ValueError
    return int(value)


def _number(cell: Any) -> Any:
    if is_empty(cell) or isinstance(cell, bool | str) or not math.isfinite(cell):
        return EMPTY
    if abs(cell) > (MOST if isinstance(cell, int) else MOST_DECIMAL):
        return EMPTY
    return cell


def _as_number(value: Any) -> float | int:
    if isinstance(value, bool | str) or not math.isfinite(value):
        raise ValueError
    return value if isinstance(value, int) else float(value)


def _as_decimal(value: Any) -> Decimal:
    if isinstance(value, bool | str):
        raise TypeError
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _iso(cell: Any) -> Any:
    return EMPTY if is_empty(cell) else cell.isoformat()


def _moment(cell: Any) -> Any:
    return EMPTY if is_empty(cell) else cell.isoformat(sep=" ")


def _day(cell: Any) -> Any:
    return EMPTY if is_empty(cell) else cell.date().isoformat()


TRUTH = Coding("truth", _truth, partial(_as, bool))
TEXT = Coding("text", _text, partial(_as, str), blank="")
WRITTEN = Coding("text", _written, partial(_as, str), blank="")


def _anything(value: Any) -> Any:
    return value


UNTYPED = Coding("anything", _anything, _anything)
