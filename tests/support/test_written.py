"""Values as JSON text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from induce.support.written import json_text, json_values


def test_decimals_are_written_with_their_digits() -> None:
    assert json_text([Decimal("0.1"), Decimal("19.99"), 3, "é", None]) == '[0.1, 19.99, 3, "é", null]'


def test_values_of_json() -> None:
    assert json_values({"a": [Decimal("2.5")], "b": (1,)}) == {"a": [2.5], "b": [1]}


def test_what_json_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError, match="complex has no form"):
        json_text([1j])


def test_dates_and_times_are_texts() -> None:
    values = [date(2021, 3, 5), time(9, 30), datetime(2021, 3, 5, 9, 30), timedelta(hours=26)]
    assert json_values(values) == ["2021-03-05", "09:30:00", "2021-03-05T09:30:00", "1 day, 2:00:00"]
