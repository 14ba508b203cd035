"""What an item may be grouped by: small expressions over it, such as the first letter of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.types import BOOL, INT, STR, Type
from ..readings.scene.applying import applied

DIVISORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 100)
"""Remainders by these are keys; quotients and multiples of the round ones too."""
ROUND = (5, 10, 20, 50, 100, 1000)
MARKS = ".@:-_/ ,=|"
"""What may come before a key in a text, or after it."""


def keys_of(item: Expression) -> Iterator[Expression]:
    """What an item may be grouped by."""
    if item.type == INT:
        yield from _of_number(item)
    elif item.type == STR:
        yield from _of_text(item)
    elif item.type.is_list:
        yield applied("len", item)
        if item.type.item in (INT, STR):
            yield applied("head", item)
            yield applied("last", item)
        if item.type.item == INT:
            yield applied("sum", item)


def conditions_on(item: Expression) -> Iterator[Expression]:
    """What may be asked of an item whose key is one of two labels."""
    if item.type == INT:
        yield applied("is_even", item)
        for limit in (0, 1, 10, 100):
            yield applied("lt", item, limit)
    elif item.type == STR:
        for name in ("is_upper", "is_lower", "is_digit", "is_letter"):
            yield applied("all", applied(name, item))
        yield applied("has", "aeiou", applied("lower", applied("take", item, 1)))
    elif item.type == BOOL:
        yield item


def values_of(item: Expression) -> Iterator[Expression]:
    """What may be made of an item before the values of a key are put together."""
    yield item
    if item.type == STR or item.type.is_list:
        yield applied("len", item)
    if item.type == STR:
        yield applied("to_number", item)
        yield applied("to_number", applied("tail", item))
        yield applied("to_number", applied("digits_of", item))


def as_type(key: Expression, type_: Type) -> Expression | None:
    """A key of a type: in JSON a number is written out as a text."""
    if key.type == type_:
        return key
    return applied("to_text", key) if (key.type, type_) == (INT, STR) else None


def labelled(condition: Expression, labels: Sequence[Any], type_: Type) -> Expression:
    """The first label where a condition holds, else the second."""
    one, other = (Literal(label, type_) for label in labels)
    return applied("if_else", condition, one, other)


def _of_number(x: Expression) -> Iterator[Expression]:
    yield x
    yield from (applied("mod", x, divisor) for divisor in DIVISORS)
    yield from (applied("div", x, divisor) for divisor in ROUND)
    yield from (applied("mul", applied("div", x, divisor), divisor) for divisor in ROUND)
    yield applied("len", applied("to_text", x))
    yield applied("abs", x)
    yield applied("sign", x)
    yield applied("digit_sum", x)
    yield applied("head", applied("digits", x))


def _of_text(x: Expression) -> Iterator[Expression]:
    yield x
    for part in (applied("char_at", x, 0), applied("char_at", x, -1)):
        yield part
        yield applied("upper", part)
        yield applied("lower", part)
    yield applied("len", x)
    yield applied("lower", x)
    yield applied("take", x, 2)
    yield applied("glue", applied("sort", applied("chars", x)))
    for mark in MARKS:
        yield from (applied(name, x, mark) for name in ("before", "after", "after_last", "before_last"))
