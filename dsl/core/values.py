"""Which values have a type, and which are one value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from .types import CLASSES, INT, LIMIT, Type, infer_type

ONE_CLASS: Mapping[str, type] = {**CLASSES, "Bool": bool}
"""The same of those whose values are all that the class has."""
EQUAL_IF_ALIKE = frozenset({int, bool, str, Decimal})
"""Classes of which equal values are one value."""


def has_type(value: Any, type_: Type) -> bool:
    """Whether a Python value is a value of the type (``True`` is no ``Int``)."""
    if type_.item is not None:
        if not isinstance(value, list):
            return False
        if type_.item.name in ONE_CLASS:  # As below, and many times faster.
            return set(map(type, value)) <= {ONE_CLASS[type_.item.name]}
        return all(has_type(item, type_.item) for item in value)
    match type_.name:
        case "Optional":
            return value is None or has_type(value, type_.parts[0])
        case "Tuple":
            return isinstance(value, list) and len(value) == len(type_.parts) and all(map(has_type, value, type_.parts))
        case "Record":
            return (
                isinstance(value, dict)
                and value.keys() == set(type_.keys)
                and all(has_type(value[key], part) for key, part in type_.fields.items())
            )
        case "Dict":
            return isinstance(value, dict) and all(
                has_type(part, inner) for pair in value.items() for part, inner in zip(pair, type_.parts, strict=True)
            )
        case "Int":
            return type(value) is int and abs(value) <= LIMIT
        case "Bool":
            return type(value) is bool
        case "Str":
            return isinstance(value, str)
        case "Float":
            return type(value) is float and isfinite(value)
        case "Any":
            return value is None or type(value) in (bool, str, Decimal) or has_type(value, INT)
    return type(value) is CLASSES.get(type_.name)


def same_value(one: Any, other: Any) -> bool:
    """Whether both are one value, of integers of any size: ``True`` is not ``1``. What has no type is no value."""
    if isinstance(one, list) and isinstance(other, list):
        if len(classes := {*map(type, one), *map(type, other)}) == 1 and classes <= EQUAL_IF_ALIKE:
            return one == other  # As below, and many times faster.
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_value(value, other[key]) for key, value in one.items())
    try:
        return bool(one == other) and infer_type(one, exact=True) == infer_type(other, exact=True)
    except TypeError:
        return False
