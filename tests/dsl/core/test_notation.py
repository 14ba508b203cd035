"""Types as text."""

from __future__ import annotations

import pytest

from induce.dsl.core.notation import constructed, parse_type
from induce.dsl.core.types import INT, STR, function_of, list_of, optional, record_of, tuple_of

TYPES = (
    list_of(optional(INT)),
    optional(list_of(STR)),
    tuple_of([STR, INT, list_of(INT)]),
    record_of({"name": STR, "unit price": INT, 'a "b", c': list_of(tuple_of([INT, STR])), "class": INT}),
    function_of([list_of(record_of({"a": INT})), INT], tuple_of([INT, record_of({"b": STR})])),
)


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_a_type_is_read_as_it_is_written(type_: object) -> None:
    assert parse_type(str(type_)) == type_


def test_only_plain_words_are_keys_without_quotes() -> None:
    assert str(record_of({"a": INT, "ä": INT, "": STR})) == 'Record{a: Int, "ä": Int, "": Str}'


@pytest.mark.parametrize(
    "text", ["List[]", "List[Int, Int]", "Tuple[]", "Record{}", "Record{a}", "Map[Int]", "Record[Int]", ""]
)
def test_what_is_not_a_type(text: str) -> None:
    with pytest.raises(ValueError, match="unknown"):
        parse_type(text)


def test_constructors() -> None:
    assert constructed("Optional", [INT]) == optional(INT)
    assert constructed("List", [INT, INT]) is None
    assert constructed("Set", [INT]) is None
