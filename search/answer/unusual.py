"""Inputs made of those given that differ from them in what people leave out: repeats, signs, order, one more word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from ...dsl.core.decimals import plain
from ...dsl.core.types import infer_type
from ...support.written import json_text
from .fitting import may_be, types_in
from .properties import NUMBER, is_mark

MOST_GIVEN = 3
"""Inputs that are made unusual: the smallest ones."""
LATE = 25
"""A number that can be the day of a date, but not the month."""


def unusual(given: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Inputs that differ from the given ones in kind, those of the smallest first."""
    types = types_in(given)
    for inputs in sorted(given, key=lambda one: len(json_text(one)))[:MOST_GIVEN]:
        for made in _related(inputs):
            if all(map(may_be, made, inputs, types)):
                yield made
        for position, value in enumerate(inputs):
            for variant in _unlike(value):
                if may_be(variant, value, types[position]) and variant != value:
                    yield (*inputs[:position], variant, *inputs[position + 1 :])


def _related(inputs: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Two arguments of one type exchanged, and made equal."""
    types = [infer_type(value) for value in inputs]  # An empty list may be one of anything.
    for one, other in combinations(range(len(inputs)), 2):
        if types[one] == types[other] and inputs[one] != inputs[other]:
            for first, second in ((inputs[other], inputs[one]), (inputs[one], inputs[one])):
                changed = [*inputs]
                changed[one], changed[other] = first, second
                yield tuple(changed)


def _unlike(value: Any) -> Iterator[Any]:
    """Values of the same type as one that people see a difference to."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (-value, 1, 10 * value, value // 10, -value - 1)
        case Decimal():
            yield from map(plain, (-value, value.to_integral_value()))
        case str():
            yield from _texts(value)
        case dict():
            for key in value:
                yield from ({**value, key: other} for other in _unlike(value[key]))
        case list():
            yield from _lists(value)


def _texts(text: str) -> Iterator[str]:
    words = text.split()
    if words:
        yield from (f"{text} {words[0]}", f"{words[-1]} {text}", words[0])
    yield from (text.upper(), text.lower(), text.capitalize())
    for mark in dict.fromkeys(filter(is_mark, text)):
        last = text.rpartition(mark)[2]
        yield from (f"{text}{mark}{last}", text.replace(mark, 2 * mark), text.replace(mark, ""))
    yield from (f"{text[: one.start()]}{LATE}{text[one.end() :]}" for one in NUMBER.finditer(text))
    yield from (f" {text}", f"{text} ", "  ".join(words), f"{text}7", "".join(c for c in text if not c.isdigit()))


def _lists(items: list[Any]) -> Iterator[list[Any]]:
    if not items:
        return
    first = items[0]
    yield from ([first, *items], [*items, first], [first] * 2, [first] * 3)
    kinds = set(map(type, items))
    if kinds <= {int} or kinds <= {Decimal} or kinds <= {str}:
        yield from (sorted(items), sorted(items, reverse=True))
    if kinds <= {int} or kinds <= {Decimal}:
        yield from ([-first, *items[1:]], [*items[:-1], -items[-1]], [-item for item in items])
    if isinstance(items[-1], str | list):
        yield [*items[:-1], items[-1][:1]]
    if isinstance(first, str | list):
        yield [first[:0], *items]
        yield from ([other, *items[1:]] for other in _unlike(first))
