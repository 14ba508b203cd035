"""Values of any type: small ones that collide often, and those at the edges."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from ...dsl.core.decimals import SCALE, carried, of_word
from ...dsl.core.types import ANY, BOOL, DATE, DECIMAL, DURATION, INT, LIMIT, MOMENT, STR, TIME, Type

EDGES = (0, 1, -1, 2, 10, 2**31, -(2**31), 2**31 - 1, LIMIT, -LIMIT, LIMIT - 1, 94906265, 10**9 + 7)
"""Integers at which word sizes, squares and sums end."""
LETTERS = "ab ,-1"
UNUSUAL = (" ", "A-b", "12", "-7", " x ", "ßé", "Σas", "ﬁ", "日本", "🙂", "a,b,,c", "\t\n", "İ", "one two", "3.50")
LONGEST = 12


def draw_value(type_: Type, draw: random.Random) -> Any:
    """A value of a type."""
    if type_ in (INT, ANY):
        return _integer(draw)
    if type_ == BOOL:
        return draw.random() < 0.5
    if type_ == STR:
        return _text(draw)
    if type_ == DECIMAL:
        return carried(of_word(draw.choice((draw.randint(-3000, 3000) * SCALE // 100, draw.choice(EDGES)))))
    if type_ in _CLOCKS:
        return _CLOCKS[type_](draw)
    if type_.is_optional:
        return None if draw.random() < 0.3 else draw_value(type_.parts[0], draw)
    if type_.is_tuple:
        return [draw_value(part, draw) for part in type_.parts]
    if type_.is_record:
        return {key: draw_value(part, draw) for key, part in type_.fields.items()}
    if type_.is_dict:
        key, value = type_.parts
        return {draw_value(key, draw): draw_value(value, draw) for _ in range(draw.randrange(6))}
    assert type_.item is not None
    return [draw_value(type_.item, draw) for _ in range(draw.randrange(draw.choice((2, 6, LONGEST))))]


def _integer(draw: random.Random) -> int:
    kind = draw.random()
    if kind < 0.1:
        return draw.choice(EDGES)
    return draw.randint(-3, 12) if kind < 0.7 else draw.randint(-300, 300)


def _text(draw: random.Random) -> str:
    if draw.random() < 0.2:
        return draw.choice(UNUSUAL)
    return "".join(draw.choice(LETTERS) for _ in range(draw.randrange(LONGEST)))


def _day(draw: random.Random) -> date:
    return date(1990, 1, 1) + timedelta(days=draw.randrange(20_000))


def _clock(draw: random.Random) -> time:
    return time(draw.randrange(24), draw.randrange(60), draw.choice((0, draw.randrange(60))))


_CLOCKS: Mapping[Type, Callable[[random.Random], Any]] = {
    DATE: _day,
    TIME: _clock,
    MOMENT: lambda draw: datetime.combine(_day(draw), _clock(draw)),
    DURATION: lambda draw: timedelta(seconds=draw.randrange(-100_000, 1_000_000)),
}
