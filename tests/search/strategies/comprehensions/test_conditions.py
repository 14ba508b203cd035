"""Conditions on items: each says of an item what its expression does."""

from __future__ import annotations

from typing import Any

from induce import synthesize
from induce.search.strategies.comprehensions.conditions import FIRST_MADE

from .banks import items_of
from .test_items import of_rows

MARKS: list[tuple[Any, Any]] = [([68, 42, 49, 86, 97], 3), ([63, 51, 66, 84, 82, 39], 5), ([84, 62, 41, 79, 56], 4)]


def test_conditions_that_are_made_say_what_their_expressions_do() -> None:
    items = items_of(MARKS)
    made = [index for index, entry in enumerate(items.conditions.entries) if entry >= FIRST_MADE]
    assert len(made) > 50
    for index in made[:: len(made) // 40]:
        entry = int(items.conditions.entries[index])
        assert list(items.conditions.values[index]) == of_rows(items, entry), str(items.expression(entry))


def test_the_cheapest_come_first_and_none_twice() -> None:
    conditions = items_of(MARKS).conditions
    assert list(conditions.costs) == sorted(conditions.costs)
    assert len({row.tobytes() for row in conditions.values}) == len(conditions)


def test_a_threshold_that_no_literal_has() -> None:
    result = synthesize(MARKS, inputs=[[12, 99, 70]], timeout=None, max_candidates=1_500_000)
    assert result.predictions == [2]
