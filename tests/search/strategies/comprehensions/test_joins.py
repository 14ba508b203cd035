"""Joins against trying one pair after another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.strategies.comprehensions.joins import Join, first, largest, last, pairs, products, smallest, sums

ONE_BY_ONE: dict[Join, Callable[[list[int]], int]] = {
    sums: sum,
    products: prod,
    largest: max,
    smallest: min,
    first: lambda values: values[0],
    last: lambda values: values[-1],
}

NONE = 1000


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[bool]], list[list[int]], list[int]]:
    lengths = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3))
    rows = sum(lengths)
    conditions = draw(st.lists(st.lists(st.booleans(), min_size=rows, max_size=rows), min_size=1, max_size=5))
    values = st.lists(st.integers(-3, 3), min_size=rows, max_size=rows)
    return conditions, draw(st.lists(values, min_size=1, max_size=5)), lengths


@pytest.mark.parametrize("join", list(ONE_BY_ONE), ids=lambda join: join.__name__)
@given(table=tables(), chosen=st.integers(0, 24), most_cost=st.integers(1, 12))
def test_a_join_finds_what_trying_finds(
    join: Join, table: tuple[list[list[bool]], list[list[int]], list[int]], chosen: int, most_cost: int
) -> None:
    conditions, functions, lengths = table
    ends = np.cumsum([0, *lengths]).tolist()
    spans = [slice(start, end) for start, end in pairwise(ends)]

    def summed(condition: list[bool], function: list[int]) -> list[int]:
        kept = [[y for x, y in zip(condition[span], function[span], strict=True) if x] for span in spans]
        return [ONE_BY_ONE[join](values) if values or join in (sums, products) else NONE for values in kept]

    wanted = summed(conditions[chosen % len(conditions)], functions[chosen % len(functions)])
    if NONE in wanted:
        return
    expected = {
        (p, f)
        for p, condition in enumerate(conditions)
        for f, function in enumerate(functions)
        if summed(condition, function) == wanted and p + f + 2 < most_cost
    }
    costs = np.arange(1, len(conditions) + 1), np.arange(1, len(functions) + 1)
    found = list(
        pairs(join, np.array(conditions, bool), np.array(functions, np.int64), spans, wanted, costs, most_cost)
    )
    assert set(found) == expected
    assert len(found) == len(expected)
    assert [p + f for p, f in found] == sorted(p + f for p, f in found)
