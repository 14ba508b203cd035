"""Conditions on items: each says of an item what its expression does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from induce import synthesize
from induce.search.strategies.comprehensions.conditions import FIRST_MADE, keys_of

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


@pytest.mark.parametrize("items", [1, 8, 63, 64, 65, 200])
def test_conditions_have_one_key_if_and_only_if_they_hold_for_the_same_items(items: int) -> None:
    one_item, two_items = np.eye(items, dtype=bool), np.eye(items, dtype=bool) | np.roll(np.eye(items, dtype=bool), 1)
    drawn = np.random.default_rng(items).integers(0, 2, (300, items)).astype(bool)
    truths = np.concatenate([one_item, ~one_item, two_items, drawn, drawn])
    keys = keys_of(truths).tolist()
    assert len(set(zip(keys, map(bytes, truths), strict=True))) == len(set(keys)) == len(set(map(bytes, truths)))


def test_a_threshold_that_no_literal_has() -> None:
    result = synthesize(MARKS, inputs=[[12, 99, 70]], timeout=None, max_candidates=1_500_000)
    assert result.predictions == [2]
