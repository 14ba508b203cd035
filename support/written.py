"""Values as JSON text, also those that JSON has no form for."""

from __future__ import annotations

import json
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any


def json_text(value: Any) -> str:
    """The value as JSON; a decimal is a number of the same digits, a date or time a text as ISO 8601 has it.

    Raises
    ------
    TypeError
        If it holds what JSON has no form for.
    """
    return json.dumps(value, ensure_ascii=False, default=_in_json)


def json_values(value: Any) -> Any:
    """The value, of lists and dictionaries too, made of what JSON has a form for.

    Raises
    ------
    TypeError
        As `json_text`.
    """
    return json.loads(json_text(value))


def _in_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    raise TypeError(f"a {type(value).__name__} has no form in JSON")
