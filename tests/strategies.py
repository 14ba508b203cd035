"""Values of the language for property tests: small ones that collide often, and those at the edges."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from induce.check.drawing.values import EDGES
from induce.dsl.core.decimals import SCALE, of_word
from induce.dsl.core.types import ANY, BOOL, DATE, DECIMAL, DURATION, INT, LIMIT, MOMENT, STR, TIME, Type

TEXTS = (
    "",
    " ",
    "a",
    "aa",
    "ab",
    "a b",
    "A-b",
    "12",
    "-7",
    " x ",
    "ßé",
    "Σas",
    "ﬁ",
    "日本",
    "🙂",
    "a,b,,c",
    "\t\n",
    "İ",
    "one two",
)
CLOCKS = {DATE: st.dates(), TIME: st.times(), MOMENT: st.datetimes(), DURATION: st.timedeltas()}
"""Values of dates, times and durations."""


@cache
def values(type_: Type) -> st.SearchStrategy[Any]:
    """Values of a type."""
    if type_ == INT:
        return st.one_of(st.integers(-3, 12), st.sampled_from(EDGES), st.integers(-300, 300))
    if type_ == BOOL:
        return st.booleans()
    if type_ == STR:
        return st.one_of(st.text("ab ,-1", max_size=12), st.sampled_from(TEXTS), st.text(max_size=6))
    if type_ == DECIMAL:
        near = st.integers(-3000, 3000).map(lambda number: of_word(number * 1000))
        halves = st.integers(-8, 40).map(lambda number: of_word(number * SCALE // 2))
        return st.one_of(near, halves, st.sampled_from(EDGES).map(of_word), st.integers(-LIMIT, LIMIT).map(of_word))
    if type_ == ANY:  # Of one kind, so that they have an order.
        return values(INT)
    if type_.is_optional:
        return st.one_of(st.none(), values(type_.parts[0]))
    if type_.is_tuple:
        return st.tuples(*map(values, type_.parts)).map(list)
    if type_.is_record:
        return st.fixed_dictionaries({key: values(part) for key, part in type_.fields.items()})
    if type_.is_dict:
        return st.dictionaries(*map(values, type_.parts), max_size=5)
    if type_ in CLOCKS:
        return CLOCKS[type_]
    assert type_.item is not None
    if type_.item == INT:
        small = st.lists(st.integers(0, 3), max_size=12)
        return st.one_of(small, st.lists(st.integers(-20, 20), max_size=40), st.lists(values(INT), max_size=6))
    return st.lists(values(type_.item), max_size=24 if type_.item == BOOL else 5)
