"""What Python hands over, as values of the language: from NumPy, pandas, and classes that hold fields.

Nothing is imported for it: whoever has such a value has imported what it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

PLAIN = frozenset({int, str, bool, float, type(None), Decimal, date, time, datetime, timedelta})
"""Classes whose values stay as they are; what is not a value of the language is refused later."""


def converted(value: Any) -> Any:
    """The value as one of the language, or as it is if it is none that is known here.

    Tuples and arrays become lists; data classes, named tuples, mappings and rows of a table become dictionaries, and a
    table becomes a list of these; members of an enumeration become their values. What NumPy or pandas hold as not a
    number, not a time or not available becomes None.

    Raises
    ------
    TypeError
        If the value has no order: one line that says what to do.
    """
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is list or kind is tuple:
        return _listed(value)
    if kind is dict:
        return {key: converted(item) for key, item in value.items()}
    library = kind.__module__.partition(".")[0]
    if library == "numpy":
        return _from_numpy(value)
    if library == "pandas":
        return _from_pandas(value)
    return _from_python(value)


def _listed(values: Iterable[Any]) -> list[Any]:
    return [item if type(item) in PLAIN else converted(item) for item in values]


def is_several(value: Any) -> bool:
    """Whether a value stands for several arguments: a tuple whose parts have no names."""
    return isinstance(value, tuple) and not hasattr(value, "_fields")


def _from_python(value: Any) -> Any:
    if isinstance(value, Enum):
        return converted(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: converted(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return dict(zip(value._fields, map(converted, value), strict=True))
    if isinstance(value, list | tuple):
        return _listed(value)
    if isinstance(value, Mapping):
        return {key: converted(item) for key, item in value.items()}
    if isinstance(value, AbstractSet):
        raise TypeError(f"a {type(value).__name__} has no order; write a list: sorted(values)")
    for base in (str, bool, int):
        if isinstance(value, base):
            return base(value)
    return value


def _from_numpy(value: Any) -> Any:
    """A scalar or an array; whole numbers that are floats only because others are missing become integers."""
    kind = value.dtype.kind
    if kind in "mM" and value.dtype.name != "datetime64[D]":  # Nanoseconds would become integers.
        value = value.astype(f"{value.dtype.name.partition('[')[0]}[us]")
    plain = value.tolist()
    return _without_nan(plain) if kind == "f" else converted(plain)


def _without_nan(plain: Any) -> Any:
    """Floats with None for those that are not numbers, beside which whole numbers become integers."""
    if not isinstance(plain, list):
        return None if plain != plain else plain  # noqa: PLR0124 - only nan differs from itself
    if any(isinstance(item, list) for item in plain):
        return [_without_nan(item) for item in plain]
    return _whole(plain)


def _whole(items: list[Any]) -> list[Any]:
    numbers = [item for item in items if item == item and item is not None]  # noqa: PLR0124
    gaps, whole = len(numbers) < len(items), all(isinstance(item, float) and item.is_integer() for item in numbers)
    return [None if item is None or item != item else int(item) if gaps and whole else item for item in items]  # noqa: PLR0124


def _from_pandas(value: Any) -> Any:
    name = type(value).__name__
    if name in ("NAType", "NaTType"):
        return None
    if hasattr(value, "to_pydatetime") and not hasattr(value, "dtype"):  # A single time.
        return value.to_pydatetime(warn=False)
    if hasattr(value, "to_pytimedelta") and not hasattr(value, "dtype"):
        return value.to_pytimedelta()
    if hasattr(value, "columns"):
        return [*_rows(value)]
    if hasattr(value, "index") and hasattr(value, "items"):
        return _from_series(value)
    if hasattr(value, "tolist"):
        return _column(value)
    return value


def _rows(table: Any) -> Iterator[dict[Any, Any]]:
    """The rows of a table as dictionaries."""
    names = [str(name) for name in table.columns]
    columns = [_column(table.iloc[:, place]) for place in range(len(names))]
    yield from (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _from_series(series: Any) -> Any:
    """A column as a list; a row of a table, whose index are the names of columns, as a dictionary."""
    index = series.index.tolist()
    values = _column(series)
    if index and all(isinstance(name, str) for name in index) and len(set(index)) == len(index):
        return dict(zip(index, values, strict=True))
    return values


def _column(series: Any) -> list[Any]:
    """The values of a column, None where they are missing."""
    missing = series.isna().tolist()
    values = [None if gone else converted(item) for item, gone in zip(series.tolist(), missing, strict=True)]
    return _whole(values) if str(series.dtype).lower().startswith("float") else values
