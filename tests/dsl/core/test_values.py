"""Dictionaries as values: their type, their entries, and which of them are equal."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import INT, STR, dict_of, join_types
from induce.dsl.core.values import has_type, same_value
from induce.dsl.program import parse

TABLES = st.dictionaries(st.text(max_size=3), st.integers(-9, 9), max_size=6)


@given(TABLES)
def test_a_dictionary_is_made_of_its_entries(table: dict[str, int]) -> None:
    again = parse("(d: Dict[Str, Int]) -> dict(entries(d))")(table)
    assert list(again.items()) == list(table.items())


@given(TABLES)
def test_order_does_not_count(table: dict[str, int]) -> None:
    other = dict(reversed(table.items()))
    assert same_value(table, other)
    assert has_type(other, dict_of(STR, INT))
    assert not same_value({**table, "a": 1}, {**table, "a": True})


def test_what_has_the_type() -> None:
    assert not has_type({1: 1}, dict_of(STR, INT))
    assert not has_type({"a": "b"}, dict_of(STR, INT))
    assert not has_type([["a", 1]], dict_of(STR, INT))
    assert has_type({"a": Decimal(1)}, parse_type("Dict[Str, Decimal]"))


def test_the_type_is_read_as_it_is_written_and_joined() -> None:
    type_ = parse_type("Dict[Str, List[Int]]")
    assert parse_type(str(type_)) == type_
    assert join_types([dict_of(STR, INT), parse_type("Dict[Str, Decimal]")]) == parse_type("Dict[Str, Decimal]")
