"""Values as JSON text."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from induce.support.written import json_text, json_values


def test_decimals_are_written_with_their_digits() -> None:
    assert json_text([Decimal("0.1"), Decimal("19.99"), 3, "é", None]) == '[0.1, 19.99, 3, "é", null]'


def test_values_of_json() -> None:
    assert json_values({"a": [Decimal("2.5")], "b": (1,)}) == {"a": [2.5], "b": [1]}


def test_what_json_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError, match="timedelta has no form"):
        json_text([timedelta(1)])
