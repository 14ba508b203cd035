"""Workbooks that cannot be read, or are too large once unpacked."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from induce.support.errors import InputError
from induce.tables.formats import workbook
from induce.tables.formats.workbook import WorkbookTable


def written(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "out"], ["a", "A"], ["b", None]):
        sheet.append(row)
    book.save(path)
    return path


def test_a_part_that_is_not_xml_is_told(tmp_path: Path) -> None:
    whole, broken = written(tmp_path / "whole.xlsx"), tmp_path / "broken.xlsx"
    with ZipFile(whole) as parts, ZipFile(broken, "w") as copy:
        for name in parts.namelist():
            copy.writestr(name, b"<sheet" if name.endswith("sheet1.xml") else parts.read(name))
    with pytest.raises(InputError, match=r"broken.xlsx: cannot be read: .*; expected an Excel workbook"):
        WorkbookTable(broken)


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("MOST_UNPACKED", "bytes once unpacked; expected at most 5"),
        ("MOST_CELLS", "6 cells from the first"),
    ],
)
def test_what_is_large_once_unpacked_is_refused(
    limit: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "table.xlsx")
    assert WorkbookTable(path).names == ("name", "out")
    monkeypatch.setattr(workbook, limit, 5)
    with pytest.raises(InputError, match=told):
        WorkbookTable(path)
