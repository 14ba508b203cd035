"""Numbers in texts: what is written can be read, in every form, and printed Python gives what the reference gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.dsl.primitives import decimals, measures, notations, numerals, rounding

AMOUNTS = st.decimals(-(10**9), 10**9, places=2)
NOISY = st.text("0123456789.,-()$ %KMkhms'\"IVXLivx", max_size=14)


def agrees(text: str, *arguments: Any) -> None:
    """The printed Python gives what the interpreter gives, wherever it gives anything."""
    program = parse(text)
    try:
        expected = program(*arguments)
    except Undefined:
        return
    scope: dict[str, Any] = {}
    exec(program.python(), scope)
    assert scope["solve"](*arguments) == expected


@given(AMOUNTS, st.sampled_from([(",", "."), (".", ","), (" ", "."), ("'", "."), ("\xa0", ",")]))
def test_grouped_numbers_are_read_as_they_were_written(amount: Decimal, marks: tuple[str, str]) -> None:
    mark, point = marks
    text = numerals.grouped(decimals.fixed(amount, 2).replace(".", point), mark)
    plain = text if point == "." else numerals.points_swapped(text)
    assert [Decimal(found) for found in numerals.numerals(plain)] == [amount]


@given(AMOUNTS)
def test_accounted_numbers_are_read_as_they_were_written(amount: Decimal) -> None:
    text = numerals.in_parentheses(numerals.after_sign(numerals.grouped(decimals.fixed(amount, 2), ","), "$"))
    assert [Decimal(found) for found in numerals.numerals(text)] == [amount]


@given(st.integers(-(10**12), 10**12))
def test_lakhs_are_read_as_they_were_written(number: int) -> None:
    text = numerals.grouped_by_lakhs(str(number), ",")
    assert numerals.numerals(text) == [str(number)]


def test_lakhs() -> None:
    assert numerals.grouped_by_lakhs("1234567.5", ",") == "12,34,567.5"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paid $1,234.50 of 2 000", ["1234.50", "2000"]),
        ("(3) 4- -5 − 6 x-7 -$ 8", ["-3", "-4", "-5", "6", "7", "-8"]),
        ("12, 34", ["12", "34"]),
        ("2024-05-17", ["2024", "05", "17"]),
        (".5 5.", [".5", "5"]),
        ("none", []),
    ],
)
def test_numbers_are_found_in_texts(text: str, found: list[str]) -> None:
    assert numerals.numerals(text) == found


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 4))
def test_no_zero_is_negative(number: Decimal, places: int) -> None:
    for text in (decimals.fixed(number, places), decimals.decimal_text(number)):
        assert Decimal(text).is_signed() == (Decimal(text) < 0)


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3), st.sampled_from([1, 2, 5, 25]))
def test_rounded_numbers_are_near_and_on_their_side(number: Decimal, places: int, step: int) -> None:
    unit = Decimal(step).scaleb(-places)
    below, above = rounding.multiple_below(number, step, places), rounding.multiple_above(number, step, places)
    assert below <= number <= above
    assert above - below in (0, unit)
    assert abs(rounding.nearest_multiple(number, step, places) - number) <= unit / 2
    assert abs(rounding.multiple_toward(number, step, places)) <= abs(number)
    assert abs(rounding.multiple_away(number, step, places)) >= abs(number)


def test_a_half_is_rounded_up_or_to_the_even_digit() -> None:
    assert decimals.round_half_up(Decimal("2.675"), 2) == Decimal("2.68")
    assert decimals.round_half_up(Decimal("-0.5"), 0) == -1
    assert decimals.round_half_even(Decimal("0.5"), 0) == 0
    assert decimals.fixed(Decimal("2.5"), 0) == "2"


@pytest.mark.parametrize("text", ["1e999", "9" * 30, "NaN", "Infinity", "1_000", "", "--1"])
def test_what_is_no_number_of_usual_size_is_undefined(text: str) -> None:
    with pytest.raises(Undefined):
        parse("(s: Str) -> without_exponent(s)")(text)


@given(st.integers(1, 3999))
def test_roman_numerals(number: int) -> None:
    assert notations.from_roman(notations.roman(number)) == number
    assert notations.from_roman(notations.roman(number).lower()) == number


@given(st.integers(0, 99))
def test_number_words(number: int) -> None:
    assert notations.word_number(notations.number_word(number)) == number


@given(st.sets(st.integers(0, 60)), st.sampled_from(["-", "..", " to "]))
def test_spans(numbers: set[int], dash: str) -> None:
    assert notations.expanded(notations.spans(sorted(numbers), dash), dash) == sorted(numbers)


@pytest.mark.parametrize(
    ("text", "value"),
    [("9.6M", 9_600_000), ("22k", 22_000), ("$1,500", 1500), ("3 bn", 3 * 10**9), ("-2.5K", -2500), ("7", 7)],
)
def test_short_numbers(text: str, value: int) -> None:
    assert measures.short_number(text) == value


def test_units() -> None:
    assert measures.measured("1 hour 5 min", ["h", "m"], [60, 1]) == 65
    assert measures.measured("1.5 km", ["km", "m"], [1000, 1]) == 1500
    assert measures.in_places("1:02:05", 60) == 3725
    assert measures.byte_count("1.5 MB", 1024) == 1_572_864
    assert measures.byte_unit(Decimal(2048), 1024) == "KB"
    assert measures.in_largest_unit(Decimal(2560), 1024, 5) == Decimal("2.5")
    with pytest.raises(ValueError, match="unpack"):
        measures.measured("5 parsecs", ["h", "m"], [60, 1])


ON_TEXTS = [
    "(s: Str) -> numerals(s)",
    "(s: Str) -> numerals(points_swapped(s))",
    "(s: Str) -> decimal_text(to_decimal(s))",
    "(s: Str) -> decimal_text(scaled(to_decimal(s), -2))",
    '(s: Str) -> in_parentheses(after_sign(grouped(fixed(round_half_up(to_decimal(s), 2), 2), ","), "$"))',
    "(s: Str) -> zero_filled(signed(decimal_text(nearest_multiple(to_decimal(s), 5, 1))), 6)",
    "(s: Str) -> fixed(proportional(offset(to_decimal(s), -32), 5, 9), 1)",
    "(s: Str) -> decimal_text(multiple_away(truncate(to_decimal(s), 1), 2, 0))",
    "(s: Str) -> without_exponent(s)",
    "(s: Str) -> whole(short_number(s))",
    "(s: Str) -> in_places(s, 60)",
    '(s: Str) -> decimal_text(measured(s, ["h", "m"], [60, 1]))',
    "(s: Str) -> decimal_text(byte_count(s, 1024))",
    "(s: Str) -> from_roman(s)",
    "(s: Str) -> word_number(s)",
    '(s: Str) -> expanded(split(s, ","), "-")',
]
ON_INTEGERS = [
    "(n: Int) -> with_commas(n)",
    "(n: Int) -> roman(n)",
    "(n: Int) -> number_word(n)",
    '(n: Int) -> grouped_by_lakhs(to_text(n), " ")',
    "(n: Int) -> concat(fixed(in_largest_unit(decimal(n), 1000, 4), 1), scale_letter(decimal(n)))",
    "(n: Int) -> byte_unit(decimal(n), 1024)",
]


@pytest.mark.parametrize("text", ON_TEXTS)
@settings(deadline=None)
@given(argument=st.one_of(NOISY, AMOUNTS.map(str), st.sampled_from(["1:02:05", "2h30m", "9.6M", "XIV", "forty-two"])))
def test_printed_python_agrees_on_texts(text: str, argument: str) -> None:
    agrees(text, argument)


@pytest.mark.parametrize("text", ON_INTEGERS)
@settings(deadline=None)
@given(argument=st.one_of(st.integers(-50, 5000), st.integers(-(10**15), 10**15)))
def test_printed_python_agrees_on_integers(text: str, argument: int) -> None:
    agrees(text, argument)


@given(st.lists(st.integers(-5, 30), max_size=9))
def test_printed_python_agrees_on_spans(numbers: list[int]) -> None:
    agrees('(xs: List[Int]) -> join(spans(xs, "-"), ",")', numbers)
