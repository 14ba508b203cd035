"""Types at random: mostly those that tasks have most, and all others now and then."""

from __future__ import annotations

from random import Random

from ...dsl.core.types import (
    BOOL,
    DATE,
    DECIMAL,
    DURATION,
    INT,
    MOMENT,
    STR,
    TIME,
    Type,
    list_of,
    optional,
    record_of,
    tuple_of,
)

USUAL = (INT, BOOL, STR, list_of(INT), list_of(INT), list_of(STR), list_of(BOOL), list_of(list_of(INT)))
NUMBERS = (DECIMAL, list_of(DECIMAL))
CLOCKS = (DATE, TIME, MOMENT, DURATION)
PLAIN = (INT, BOOL, STR, DECIMAL, DATE, TIME, MOMENT, DURATION)
KEYS = ("name", "price", "in stock", "class", "x", "größe")
"""Of records: some are no names in Python."""


def draw_type(draw: Random) -> Type:
    """A type that a parameter may have."""
    kind = draw.random()
    if kind < 0.6:
        return draw.choice(USUAL)
    if kind < 0.72:
        return draw.choice(NUMBERS)
    if kind < 0.8:
        return draw.choice((*CLOCKS, *map(list_of, CLOCKS)))
    return _structured(draw)


def _structured(draw: Random) -> Type:
    """A type that has parts, or a list of such."""
    count = draw.randint(1, 3)
    parts = [optional(draw.choice(PLAIN)) if draw.random() < 0.2 else draw.choice(PLAIN) for _ in range(count)]
    made = draw.choice(
        (
            optional(parts[0]),
            record_of(dict(zip(draw.sample(KEYS, count), parts, strict=True))),
            tuple_of((*parts, draw.choice(PLAIN))),
        )
    )
    return list_of(made) if draw.random() < 0.5 else made
