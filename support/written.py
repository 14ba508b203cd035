"""Values as JSON text, also those that JSON has no form for."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any


def json_text(value: Any) -> str:
    """The value as JSON; a decimal is a number of the same digits.

    Raises
    ------
    TypeError
        If it holds what JSON has no form for.
    """
    return json.dumps(value, ensure_ascii=False, default=_in_json)


def _in_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"a {type(value).__name__} has no form in JSON")
