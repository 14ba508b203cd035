"""What cells look like."""

from __future__ import annotations

from induce.tables.cells.shapes import shape


def test_runs() -> None:
    assert shape("Room 12") == shape("hall 7") == "a 9"
    assert shape("2021-05-03") == "9-9-9"
    assert shape("José") != shape("Jose")
    assert shape("Москва") != shape("東京") != shape("Tokyo")
    assert shape("a, b. c; d (e) f") == shape("(x); y, z. w v.")
    assert (shape(3), shape(-3), shape(2.5), shape(True), shape(None)) == ("9", "-9", "9.9", "", "")
