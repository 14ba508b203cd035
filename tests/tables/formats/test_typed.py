"""Workbooks and Parquet files: the filled column, and everything else as it was."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl.styles import Font

from induce.tables.filling import Request, fill
from induce.tables.learning.choosing import Budget

BUDGET = Budget(None, 20_000)


def _warn(message: str) -> None:
    pytest.fail(message)


ORDERS = [
    ("007", 1, 2.5, 2.5), ("008", 3, 1.25, 3.75), ("019", 10, 0.5, 5), ("020", 4, 2.2, None), ("021", 4, "n/a", None),
    ("022", 2, 3, None), ("023", 6, 1.5, None),
]  # fmt: skip


def test_a_workbook_keeps_what_it_has(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["code", "day", "count", "price", "total", "=1+1"])
    for code, count, price, total in ORDERS:
        sheet.append([code, datetime.datetime(2021, 5, 3), count, price, total, f"=C{sheet.max_row + 1}*2"])
    sheet["A2"].font = Font(bold=True)
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("other").append([1])
    path = tmp_path / "t.xlsx"
    book.save(path)
    filled = fill(Request(path, column="total", budget=BUDGET), warn=_warn)
    assert filled.learnt is not None
    assert filled.learnt.names == ("count", "price")
    after = openpyxl.load_workbook(tmp_path / "t.filled.xlsx")
    assert after.sheetnames == ["Sheet", "other"]
    rows = list(after["Sheet"].iter_rows(min_row=2, values_only=True))
    assert [row[4] for row in rows] == [2.5, 3.75, 5, 8.8, None, 6, 9]
    assert (rows[0][0], rows[0][5], after["Sheet"]["A2"].font.b) == ("007", "=C2*2", True)
    assert after["Sheet"].column_dimensions["A"].width == 33


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["a", "b"], ["x", "=x"], ["y", "=y"], ["zz", None]):
        sheet.append(row)
    for place in ("B2", "B3"):
        sheet[place].data_type = "s"
    book.save(tmp_path / "t.xlsx")
    fill(Request(tmp_path / "t.xlsx", budget=BUDGET), warn=_warn)
    cell = openpyxl.load_workbook(tmp_path / "t.filled.xlsx")["Sheet"]["B4"]
    assert (cell.value, cell.data_type) == ("=zz", "s")


def test_a_formula_without_a_known_value_stays(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["a", "b"], ["x", "X"], ["y", "Y"], ["z", "=A4"], ["w", None]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    fill(Request(tmp_path / "t.xlsx", budget=BUDGET), warn=_warn)
    after = openpyxl.load_workbook(tmp_path / "t.filled.xlsx")["Sheet"]
    assert [after["B4"].value, after["B5"].value] == ["=A4", "W"]


def table() -> pa.Table:
    """A table of columns of many types, whose last ones are to be filled."""
    count = 60
    days = [datetime.date(2021, 1, 1) + datetime.timedelta(i) for i in range(count)]
    return pa.table(
        {
            "day": pa.array(days),
            "when": pa.array([datetime.datetime(2021, 1, 1)] * count, pa.timestamp("ns", "Europe/Paris")),
            "price": pa.array([None if i == 50 else Decimal(i) / 4 for i in range(count)], pa.decimal128(9, 2)),
            "tags": pa.array([["a", None]] * count),
            "word": pa.array([f"w{i}" for i in range(count)]).dictionary_encode(),
            "year": pa.array([2021 if i < 3 else None for i in range(count)], pa.int16()),
            "loud": pa.array([f"W{i}" if i < 3 else None for i in range(count)]).dictionary_encode(),
        },
        metadata={"own": "yes"},
    )


def test_parquet_keeps_types_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(table(), path, compression="zstd")
    before = pq.read_table(path)
    for column in ("loud", "year"):
        fill(Request(path, column=column, in_place=True, budget=BUDGET), warn=_warn)
    after = pq.read_table(path)
    assert after.schema.equals(before.schema, check_metadata=True)
    assert after["loud"].to_pylist() == [f"W{i}" for i in range(60)]
    assert after["year"].to_pylist() == [2021] * 60
    assert after.drop_columns(["loud", "year"]).equals(before.drop_columns(["loud", "year"]))
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"


def test_a_new_column_of_parquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(table(), path)
    examples = ("2021-01-01=>Jan 2021", "2021-02-05=>Feb 2021")
    request = Request(path, to="month", examples=examples, sources=("day",), budget=BUDGET)
    filled = fill(request, warn=_warn)
    assert filled.written == tmp_path / "t.filled.parquet"
    after = pq.read_table(filled.written)
    assert after["month"].to_pylist()[-1] == "Mar 2021"
    assert after.drop_columns("month").equals(table())
