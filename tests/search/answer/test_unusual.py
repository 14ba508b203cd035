"""Inputs that differ from those of the examples in what people leave out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.types import BOOL, DECIMAL, INT, STR, Type, list_of, optional, record_of
from induce.dsl.core.values import has_type
from induce.search.answer.unusual import unusual

from ...strategies import values

PLAIN = [INT, BOOL, DECIMAL, STR]
TYPES = [*PLAIN, *map(list_of, PLAIN), list_of(list_of(INT)), optional(INT), record_of({"a": INT, "b": STR})]


@given(st.data(), st.lists(st.sampled_from(TYPES), min_size=1, max_size=3))
def test_unusual_inputs_have_the_types_of_the_given_and_differ(data: st.DataObject, types: list[Type]) -> None:
    inputs = data.draw(st.tuples(*map(values, types)))
    for made in unusual([inputs]):
        assert made != inputs
        assert all(has_type(value, type_) for value, type_ in zip(made, types, strict=True))


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ([3, 1, 2], [[3, 3, 1, 2], [1, 2, 3], [3, 2, 1], [-3, 1, 2], [-3, -1, -2], [3, 3, 3]]),
        (["ab", "c"], [["", "ab", "c"], ["AB", "c"], ["ab", "c", "ab"]]),
        ("Ann Lee", ["Ann Lee Ann", "Ann", "ANN LEE", "Ann  Lee", " Ann Lee", "Ann Lee7"]),
        ("a-b", ["a-b-b", "a--b", "ab"]),
        ("3 May", ["25 May"]),
        (12, [-12, 1, 120]),
        ({"n": 4, "s": "x"}, [{"n": -4, "s": "x"}, {"n": 4, "s": "X"}]),
    ],
)
def test_what_people_leave_out_is_made(value: Any, made: list[Any]) -> None:
    found = [inputs[0] for inputs in unusual([(value,)])]
    assert [one for one in made if one not in found] == []


def test_values_of_several_kinds_are_not_sorted() -> None:
    assert list(unusual([([1, "a", 2],)])) == []
    assert ([None, None, 3],) in list(unusual([([None, 3],)]))
    assert all(rows[0] in (None, {"n": 1}) for (rows,) in unusual([([None, {"n": 1}],)]))


def test_pairs_of_a_list_and_a_number_are_made_unusual_too() -> None:
    found = list(unusual([([[4, 1], 3],), ([5, [6, 7]],)]))
    assert ([[], [4, 1], 3],) not in found
    assert ([[4, 4, 1], 3],) in found
    assert ([5, [6]],) in found


def test_arguments_of_one_type_are_exchanged_and_made_equal() -> None:
    found = list(unusual([(2, "x", 5)]))
    assert (5, "x", 2) in found
    assert (2, "x", 2) in found
