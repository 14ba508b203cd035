"""What an item may be grouped by: small expressions over it, such as the first letter of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import BOOL, INT, STR, Type
from ...dsl.language.language import BUILTIN

VOCABULARY = BUILTIN.vocabulary
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
        yield made("len", item)
        if item.type.item in (INT, STR):
            yield made("head", item)
            yield made("last", item)
        if item.type.item == INT:
            yield made("sum", item)


def conditions_on(item: Expression) -> Iterator[Expression]:
    """What may be asked of an item whose key is one of two labels."""
    if item.type == INT:
        yield made("is_even", item)
        for limit in (0, 1, 10, 100):
            yield made("lt", item, limit)
    elif item.type == STR:
        for name in ("is_upper", "is_lower", "is_digit", "is_letter"):
            yield made("all", made(name, item))
        yield made("has", "aeiou", made("lower", made("take", item, 1)))
    elif item.type == BOOL:
        yield item


def values_of(item: Expression) -> Iterator[Expression]:
    """What may be made of an item before the values of a key are put together."""
    yield item
    if item.type == STR or item.type.is_list:
        yield made("len", item)
    if item.type == STR:
        yield made("to_number", item)
        yield made("to_number", made("tail", item))
        yield made("to_number", made("digits_of", item))


def as_type(key: Expression, type_: Type) -> Expression | None:
    """A key of a type: in JSON a number is written out as a text."""
    if key.type == type_:
        return key
    return made("to_text", key) if (key.type, type_) == (INT, STR) else None


def made(name: str, *arguments: Expression | int | str) -> Expression:
    """A call of a primitive; numbers and texts are constants."""
    return call(VOCABULARY[name], *(_constant(one) for one in arguments))


def labelled(condition: Expression, labels: Sequence[Any], type_: Type) -> Expression:
    """The first label where a condition holds, else the second."""
    one, other = (Literal(label, type_) for label in labels)
    return call(VOCABULARY["if_else"], condition, one, other)


def _constant(value: Expression | int | str) -> Expression:
    return Literal(value, INT if isinstance(value, int) else STR) if isinstance(value, int | str) else value


def _of_number(x: Expression) -> Iterator[Expression]:
    yield x
    yield from (made("mod", x, divisor) for divisor in DIVISORS)
    yield from (made("div", x, divisor) for divisor in ROUND)
    yield from (made("mul", made("div", x, divisor), divisor) for divisor in ROUND)
    yield made("len", made("to_text", x))
    yield made("abs", x)
    yield made("sign", x)
    yield made("digit_sum", x)
    yield made("head", made("digits", x))


def _of_text(x: Expression) -> Iterator[Expression]:
    yield x
    for part in (made("char_at", x, 0), made("char_at", x, -1)):
        yield part
        yield made("upper", part)
        yield made("lower", part)
    yield made("len", x)
    yield made("lower", x)
    yield made("take", x, 2)
    yield made("glue", made("sort", made("chars", x)))
    for mark in MARKS:
        yield from (made(name, x, mark) for name in ("before", "after", "after_last", "before_last"))
