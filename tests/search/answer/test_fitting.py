"""What is made of given inputs is of their types, and within the bounds of the language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from induce.search.answer.fitting import types_in
from induce.search.answer.question import inputs_like

LARGEST = Decimal("9007199254.740992")
GIVEN: dict[str, list[tuple[Any, ...]]] = {
    "decimals at the edge": [(LARGEST,), (Decimal("1.5"),)],
    "in lists": [([LARGEST, Decimal(2)],), ([],)],
    "tuples that look like lists": [([2, None, 257],), ([-1, True, 3],)],
    "values that may be missing": [([None],), ([3],)],
    "any kind": [([1, "a"],), (["b"],)],
}


@pytest.mark.parametrize("name", GIVEN)
def test_what_is_made_goes_with_what_is_given(name: str) -> None:
    given = GIVEN[name]
    made = inputs_like(given)
    assert made
    for inputs in made:
        assert types_in([*given, inputs]) == types_in(given), inputs
        assert all(abs(x) <= LARGEST for value in inputs for x in _decimals(value))


def _decimals(value: Any) -> list[Decimal]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, Decimal)]
