"""Types of the language and the values that have them.

``Int``, ``Bool``, ``Str`` and ``List[t]``; ``Decimal``, ``Date``, ``Time``, ``DateTime`` and ``Duration``, whose
values are those of Python's `decimal` and `datetime`; and ``Float``, which no task has; in the signature of a primitive
also type variables, whose letter says what they range over (see `KINDS`), and
functions, ``(u, t) -> u``. A function is no value: it is an argument only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import reduce
from math import isfinite
from typing import Any

LIMIT = 2**53
"""Integers of the language are those that JSON carries safely: |v| <= LIMIT."""

KINDS = {
    "a": "any type; a kernel sees one word for each value of it",
    "e": "an element: Int, Bool or Decimal",
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
    """A type: a constructor name; for ``List`` the type of its items, for a function what it takes and returns."""

    name: str
    item: Type | None = None
    parameters: tuple[Type, ...] = ()
    result: Type | None = None

    def __str__(self) -> str:
        if self.is_function:
            return f"({', '.join(map(str, self.parameters))}) -> {self.result}"
        return self.name if self.item is None else f"{self.name}[{self.item}]"

    @property
    def is_list(self) -> bool:
        return self.item is not None

    @property
    def is_function(self) -> bool:
        return self.result is not None

    @property
    def is_scalar(self) -> bool:
        """Whether a value is one word: ``Int``, ``Bool`` or ``Decimal``."""
        return self in (INT, BOOL, DECIMAL)

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
        """How many sequences are nested: 0 for a scalar, 2 for ``List[Str]``."""
        if self.item is not None:
            return 1 + self.item.depth
        return int(self == STR)


INT = Type("Int")
BOOL = Type("Bool")
STR = Type("Str")
FLOAT = Type("Float")
DECIMAL = Type("Decimal")
DATE = Type("Date")
TIME = Type("Time")
MOMENT = Type("DateTime")
DURATION = Type("Duration")
NAMED = {type_.name: type_ for type_ in (INT, BOOL, STR, FLOAT, DECIMAL, DATE, TIME, MOMENT, DURATION)}
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


def list_of(item: Type) -> Type:
    return Type("List", item)


def function_of(parameters: Iterable[Type], result: Type) -> Type:
    return Type("Function", None, tuple(parameters), result)


def parse_type(text: str) -> Type:
    """Read a type as it is written in a signature, ``List[List[a]]`` or ``(List[a], Int) -> a`` say.

    Raises
    ------
    ValueError
        If the text is not a type.
    """
    text = text.strip()
    if text.startswith("("):
        inner, result = _split_function(text)
        return function_of((parse_type(part) for part in _split_at_commas(inner)), parse_type(result))
    if text.startswith("List[") and text.endswith("]"):
        return list_of(parse_type(text[5:-1]))
    if text in NAMED:
        return NAMED[text]
    if text in KINDS:
        return Type(text)
    raise ValueError(f"unknown type {text!r}")


def _split_function(text: str) -> tuple[str, str]:
    """What stands between the parentheses that a function type begins with, and its result."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        rest = text[place + 1 :].lstrip()
        if depth == 0 and rest.startswith("->"):
            return text[1:place], rest[2:]
    raise ValueError(f"unknown type {text!r}")


def _split_at_commas(text: str) -> list[str]:
    """The parts between those commas that are in no parentheses."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


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
    match value:
        case bool():
            return BOOL
        case int():
            if not exact and abs(value) > LIMIT:
                raise TypeError(f"{_shortened(value)} lies outside of +-2^53")
            return INT
        case str():
            return STR
        case list():
            return list_of(join_types(infer_type(item, exact=exact) for item in value))
        case None:
            raise TypeError("null is not a value here; expected an integer, boolean, string or list")
        case float():
            raise TypeError(f"{value} is a float here; expected a decimal")
        case _ if type(value) in CLASSES.values():  # A subclass, as pandas has them, is converted before.
            return next(NAMED[name] for name, class_ in CLASSES.items() if type(value) is class_)
        case _:
            raise TypeError(
                f"a {type(value).__name__} is not a value here; expected an integer, boolean, string or list"
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
    if {one, other} == {INT, DECIMAL}:
        return DECIMAL
    raise TypeError(f"{one} and {other} are mixed where one type is expected")


def settle(type_: Type) -> Type:
    """Replace what an empty list left open by ``Int``."""
    if type_.item is not None:
        return list_of(settle(type_.item))
    return INT if type_ == UNKNOWN else type_


def has_type(value: Any, type_: Type) -> bool:
    """Whether a Python value is a value of the type (``True`` is no ``Int``)."""
    if type_.item is not None:
        return isinstance(value, list) and all(has_type(item, type_.item) for item in value)
    match type_.name:
        case "Int":
            return type(value) is int and abs(value) <= LIMIT
        case "Bool":
            return type(value) is bool
        case "Str":
            return isinstance(value, str)
        case "Float":
            return type(value) is float and isfinite(value)
    return type(value) is CLASSES.get(type_.name)


def same_value(one: Any, other: Any) -> bool:
    """Whether both are one value, of integers of any size: ``True`` is not ``1``, and None is no value at all."""
    try:
        return bool(one == other) and infer_type(one, exact=True) == infer_type(other, exact=True)
    except TypeError:  # What has no type is no value.
        return False


def _admits(variable: Type, type_: Type, *, inside: bool) -> bool:
    if type_.is_function:
        return False
    match variable.name:
        case "e":
            return type_.is_scalar
        case "n":
            return type_ in (INT, DECIMAL)
        case "s":
            return type_.is_flat if inside else type_.is_sequence
    return True


def unify(pattern: Type, type_: Type, bound: Mapping[str, Type], *, inside: bool = False) -> dict[str, Type] | None:
    """Bind the variables of `pattern` so that it becomes `type_`.

    Returns the extended bindings, or None if there are none.
    """
    if pattern.is_variable:
        known = bound.get(pattern.name)
        if known is not None:
            return dict(bound) if known == type_ else None
        return {**bound, pattern.name: type_} if _admits(pattern, type_, inside=inside) else None
    if pattern.item is not None:
        return unify(pattern.item, type_.item, bound, inside=True) if type_.item is not None else None
    if pattern.result is not None:
        return _unify_functions(pattern, type_, bound)
    return dict(bound) if pattern == type_ else None


def _unify_functions(pattern: Type, type_: Type, bound: Mapping[str, Type]) -> dict[str, Type] | None:
    if pattern.result is None or type_.result is None or len(pattern.parameters) != len(type_.parameters):
        return None
    extended: dict[str, Type] | None = dict(bound)
    pairs = zip((*pattern.parameters, pattern.result), (*type_.parameters, type_.result), strict=True)
    for part, given in pairs:
        extended = None if extended is None else unify(part, given, extended)
    return extended


def substitute(pattern: Type, bound: Mapping[str, Type]) -> Type:
    """`pattern` with its variables replaced by what they are bound to."""
    if pattern.item is not None:
        return list_of(substitute(pattern.item, bound))
    if pattern.result is not None:
        parameters = (substitute(parameter, bound) for parameter in pattern.parameters)
        return function_of(parameters, substitute(pattern.result, bound))
    return bound[pattern.name] if pattern.is_variable else pattern
