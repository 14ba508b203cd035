"""The keys that are found are those that a list was sorted by, or do the same."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, list_of
from induce.search.readings.orders.features import Feature, features
from induce.search.readings.orders.keys import Key, cost_of, orders

WORDS = st.lists(st.text("abcABC", min_size=1, max_size=4), min_size=2, max_size=8)


def known(tables: list[list[Any]], *, numbers: bool = False) -> list[Feature]:
    type_ = INT if numbers else STR
    source, item = Variable("xs", list_of(type_)), Variable("x", type_)
    return features(item, source, tables, [{"xs": table} for table in tables])


def in_order(keys: tuple[Key, ...], example: int, table: list[Any]) -> list[Any]:
    """The items sorted by the keys in Python's way, the last key first."""
    for key in reversed(keys):
        table = sorted(table, key=partial(key.feature.of, example), reverse=key.down)
    return table


@settings(max_examples=80, deadline=None)
@given(tables=st.lists(WORDS, min_size=1, max_size=3), down=st.booleans())
def test_found_keys_make_the_order(tables: list[list[str]], down: bool) -> None:
    wanted = [sorted(sorted(table), key=len, reverse=down) for table in tables]
    found = orders(tables, wanted, known(tables))
    for keys in found:
        assert [in_order(keys, example, table) for example, table in enumerate(tables)] == wanted
    assert [cost_of(keys) for keys in found] == sorted(map(cost_of, found))
    assert found


def test_keys_and_directions_are_those_that_were_meant() -> None:
    tables = [["bb", "a", "cc", "ddd"], ["one", "two", "three", "four", "six"]]
    wanted = [sorted(table, key=lambda word: (-len(word), word)) for table in tables]
    best = orders(tables, wanted, known(tables))[0]
    assert [(str(key.feature.body), key.down) for key in best] == [
        (str(known(tables)[1].body), True),
        (str(Variable("x", STR)), False),
    ]


def test_items_with_all_keys_in_common_stay_in_order() -> None:
    assert orders([["b", "a"]], [["b", "a"]], known([["b", "a"]]))[0] == ()


def test_the_first_of_an_order_tell_of_the_others_that_they_come_later() -> None:
    table = [[5, 3, 9, 1]]
    best = orders(table, [[1, 3]], known(table, numbers=True))[0]
    assert [(key.feature.is_item, key.down) for key in best] == [(True, False)]


@pytest.mark.parametrize("wanted", [["x"], ["a", "a"]])
def test_what_is_not_in_the_table_is_in_no_order(wanted: list[str]) -> None:
    assert orders([["a", "b"]], [wanted], known([["a", "b"]])) == []
