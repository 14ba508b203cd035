"""What items may be sorted by: each feature has its value for every item, and says something."""

from __future__ import annotations

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, Type, list_of, tuple_of
from induce.dsl.program import Program
from induce.search.readings.orders.features import Feature, features


def texts(found: list[Feature]) -> list[str]:
    return [str(Program((one.item,), one.body)).partition(") -> ")[2] for one in found]


def features_of(type_: Type, table: list[object]) -> list[Feature]:
    return features(Variable("x", type_), Variable("xs", list_of(type_)), [table], [{"xs": table}])


def test_values_are_those_of_the_expression() -> None:
    found = features_of(STR, ["bb", "ab", "a", "ab", "aa"])
    assert texts(found)[:3] == ["x", "len(x)", "count_of(xs, x)"]
    assert [found[1].of(0, word) for word in ("bb", "a")] == [2, 1]
    assert [found[2].of(0, word) for word in ("ab", "a")] == [2, 1]


def test_what_is_undefined_or_the_same_for_all_says_nothing() -> None:
    assert "to_number(x)" not in texts(features_of(STR, ["12", "x"]))
    assert "is_even(x)" not in texts(features_of(INT, [2, 4]))
    assert "abs(x)" not in texts(features_of(INT, [2, 4]))  # It says what the item says.
    assert "to_number(x)" in texts(features_of(STR, ["12", "7"]))


def test_parts_of_tuples_have_features_of_their_own() -> None:
    found = texts(features_of(tuple_of([STR, INT]), [["bb", 1], ["a", 2]]))
    assert found[:2] == ["part(x, 0)", "part(x, 1)"]
    assert "len(part(x, 0))" in found
