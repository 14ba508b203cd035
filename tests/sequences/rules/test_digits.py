"""Integers of any length as text."""

from __future__ import annotations

import sys

import pytest

from induce.sequences.rules.digits import all_digits, brief, shown


def test_the_limit_of_python_is_as_before() -> None:
    before = sys.get_int_max_str_digits()
    with all_digits():
        assert len(str(10**5_000)) == 5_001
    assert sys.get_int_max_str_digits() == before
    with pytest.raises(ZeroDivisionError), all_digits():
        _ = 1 // 0
    assert sys.get_int_max_str_digits() == before


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-12, "-12"),
        (10**59, "1" + "0" * 59),
        (-(10**60), "-1" + "0" * 18 + "..." + "0" * 20 + " (61 digits)"),
        (2.5, "2.5"),
        (1 / 3, "0.333333"),
    ],
)
def test_terms_are_abridged_where_they_are_very_long(value: int | float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(123_456_789, "123456789"), (1_234_567_890, "1.23e+9"), (1 / 3, "0.3333")],
)
def test_brief_terms(value: int | float, text: str) -> None:
    assert brief(value) == text


def test_integers_that_python_does_not_print() -> None:
    assert shown(10**9_999 + 7) == "1" + "0" * 19 + "..." + "0" * 19 + "7 (10,000 digits)"
    assert brief(-(10**5_000)) == "-1.00e+5000"
