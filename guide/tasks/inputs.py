"""Inputs for tasks to learn from, of many shapes, so that a model cannot live on one."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from ...dsl.core.types import BOOL, INT, STR, Type, list_of

SIGNATURES: tuple[tuple[int, tuple[Type, ...]], ...] = (
    (40, (list_of(INT),)),
    (12, (list_of(INT), INT)),
    (10, (list_of(INT), list_of(INT))),
    (3, (list_of(INT), INT, INT)),
    (3, (list_of(INT), list_of(INT), INT)),
    (4, (INT,)),
    (4, (INT, INT)),
    (7, (list_of(list_of(INT)),)),
    (2, (list_of(list_of(INT)), INT)),
    (2, (list_of(BOOL),)),
    (8, (STR,)),
    (2, (STR, STR)),
    (1, (STR, INT)),
    (2, (list_of(STR),)),
)
"""Parameter types, with weights."""
LENGTHS = ((0, 6), (1, 5), (2, 8), (3, 7), (4, 10), (5, 12), (8, 16), (10, 30))
RANGES = ((0, 1), (0, 3), (1, 5), (0, 9), (0, 9), (0, 20), (0, 99), (0, 99), (-5, 5), (-20, 20), (-50, 50), (-256, 255))
SYLLABLES = (
    "ba",
    "ko",
    "mi",
    "ta",
    "re",
    "lu",
    "sen",
    "dor",
    "vi",
    "pa",
    "no",
    "an",
    "el",
    "jo",
    "kir",
    "us",
    "em",
    "ly",
)
SEPARATORS = (" ", " ", " ", ", ", ",", "-", "_", ".", "/", ":", "; ", "@")
MOST_ROWS, MOST_IN_ROW = 6, 8
RECTANGULAR = 0.4
"""How often the rows of nested values are all of one length."""
MIXED = 0.25
"""How often the examples of a task are not all of one shape."""


Shape = Callable[[int, int, int, Random], list[int]]
"""Makes a list of a given number of integers, between about a least and a greatest one."""


@dataclass(frozen=True)
class Style:
    """What the inputs of one task have in common."""

    lengths: tuple[int, int]
    values: tuple[int, int]
    shape: Shape | None
    """None where each value has its own."""
    row: int | None
    """Items in every row of a nested value; None where rows differ."""
    separator: str
    words: tuple[int, int]
    capitals: float
    digits: float


def draw_signature(rng: Random) -> tuple[Type, ...]:
    """Parameter types of a task."""
    return rng.choices([types for _, types in SIGNATURES], [weight for weight, _ in SIGNATURES])[0]


def draw_inputs(types: tuple[Type, ...], count: int, rng: Random) -> list[tuple[Any, ...]]:
    """Different inputs for one task, of `count` at most; fewer where there are no more."""
    styles = [draw_style(rng) for _ in types]
    found: dict[str, tuple[Any, ...]] = {}
    same_length = rng.random() < 0.5
    for _ in range(4 * count):
        size = rng.randint(*styles[0].lengths)
        row = tuple(
            draw_value(type_, style, rng, size=size if same_length else rng.randint(*style.lengths))
            for type_, style in zip(types, styles, strict=True)
        )
        found.setdefault(repr(row), row)
        if len(found) == count:
            break
    return list(found.values())


def draw_style(rng: Random) -> Style:
    """How the values of one argument look."""
    low = rng.randint(1, 3)
    return Style(
        lengths=rng.choice(LENGTHS) if rng.random() < 0.85 else (rng.randint(3, 12),) * 2,
        values=rng.choice(RANGES),
        shape=None if rng.random() < MIXED else _draw_shape(rng),
        row=rng.randint(1, MOST_IN_ROW) if rng.random() < RECTANGULAR else None,
        separator=rng.choice(SEPARATORS),
        words=(low, low + rng.choice((0, 1, 3))),
        capitals=rng.choice((0.0, 0.3, 1.0)),
        digits=rng.choice((0.0, 0.0, 0.3)),
    )


def draw_value(type_: Type, style: Style, rng: Random, *, size: int) -> Any:
    """A value of a type; `size` is the number of its items."""
    if type_ == INT:
        return rng.randint(*style.values) if style.values[1] > 3 else rng.randint(0, max(6, style.lengths[1]))
    if type_ == BOOL:
        return rng.random() < 0.5
    if type_ == STR:
        return _text(style, rng)
    if type_ == list_of(INT):
        return (style.shape or _draw_shape(rng))(size, *style.values, rng)
    assert type_.item is not None
    if type_.item == BOOL:
        return [rng.random() < 0.5 for _ in range(size)]
    widths = (style.row or min(rng.randint(*style.lengths), MOST_IN_ROW) for _ in range(min(size, MOST_ROWS)))
    return [draw_value(type_.item, style, rng, size=width) for width in widths]


def _text(style: Style, rng: Random) -> str:
    return style.separator.join(_word(style, rng) for _ in range(rng.randint(*style.words)))


def _word(style: Style, rng: Random) -> str:
    if rng.random() < style.digits:
        return str(rng.randint(0, 10 ** rng.randint(1, 4)))
    word = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3)))
    return word.capitalize() if rng.random() < style.capitals else word


def _uniform(size: int, low: int, high: int, rng: Random) -> list[int]:
    return [rng.randint(low, high) for _ in range(size)]


def _few(size: int, low: int, high: int, rng: Random) -> list[int]:
    few = [rng.randint(low, high) for _ in range(rng.randint(1, 4))]
    return [rng.choice(few) for _ in range(size)]


def _rising(size: int, low: int, high: int, rng: Random) -> list[int]:
    return sorted(_uniform(size, low, high, rng))


def _falling(size: int, low: int, high: int, rng: Random) -> list[int]:
    return _rising(size, low, high, rng)[::-1]


def _distinct(size: int, low: int, high: int, rng: Random) -> list[int]:
    return rng.sample(range(low, max(high + 1, low + size)), size)


def _progression(size: int, low: int, high: int, rng: Random) -> list[int]:
    start, step = rng.randint(low, high), rng.randint(-3, 5)
    return [start + step * i for i in range(size)]


def _polynomial(size: int, low: int, high: int, rng: Random) -> list[int]:
    a, b, c = rng.randint(-2, 2), rng.randint(-5, 5), rng.randint(low, high)
    return [a * i * i + b * i + c for i in range(size)]


def _wave(size: int, low: int, high: int, rng: Random) -> list[int]:
    """A sinusoid sampled to integers, with noise in half of the cases."""
    noise = rng.choice((0.0, 0.1)) * (high - low)
    middle, reach = (high + low) / 2, (high - low) / 2 + 1
    period, phase = rng.uniform(3, 12), rng.uniform(0, math.tau)
    return [round(middle + reach * math.sin(math.tau * i / period + phase) + rng.gauss(0, noise)) for i in range(size)]


def _blocks(size: int, low: int, high: int, rng: Random) -> list[int]:
    """Runs of equal items on a background of zeros."""
    items: list[int] = []
    while len(items) < size:
        items += [0] * rng.randint(0, 5)
        items += [rng.randint(max(low, 1), max(high, 3))] * rng.randint(1, 5)
    return items[:size]


def _sparse(size: int, low: int, high: int, rng: Random) -> list[int]:
    return [rng.randint(low, high) if rng.random() < 0.3 else 0 for _ in range(size)]


SHAPES: tuple[tuple[int, Shape], ...] = (
    (3, _uniform),
    (2, _few),
    (1, _rising),
    (1, _falling),
    (1, _distinct),
    (1, _progression),
    (1, _polynomial),
    (1, _wave),
    (1, _blocks),
    (1, _sparse),
)
"""Shapes of a list of integers, with weights."""


def _draw_shape(rng: Random) -> Shape:
    return rng.choices([shape for _, shape in SHAPES], [weight for weight, _ in SHAPES])[0]
