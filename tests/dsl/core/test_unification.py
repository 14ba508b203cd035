"""Types that signatures leave open, and what they are bound to."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import BOOL, INT, STR, list_of
from induce.dsl.core.unification import substitute, unify


def test_unification() -> None:
    assert unify(parse_type("List[a]"), list_of(STR), {}) == {"a": STR}
    assert unify(parse_type("a"), INT, {"a": BOOL}) is None
    assert unify(parse_type("e"), STR, {}) is None
    assert unify(parse_type("s"), STR, {}) == {"s": STR}
    assert unify(parse_type("s"), INT, {}) is None
    assert unify(parse_type("List[a]"), INT, {}) is None


@pytest.mark.parametrize(
    ("pattern", "type_", "bound"),
    [
        ("List[Optional[t]]", "List[Optional[Int]]", {"t": INT}),
        ("List[Optional[t]]", "List[Int]", None),
        ("Tuple[t, u]", "Tuple[Int, Str]", {"t": INT, "u": STR}),
        ("Tuple[t, t]", "Tuple[Int, Str]", None),
        ("Record{a: t}", "Record{a: Int}", {"t": INT}),
        ("Record{a: t}", "Record{b: Int}", None),
    ],
)
def test_structured_patterns(pattern: str, type_: str, bound: dict[str, Any] | None) -> None:
    found = unify(parse_type(pattern), parse_type(type_), {})
    assert found == bound
    assert found is None or substitute(parse_type(pattern), found) == parse_type(type_)


def test_what_is_optional_is_not_made_optional_again() -> None:
    assert substitute(parse_type("Optional[t]"), {"t": parse_type("Optional[Time]")}) == parse_type("Optional[Time]")
    assert substitute(parse_type("Optional[t]"), {"t": INT}) == parse_type("Optional[Int]")
