"""Which columns explain outputs."""

from __future__ import annotations

from typing import Any

import pytest

from induce.tables.learning.ranking import Explanation, covered


def best(outputs: list[Any], *columns: list[Any]) -> tuple[int, ...]:
    return Explanation(dict(enumerate(columns)), outputs, frozenset()).choices()[0][0]


def test_pieces_and_first_letters() -> None:
    assert covered("Ada-12", "12 ada") == [1, 1, 1, 0, 1, 1]
    assert covered("A. L.", "Ada Lovelace") == [0.5, 0, 1, 1, 0]
    assert covered("d", "Ada") == [0]
    assert covered("", "x") == []


def test_the_column_that_has_the_output_comes_first() -> None:
    assert best(["LOVELACE", "HOPPER"], ["x1", "x2"], ["Ada Lovelace", "Grace Hopper"]) == (1,)


def test_two_columns_that_have_a_part_each() -> None:
    first, last, town = ["Ada", "Grace"], ["Lovelace", "Hopper"], ["London", "York"]
    assert best(["ada.lovelace", "grace.hopper"], town, first, last) == (1, 2)


@pytest.mark.parametrize("outputs", [[6, 20, 3], [5, 9, 4], [-1, -1, 2], ["6.00", "20.00", "3.00"]])
def test_numbers_that_give_the_output_by_one_operation(outputs: list[Any]) -> None:
    assert best(outputs, ["a6", "b20", "c3"], [2, 4, 3], ["$3", "$5", "$1"]) == (1, 2)


def test_numbers_that_order_labels() -> None:
    assert best(["yes", "no", "no", "yes"], [7, 1, 9, 2], [90, 10, 20, 70]) == (1,)


def test_columns_that_examples_were_given_by_count_more() -> None:
    columns = {0: ["p", "q"], 1: ["r", "s"]}
    assert Explanation(columns, ["yes", "no"], frozenset({1})).columns == [1, 0]


def test_missing_cells_explain_nothing() -> None:
    assert Explanation({0: [None, None]}, ["a", None], frozenset()).of((0,)) < 0.2
