"""Records of files: a value of JSON or of a database as a dataclass, each part of the type that is declared."""

from __future__ import annotations

import math
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def record_of(cls: type[T], found: Any) -> T:
    """A record with these fields; one that has a default may be missing.

    Raises
    ------
    ValueError
        If a field is missing, unknown, or of another type.
    """
    hints = get_type_hints(cls)
    wanted = {one.name: one for one in fields(cast(Any, cls)) if one.init}
    needed = {name for name, one in wanted.items() if one.default is MISSING and one.default_factory is MISSING}
    if not isinstance(found, Mapping) or not needed <= found.keys() <= wanted.keys():
        raise ValueError(f"expected {', '.join(wanted)}")
    return cls(**{name: value_of(hints[name], value, name) for name, value in found.items()})


def value_of(hint: Any, value: Any, place: str) -> Any:
    """The value as its type has it: lists become tuples, and mappings records, where these are declared.

    Raises
    ------
    ValueError
        If it is of another type; the place begins the message.
    """
    kind, parts = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, types.UnionType):
        return _one_of(parts, value, place)
    if is_dataclass(kind):
        return record_of(cast(Any, kind), value)
    if kind in (list, tuple, Sequence) and isinstance(value, list | tuple):
        made = [value_of(parts[0], item, place) for item in value]
        return tuple(made) if kind is tuple else made
    if kind in (dict, Mapping) and isinstance(value, Mapping):
        return {value_of(parts[0], key, place): value_of(parts[1], item, place) for key, item in value.items()}
    if kind is Any or _is(kind, value):
        return value
    raise ValueError(f"{place}: expected {getattr(kind, '__name__', kind)}")


def _one_of(kinds: Sequence[Any], value: Any, place: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    return value_of(next(kind for kind in kinds if kind is not type(None)), value, place)


def _is(kind: Any, value: Any) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
