"""Values of the language for property tests: small ones that collide often, and those at the edges."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from induce.dsl.core.types import BOOL, DATE, DURATION, INT, LIMIT, MOMENT, STR, TIME, Type

EDGES = (0, 1, -1, 2, 10, 2**31, -(2**31), 2**31 - 1, LIMIT, -LIMIT, LIMIT - 1, 94906265, 10**9 + 7)
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
    if type_ in CLOCKS:
        return CLOCKS[type_]
    assert type_.item is not None
    if type_.item == INT:
        small = st.lists(st.integers(0, 3), max_size=12)
        return st.one_of(small, st.lists(st.integers(-20, 20), max_size=40), st.lists(values(INT), max_size=6))
    return st.lists(values(type_.item), max_size=24 if type_.item == BOOL else 5)
