"""Cells of text: which columns hold numbers, and that these come back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.tables.cells.coding import EMPTY
from induce.tables.cells.written import Noted, codings


def names(*cells: str) -> list[str]:
    noted = Noted()
    noted.add(cells)
    return [coding.name for coding in codings(noted)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "20", ""), ["integer", "text"]),
        (("1.5", "2", "-0.25"), ["number", "text"]),
        (("true", "false"), ["truth", "text"]),
        (("007", "8"), ["text"]),
        (("1,5", "2,25", "3", ""), ["number", "text"]),
        (("1,50", "-2,25", "n/a"), ["number", "text"]),
        (("1.50", "2.25", "0.00"), ["number", "text"]),
        (("1.50", "2.5"), ["text"]),
        (("1,50", "2,5"), ["text"]),
        (("1,234", "12,345", "7"), ["text"]),
        (("1,234", "2,345"), ["text"]),
        (("1.5", "2,5"), ["text"]),
        (("+1", "2"), ["text"]),
        (("-0", "2"), ["text"]),
        (("1e3", "2"), ["text"]),
        (("12345678901234567",), ["text"]),
        (("4021", "8810", "9001"), ["text", "integer"]),
        (("1", "n/a", "NA"), ["integer", "text"]),
        (("True", "false"), ["text"]),
        (("", ""), ["integer", "text"]),
    ],
)
def test_a_column_holds_numbers_if_all_are_written_alike(cells: tuple[str, ...], expected: list[str]) -> None:
    assert names(*cells) == expected


@pytest.mark.parametrize(
    ("cells", "value", "expected"),
    [
        (("1.50", "2.25"), 3, "3.00"),
        (("1.50", "2.25"), 0.1234, "0.1234"),
        (("1,50", "2,25"), -0.5, "-0,50"),
        (("1,5", "2,25", "3"), 4.0, "4"),
        (("1,5", "2,25", "3"), 0.00001, "0,00001"),
    ],
)
def test_numbers_are_written_as_the_others_of_the_column(cells: tuple[str, ...], value: float, expected: str) -> None:
    noted = Noted()
    noted.add(cells)
    assert codings(noted)[0].cell(value) == expected


@given(st.lists(st.decimals(-1000, 1000, places=2).map(str)), st.sampled_from(".,"))
def test_prices_come_back_as_they_were(cells: list[str], mark: str) -> None:
    noted = Noted()
    noted.add([cell.replace(".", mark) for cell in cells])
    number = codings(noted)[0]
    for cell in cells:
        written = cell.replace(".", mark)
        assert number.cell(number.value(written)) == written
        assert number.value(written) in (float(cell), written)


@given(st.lists(st.one_of(st.integers(-(10**14), 10**14).map(str), st.decimals(-1000, 1000, places=2).map(str))))
def test_what_is_read_is_written_as_it_was(cells: list[str]) -> None:
    noted = Noted()
    noted.add(cells)
    for coding in codings(noted):
        for cell in cells:
            value = coding.value(cell)
            assert value is EMPTY or coding.cell(value) == cell


def test_what_cannot_be_written() -> None:
    noted = Noted()
    noted.add(["1", "2"])
    integers, text = codings(noted)
    for coding, value in ((integers, 1.5), (integers, "1"), (integers, True), (text, 1), (text, None)):
        with pytest.raises((TypeError, ValueError)):
            coding.cell(value)
