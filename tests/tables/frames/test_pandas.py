"""Columns of pandas, filled: values, types and doubts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import induce.with_pandas  # noqa: F401 - registers the accessor
from induce import InputError

LIMIT: dict[str, Any] = {"max_candidates": 20_000}


@pytest.fixture
def orders() -> pd.DataFrame:
    """A frame whose columns have many types, and labels that are not positions."""
    days = pd.date_range("2024-01-30", periods=6, tz="Europe/Paris")
    return pd.DataFrame(
        {
            "name": ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Émile Zola", None, "Barbara Liskov"],
            "count": pd.array([1, 3, 10, 4, 2, None], dtype="Int64"),
            "price": [2.5, 1.25, 0.5, 2.0, 1.0, 1.0],
            "total": pd.array([2.5, 3.75, 5.0, None, None, None], dtype="Float64"),
            "size": pd.Categorical(["S", "L", "S", "L", "L", "S"]),
            "day": days,
            "next": (days + pd.Timedelta(days=1)).where([True] * 3 + [False] * 3),
        },
        index=pd.Index(list("abcdef"), name="key"),
    )


def test_a_column_that_is_filled_in_part(orders: pd.DataFrame) -> None:
    before = orders.copy()
    filled = orders.induce.fill("total", **LIMIT)
    assert filled.inputs == ("count", "price")
    expected = pd.array([2.5, 3.75, 5.0, 8.0, 2.0, None], dtype="Float64")
    pd.testing.assert_series_equal(filled.column, pd.Series(expected, index=orders.index, name="total"))
    assert filled.doubts.to_dict() == {"d": "format", "e": "format", "f": "missing"}
    pd.testing.assert_frame_equal(filled.frame, orders.assign(total=filled.column))
    pd.testing.assert_frame_equal(orders, before)
    assert "def solve(count: int, price: float)" in filled.code
    assert filled.program(2, 1.5) == 3.0
    assert 0.5 < filled.confidence <= 0.99
    assert "confidence" in str(filled)


def test_moments_with_zones_stay_such(orders: pd.DataFrame) -> None:
    filled = orders.induce.fill("next", inputs=["day"], **LIMIT)
    assert filled.column.dtype == orders["next"].dtype
    assert (filled.column == orders["day"] + pd.Timedelta(days=1)).all()


def test_a_new_column_by_labels(orders: pd.DataFrame) -> None:
    filled = orders.induce.column("surname", {"a": "Lovelace", "b": "Hopper"}, inputs=["name"], **LIMIT)
    assert filled.column.dtype == orders["name"].dtype
    assert filled.column.fillna("?").tolist() == ["Lovelace", "Hopper", "Turing", "Zola", "?", "Liskov"]
    assert filled.doubts["e"] == "missing"
    assert list(filled.frame.columns) == [*orders.columns, "surname"]


def test_categories_are_added(orders: pd.DataFrame) -> None:
    frame = orders.assign(loud=pd.Categorical(["ADA LOVELACE", "GRACE HOPPER", None, None, None, None]))
    filled = frame.induce.fill("loud", **LIMIT)
    assert isinstance(filled.column.dtype, pd.CategoricalDtype)
    assert filled.column.iloc[2:].tolist()[:2] == ["ALAN TURING", "ÉMILE ZOLA"]


def test_a_series() -> None:
    prices = pd.Series([2, 5, 7, 11], index=[10, 20, 30, 40])
    filled = prices.induce.map({10: 4, 20: 10, 30: 14}, **LIMIT)
    assert filled.column.dtype == "int64"
    assert filled.column.tolist() == [4, 10, 14, 22]


def test_the_only_column_filled_in_part() -> None:
    frame = pd.DataFrame({"n": [1, 2, 3, 4], "twice": [2, 4, 6, None]})
    filled = frame.induce.fill(**LIMIT)
    assert filled.column.tolist() == [2.0, 4.0, 6.0, 8.0]


def test_errors(orders: pd.DataFrame) -> None:
    for call, message in (
        (lambda: orders.induce.fill("none"), "column: no column 'none'"),
        (lambda: orders.induce.fill("day"), "column: every cell of day is filled"),
        (orders.induce.fill, "columns are partly filled"),
        (lambda: orders.induce.column("day", {"a": 1}), "name: there is a column 'day'"),
        (lambda: orders.induce.column("x", {"z": 1}), "examples: 'z' is not the label of one row"),
        (lambda: orders.induce.column("x", {"a": None}), "examples: row 0: None is not a valid output"),
        (lambda: orders.induce.column("x", {}), "examples: none"),
        (lambda: orders.induce.column("x", ["A"]), "examples: .* is not a mapping"),
        (lambda: orders.induce.column("x", {"a": 1}, timeout=-1), "timeout: -1 is not a valid number of seconds"),
        (lambda: orders.induce.column("x", {"a": "p", "b": "q"}, inputs=["size"], max_candidates=1), "no program"),
    ):
        with pytest.raises(InputError, match=message):
            call()
