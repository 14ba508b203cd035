"""Types of the language and the values that have them.

``Int``, ``Bool``, ``Str`` and ``List[t]``; ``Decimal``, ``Date``, ``Time``, ``DateTime`` and ``Duration``, whose
values are those of Python's `decimal` and `datetime`; and ``Float``, which no task has. ``Any`` is an integer, a
decimal, a text, a truth value or None, of which nothing counts but what it equals, and how it compares. What has
structure: ``Optional[t]``, a value of t or None; ``Tuple[t, u]``, a list of that length whose items differ in type;
``Record{name: t, price: u}``, a dictionary with these keys; and ``Dict[t, u]``, one with any keys of a type. In the
signature of a primitive also type variables, whose letter says what they range over (see `KINDS`), and functions,
``(u, t) -> u``. A function is no value: it is an argument only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import reduce
from typing import Any

LIMIT = 2**53
"""Integers of the language are those that JSON carries safely: |v| <= LIMIT."""

MOST_DEPTH = 12
"""Values are nested no deeper than this."""

KINDS = {
    "a": "any type; a kernel sees one word for each value of it",
    "e": "an element: Int, Bool, Decimal or Any",
    "n": "a number: Int or Decimal",
    "s": "a sequence: Str or List[t]; inside List[s] only Str, List[Int] and List[Bool]",
    "t": "any type; a kernel sees the raw slice",
    "u": "any type",
}
"""Type variables by letter, and what each of them ranges over."""

WORD_KINDS = frozenset("aen")
"""Those whose values are one word each to a kernel."""


@dataclass(frozen=True, slots=True)
class Type:
    """A type: a constructor name; for ``List`` the type of its items, for a function what it takes and returns.

    `parts` are the types that ``Optional``, ``Tuple``, ``Record`` and ``Dict`` are made of, `keys` those of a record.
    """

    name: str
    item: Type | None = None
    parameters: tuple[Type, ...] = ()
    result: Type | None = None
    parts: tuple[Type, ...] = ()
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.is_function:
            return f"({', '.join(map(str, self.parameters))}) -> {self.result}"
        if self.is_record:
            fields = (f"{_key_text(key)}: {part}" for key, part in self.fields.items())
            return f"{self.name}{{{', '.join(fields)}}}"
        inner = self.parts if self.item is None else (self.item,)
        return f"{self.name}[{', '.join(map(str, inner))}]" if inner else self.name

    @property
    def is_optional(self) -> bool:
        return self.name == "Optional"

    @property
    def is_tuple(self) -> bool:
        return self.name == "Tuple"

    @property
    def is_record(self) -> bool:
        return self.name == "Record"

    @property
    def is_dict(self) -> bool:
        return self.name == "Dict"

    @property
    def fields(self) -> dict[str, Type]:
        """The fields of a record and their types."""
        return dict(zip(self.keys, self.parts, strict=True)) if self.is_record else {}

    @property
    def is_structured(self) -> bool:
        """Whether there is an ``Optional``, ``Tuple``, ``Record`` or ``Dict`` anywhere in it."""
        return bool(self.parts) or (self.item is not None and self.item.is_structured)

    @property
    def is_list(self) -> bool:
        return self.item is not None

    @property
    def is_function(self) -> bool:
        return self.result is not None

    @property
    def is_scalar(self) -> bool:
        """Whether a value is one word: ``Int``, ``Bool``, ``Decimal`` or ``Any``."""
        return self in (INT, BOOL, DECIMAL, ANY)

    @property
    def is_word(self) -> bool:
        """Whether a kernel takes a value of this type, which may be a variable, as one word instead of a slice."""
        return self.is_scalar or self.name in WORD_KINDS

    @property
    def is_sequence(self) -> bool:
        return self.is_list or self == STR

    @property
    def is_flat(self) -> bool:
        """Whether a value is a plain sequence of words: ``Str``, ``List[Int]``, ``List[Bool]``, ``List[Decimal]``."""
        return self == STR or (self.item is not None and self.item.is_scalar)

    @property
    def is_variable(self) -> bool:
        return self.name in KINDS

    @property
    def depth(self) -> int:
        """How many sequences and records are nested: 0 for a scalar, 2 for ``List[Str]``."""
        if self.item is not None:
            return 1 + self.item.depth
        if self.parts:
            return (not self.is_optional) + max(part.depth for part in self.parts)
        return int(self == STR)


INT = Type("Int")
BOOL = Type("Bool")
STR = Type("Str")
FLOAT = Type("Float")
DECIMAL = Type("Decimal")
ANY = Type("Any")
DATE = Type("Date")
TIME = Type("Time")
MOMENT = Type("DateTime")
DURATION = Type("Duration")
NAMED = {type_.name: type_ for type_ in (INT, BOOL, STR, FLOAT, DECIMAL, ANY, DATE, TIME, MOMENT, DURATION)}
"""The types that are written as a name alone."""
CLASSES: Mapping[str, type] = {
    "Decimal": Decimal,
    "Date": date,
    "Time": time,
    "DateTime": datetime,
    "Duration": timedelta,
}
"""The classes of Python whose values the types of these names have."""
UNKNOWN = Type("?")
"""The item type of a list that was always empty."""


def holds_any(type_: Type) -> bool:
    """Whether there are values of the type ``Any`` in those of a type."""
    return type_ == ANY or (type_.item is not None and holds_any(type_.item))


def has_order(type_: Type) -> bool:
    """Whether any two values of the type can be compared: records, None and what is of any kind cannot."""
    if type_ == ANY or type_.is_record or type_.is_dict or type_.is_optional:
        return False
    return all(map(has_order, (*type_.parts, *filter(None, [type_.item]))))


def list_of(item: Type) -> Type:
    return Type("List", item)


def optional(type_: Type) -> Type:
    """The type whose values are those of a type, and None."""
    return type_ if type_.is_optional else Type("Optional", parts=(type_,))


def tuple_of(parts: Iterable[Type]) -> Type:
    return Type("Tuple", parts=tuple(parts))


def record_of(fields: Mapping[str, Type]) -> Type:
    return Type("Record", parts=tuple(fields.values()), keys=tuple(fields))


def dict_of(key: Type, value: Type) -> Type:
    return Type("Dict", parts=(key, value))


def _key_text(key: str) -> str:
    """A key as it stands in the text of a type: in quotes unless it is a plain word."""
    return key if key.isidentifier() and key.isascii() else json.dumps(key, ensure_ascii=False)


def function_of(parameters: Iterable[Type], result: Type) -> Type:
    return Type("Function", None, tuple(parameters), result)


def _shortened(value: int) -> str:
    """An integer for a message: Python refuses to print one of very many digits."""
    return f"the integer {value}" if abs(value) < 10**30 else "an integer of more than 30 digits"


def infer_type(value: Any, *, exact: bool = False) -> Type:
    """The type of a Python value; ``List[?]`` for an empty list. Integers may have any size if they are `exact`.

    Raises
    ------
    TypeError
        If the value is no value of the language, or a list mixes types.
    """
    return (
        common_type([value], exact=exact)
        if value is None or isinstance(value, list | dict)
        else _scalar_type(value, exact=exact)
    )


def common_type(values: Iterable[Any], *, exact: bool = False, depth: int = 0) -> Type:
    """The one type of several values, which says more than the types of each: whether a list is a tuple.

    Lists whose items have one type are lists. Where they differ, but the lists have one length and one type at each
    position, they are tuples. Where there is None beside other values, the type is optional.

    Raises
    ------
    TypeError
        As `infer_type`, and if there is no one type.
    """
    if depth > MOST_DEPTH:
        raise TypeError(f"nested more than {MOST_DEPTH} levels deep")
    given = list(values)
    present = [value for value in given if value is not None]
    type_ = _common_type(present, exact, depth)
    return type_ if len(present) == len(given) else optional(type_)


def _common_type(values: list[Any], exact: bool, depth: int) -> Type:
    if values and all(isinstance(value, list) for value in values):
        return _type_of_lists(values, exact, depth)
    if values and all(isinstance(value, dict) for value in values):
        return _type_of_objects(values, exact, depth)
    if values and len(classes := set(map(type, values))) == 1 and _are_plain(values, *classes, exact=exact):
        return _scalar_type(values[0], exact=exact)
    kinds = (
        common_type([value], exact=exact, depth=depth)
        if isinstance(value, list | dict)
        else _scalar_type(value, exact=exact)
        for value in values
    )
    return join_types(kinds)


def _are_plain(values: list[Any], class_: type, *, exact: bool) -> bool:
    """Whether values of one class have the type of the first: there may be very many."""
    return class_ in (bool, str, Decimal) or (
        class_ is int and (exact or -LIMIT <= min(values) <= max(values) <= LIMIT)
    )


def _type_of_lists(values: list[list[Any]], exact: bool, depth: int) -> Type:
    items = [item for value in values for item in value]
    try:
        return list_of(common_type(items, exact=exact, depth=depth + 1))
    except TypeError:
        present = [item for item in items if item is not None]
        alike = any(all(isinstance(item, kind) for item in present) for kind in (list, dict))
        if alike or len({len(value) for value in values}) > 1:
            raise
    parts = [common_type(column, exact=exact, depth=depth + 1) for column in zip(*values, strict=True)]
    if len(set(parts)) == 1:  # Each position has the same mistake in it.
        raise TypeError("items of several types where one is expected")
    return tuple_of(parts)


def _type_of_objects(values: list[dict[Any, Any]], exact: bool, depth: int) -> Type:
    """A record where all have the same keys, which are text; else a dictionary, unless it would be within a value."""
    keys = dict.fromkeys(key for value in values for key in value)
    if not keys:
        raise TypeError("an object without keys; expected at least one")
    other = next((key for key in keys if not isinstance(key, str)), None)
    lacking = next((key for key in keys if not all(key in value for value in values)), None)
    if depth == 0 and (other is not None or lacking is not None):
        return _type_of_dicts(values, lacking, exact)
    if other is not None:
        raise TypeError(f"{other!r:.40} is a key of an object; expected a string")
    if lacking is not None:
        raise TypeError(_not_in_all(lacking))
    return record_of({key: common_type((value[key] for value in values), exact=exact, depth=depth + 1) for key in keys})


def _type_of_dicts(values: list[dict[Any, Any]], lacking: Any, exact: bool) -> Type:
    keys = [key for value in values for key in value]
    for key in keys:
        if type(key) not in (int, str) or type(key) is not type(keys[0]):
            raise TypeError(f"{key!r:.40} is a key of an object; expected keys that are all strings, or all integers")
    try:
        type_ = common_type((item for value in values for item in value.values()), exact=exact, depth=1)
    except TypeError as error:
        told = "" if lacking is None else f"{_not_in_all(lacking)}; or values of one type: "
        raise TypeError(f"{told}{error}") from None
    return dict_of(common_type(keys, exact=exact, depth=1), type_)


def _not_in_all(key: Any) -> str:
    return f"the key {key!r:.40} is not in every object; expected it everywhere, with null where there is no value"


def _scalar_type(value: Any, *, exact: bool) -> Type:
    match value:
        case bool():
            return BOOL
        case int():
            if not exact and abs(value) > LIMIT:
                raise TypeError(f"{_shortened(value)} lies outside of +-2^53")
            return INT
        case str():
            return STR
        case float():
            raise TypeError(f"{value} is a float here; expected a decimal")
        case _ if type(value) in CLASSES.values():  # A subclass, as pandas has them, is converted before.
            return next(NAMED[name] for name, class_ in CLASSES.items() if type(value) is class_)
        case _:
            raise TypeError(
                f"a {type(value).__name__} is not a value here; expected an integer, boolean, string, list or object"
            )


def join_types(types: Iterable[Type]) -> Type:
    """The one type that all given types agree on, ``Decimal`` for integers among decimals; ``?`` if there are none."""
    return reduce(_join, types, UNKNOWN)


def _join(one: Type, other: Type) -> Type:
    if one in (UNKNOWN, other):
        return other
    if other == UNKNOWN:
        return one
    if one.item is not None and other.item is not None:
        return list_of(_join(one.item, other.item))
    if one.is_optional or other.is_optional:
        return optional(_join(*(type_.parts[0] if type_.is_optional else type_ for type_ in (one, other))))
    if one.is_tuple and other.is_tuple and len(one.parts) == len(other.parts):
        return tuple_of(map(_join, one.parts, other.parts))
    if one.is_record and other.is_record and one.keys == other.keys:
        return record_of({key: _join(part, other.fields[key]) for key, part in one.fields.items()})
    if one.is_dict and other.is_dict:
        return dict_of(*map(_join, one.parts, other.parts))
    if {one, other} == {INT, DECIMAL}:
        return DECIMAL
    raise TypeError(f"{one} and {other} are mixed where one type is expected")


def settle(type_: Type) -> Type:
    """Replace what an empty list left open by ``Int``."""
    if type_.item is not None:
        return list_of(settle(type_.item))
    if type_.parts:
        return replace(type_, parts=tuple(map(settle, type_.parts)))
    return INT if type_ == UNKNOWN else type_
