"""Columns: entries with their costs and values, which stay together."""

from __future__ import annotations

import numpy as np

from induce.search.strategies.comprehensions.columns import Column

COLUMN = Column(np.array([7, 8, 9]), np.array([1, 2, 4]), np.array([[1, 0], [0, 1], [1, 1]], bool))


def test_the_cheapest_are_the_first() -> None:
    assert COLUMN.cheapest(2).entries.tolist() == [7, 8]
    assert len(COLUMN.cheapest(9)) == len(COLUMN) == 3


def test_what_is_chosen_keeps_its_cost_and_values() -> None:
    entries, costs, values = COLUMN.chosen(np.array([True, False, True])).parts
    assert (entries.tolist(), costs.tolist(), values.tolist()) == ([7, 9], [1, 4], [[True, False], [True, True]])
