"""Values of which nothing counts but what they equal and how they compare: texts here, integers there.

A function such as "are all items different" takes lists of anything. Such values have the type ``Any``, which no
primitive can calculate with.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import Any

from ...dsl.core.decimals import without_floats
from ...dsl.core.types import ANY, BOOL, DECIMAL, INT, STR, UNKNOWN, Type, common_type, holds_any, list_of, settle


def opaque_type(values: Sequence[Any]) -> Type | None:
    """The type of values whose innermost items differ in kind, ``Any`` in their place; None if there is none."""
    try:
        return settle(reduce(_joined, map(_shape, values), UNKNOWN))
    except (TypeError, RecursionError):
        return None


def opaque_types(rows: Sequence[Sequence[Any]], outputs: Sequence[Any]) -> tuple[Type, ...] | None:
    """The types of the parameters and of the output, some of them with ``Any``; None where no lists differ in kind."""
    types = [_type_of(column) for column in (*zip(*rows, strict=True), outputs[:])]
    if not any(type_ is not None and type_.is_list and holds_any(type_) for type_ in types[:-1]):
        return None
    return None if None in types else tuple(type_ for type_ in types if type_ is not None)


def _type_of(values: Sequence[Any]) -> Type | None:
    try:
        return settle(common_type([without_floats(value) for value in values]))
    except (TypeError, RecursionError):
        return opaque_type(values)


def _shape(value: Any) -> Type:
    """The type of one value, all of whose items are of one kind."""
    if isinstance(value, list):
        shapes = {_shape(item) for item in value}
        return list_of(reduce(_alike, shapes, UNKNOWN))
    kinds = {bool: BOOL, int: INT, str: STR, float: DECIMAL, Decimal: DECIMAL, type(None): ANY}
    if type(value) not in kinds:
        raise TypeError(f"a {type(value).__name__} among values of any kind")
    return kinds[type(value)]


def _alike(one: Type, other: Type) -> Type:
    if UNKNOWN in (one, other):
        return other if one == UNKNOWN else one
    if one.item is not None and other.item is not None:
        return list_of(_alike(one.item, other.item))
    if ANY in (one, other) and one.item is other.item is None:
        return ANY
    if {one, other} <= {INT, DECIMAL}:
        return one if one == other else DECIMAL
    if one != other:
        raise TypeError(f"{one} and {other} in one list")
    return one


def _joined(one: Type, other: Type) -> Type:
    if UNKNOWN in (one, other):
        return other if one == UNKNOWN else one
    if one.item is not None and other.item is not None:
        return list_of(_joined(one.item, other.item))
    if one.item is not None or other.item is not None:
        raise TypeError(f"{one} and {other} in one place")
    return one if one == other else ANY
