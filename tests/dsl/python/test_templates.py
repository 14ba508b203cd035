"""What is printed for one primitive says what its reference says."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.dsl.python.templates import helper_name, template_of

from ...strategies import values

HELPED = [row for row in BUILTIN.vocabulary.values() if row.helper is not None and not row.takes_function]


@cache
def small(type_: Type) -> st.SearchStrategy[Any]:
    """Values of a type, integers being small."""
    if type_ == INT:
        return st.integers(-3, 30)
    return st.lists(small(type_.item), max_size=6) if type_.item is not None else values(type_)


@pytest.mark.parametrize("row", HELPED, ids=lambda row: row.name)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_helpers_agree_with_the_reference(row: Primitive, data: st.DataObject) -> None:
    bound = dict.fromkeys("aetu", INT)
    arguments = [data.draw(small(substitute(type_, bound))) for type_ in row.parameters]
    try:
        expected = row.reference(*arguments)
    except UNDEFINED_ERRORS:
        return
    assert row.helper is not None
    assert row.helper(*arguments) == expected


def test_a_template_depends_on_the_types() -> None:
    unique, groups = BUILTIN.vocabulary["unique"], BUILTIN.vocabulary["groups"]
    bodies = [
        template_of(row, bound)
        for row, bound in ((unique, {"a": INT}), (unique, {"a": list_of(INT)}), (groups, {"s": STR}))
    ]
    assert len({None if body is None else tuple(body.parameters) for body in bodies}) == 1
    assert bodies[0] != bodies[1]


def test_a_helper_is_called_like_nothing_else() -> None:
    row = BUILTIN.vocabulary["rotate"]
    assert helper_name(row, set()) == "rotate"
    assert helper_name(row, {"rotate"}) == "rotate_"
    assert helper_name(BUILTIN.vocabulary["prime"], set()) == "nth_prime"
