"""The forms of numbers in outputs."""

from __future__ import annotations

from decimal import Decimal

from induce.search.readings.numbers.shown import SHOWN, columns_from, columns_of


def test_grouped_numbers_have_their_values() -> None:
    columns = list(columns_from(["1,234,567.50", "7.25"]))
    assert {column.values for column in columns} == {(Decimal("1234567.50"), Decimal("7.25"))}
    assert columns[0].form.decimals == 2


def test_zeros_in_front_and_signs_belong_to_the_form() -> None:
    (column, *_) = columns_from(["+007", "-120"])
    assert column.values == (Decimal(7), Decimal(-120))
    assert (column.form.width, column.form.plus) == (4, True)


def test_outputs_are_cut_at_their_numbers() -> None:
    columns = list(columns_of(["10-19 of 30", "20-29 of 31"], SHOWN))
    assert [column[0].texts for column in columns] == [("10", "20"), ("19", "29"), ("30", "31")]
    assert not list(columns_of(["1", "none"], SHOWN))


def test_parentheses_around_every_number_are_no_signs() -> None:
    assert {column.values for column in columns_from(["(5)", "3"])} == {(Decimal(-5), Decimal(3))}
    assert not list(columns_from(["(5)", "(3)"]))
