"""Columns of Polars, filled: values, types and doubts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import induce.with_polars  # noqa: F401 - registers the namespace
from induce import InputError, parse

LIMIT: dict[str, Any] = {"max_candidates": 20_000}


@pytest.fixture
def orders() -> Any:
    """A frame whose columns have many types."""
    moments = [datetime(2024, 1, 30 + i % 2, 8, 30, tzinfo=ZoneInfo("Europe/Paris")) for i in range(5)]
    return pl.DataFrame(
        {
            "name": ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Émile Zola", None],
            "count": pl.Series([1, 3, 10, 4, 2], dtype=pl.UInt8),
            "price": [2.5, 1.25, 0.5, 2.0, 1.0],
            "total": pl.Series([2.5, 3.75, 5.0, None, None], dtype=pl.Float32),
            "at": pl.Series(moments, dtype=pl.Datetime("ms", "Europe/Paris")),
            "day": [date(2024, 1, 29) + timedelta(i) for i in range(5)],
            "size": pl.Series(["S", "L", "S", "L", "S"], dtype=pl.Enum(["S", "L"])),
        }
    )


def test_a_column_that_is_filled_in_part(orders: Any) -> None:
    filled = orders.induce.fill("total", **LIMIT)
    assert filled.inputs == ("count", "price")
    assert_frame_equal(filled.frame, orders.with_columns(pl.Series("total", [2.5, 3.75, 5.0, 8.0, 2.0], pl.Float32)))
    assert filled.doubts.to_dicts() == [{"row": 3, "doubt": "format"}, {"row": 4, "doubt": "format"}]
    assert orders["total"].null_count() == 2
    assert "def solve(count: int, price: float)" in filled.code


def test_a_new_column_by_positions(orders: Any) -> None:
    filled = orders.induce.column("surname", {0: "Lovelace", 1: "Hopper"}, inputs=["name"], **LIMIT)
    assert filled.column.to_list() == ["Lovelace", "Hopper", "Turing", "Zola", None]
    assert filled.column.dtype == pl.String
    assert filled.frame.columns == [*orders.columns, "surname"]
    assert filled.doubts.filter(row=4)["doubt"].to_list() == ["missing"]


def test_days_and_enumerations(orders: Any) -> None:
    frame = orders.with_columns(
        next=pl.Series([date(2024, 1, 30), date(2024, 1, 31), date(2024, 2, 1), None, None]),
        same=pl.Series(["S", "L", "S", None, None], dtype=pl.Enum(["S", "L"])),
    )
    filled = frame.induce.fill("next", inputs=["day"], **LIMIT)
    assert filled.column.to_list() == [day + timedelta(1) for day in orders["day"]]
    filled = frame.induce.fill("same", inputs=["size"], **LIMIT)
    assert (filled.column.dtype, filled.column.to_list()) == (orders["size"].dtype, orders["size"].to_list())


def test_a_series_and_an_expression() -> None:
    names: Any = pl.Series("name", ["Ada Lovelace", "Grace Hopper", "Cher X", None])
    filled = names.induce.map({0: "ADA LOVELACE", 1: "GRACE HOPPER"}, **LIMIT)
    assert filled.column.to_list() == ["ADA LOVELACE", "GRACE HOPPER", "CHER X", None]
    name: Any = pl.col("name")
    frame = names.to_frame().lazy().with_columns(loud=name.induce.apply(filled.program, pl.String))
    assert frame.collect()["loud"].to_list() == filled.column.to_list()
    number: Any = pl.col("n")
    divided = number.induce.apply(parse("(n: Int) -> 12 // n"), pl.Int64)
    assert pl.DataFrame({"n": [4, 0]}).select(divided)["n"].to_list() == [3, None]


def test_errors(orders: Any) -> None:
    calls: tuple[tuple[Callable[[], Any], str], ...] = (
        (lambda: orders.induce.fill("none"), "column: no column 'none'"),
        (lambda: orders.induce.fill("day"), "column: every cell of day is filled"),
        (lambda: orders.induce.column("day", {0: 1}), "name: there is a column 'day'"),
        (lambda: orders.induce.column("x", {9: 1}), "examples: 9 is not a row; expected a position from 0 to 4"),
        (lambda: orders.induce.column("x", ["A"]), "examples: .* is not a mapping"),
    )
    for call, message in calls:
        with pytest.raises(InputError, match=message):
            call()
