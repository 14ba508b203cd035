"""Relations between two values: those that hold, for each pair as if it were alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.types import BOOL, INT, STR, list_of
from induce.guide.runtime import relations
from induce.guide.runtime.relations import POSITIONS, PROPERTIES, RELATIONS, properties_of, relations_of
from induce.guide.runtime.sequences import WIDTH, sequences

INTS, ROWS = list_of(INT), list_of(list_of(INT))
VALUES = st.one_of(
    st.tuples(st.lists(st.integers(-300, 300), max_size=40), st.just(INTS)),
    st.tuples(st.integers(-(2**53), 2**53), st.just(INT)),
    st.tuples(st.text(max_size=40), st.just(STR)),
    st.tuples(st.lists(st.lists(st.integers(-9, 9), max_size=5), max_size=12), st.just(ROWS)),
    st.tuples(st.booleans(), st.just(BOOL)),
)
SMALL = st.lists(st.integers(-9, 9), max_size=WIDTH)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=6))
def test_features_are_finite_small_and_those_of_each_pair_alone(pairs: list[tuple[Any, Any]]) -> None:
    together = properties_of(sequences([a for a, _ in pairs]), sequences([b for _, b in pairs]))
    assert together.shape == (len(pairs), PROPERTIES)
    assert np.isfinite(together).all()
    assert np.abs(together).max() <= 1
    for row, (a, b) in zip(together, pairs, strict=True):
        assert (properties_of(sequences([a]), sequences([b]))[0] == row).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-9, 9), max_size=WIDTH), st.lists(st.integers(-9, 9), max_size=WIDTH))
def test_properties_say_what_holds(xs: list[int], ys: list[int]) -> None:
    value, output = sequences([(xs, INTS)]), sequences([(ys, INTS)])
    type_ids, lengths = relations._kinds(value, output), relations._lengths(value, output)
    assert sum(channel[0] for channel in type_ids) == 2
    assert lengths[0][0] == (len(xs) == len(ys))
    contents = relations._contents(value, output)
    assert contents[3][0] == (xs == ys)
    assert contents[4][0] == pytest.approx(
        (len(xs) == len(ys)) * sum(a == b for a, b in zip(xs[::-1], ys, strict=False)) / max(len(ys), 1)
    )
    assert contents[5][0] == pytest.approx(sum(y in xs for y in ys) / max(len(ys), 1))
    assert contents[6][0] == pytest.approx(sum(x in ys for x in xs) / max(len(xs), 1))
    assert contents[7][0] == (sorted(xs) == sorted(ys))
    orders = relations._orders(value, output)
    assert orders[0][0] == (xs == sorted(xs))
    assert orders[4][0] == (ys == sorted(ys)[::-1])
    assert orders[5][0] == (len(set(ys)) == len(ys))
    numbers = relations._numbers(value, output)
    assert numbers[5][0] == (sum(xs) == sum(ys))
    assert numbers[9][0] == (len(ys) == 1 and ys[0] == sum(xs))


@settings(max_examples=60, deadline=None)
@given(SMALL, SMALL, SMALL)
def test_relations_say_what_is_true_of_each_item(xs: list[int], ys: list[int], out: list[int]) -> None:
    first, second, output = (sequences([(one, INTS)]) for one in (xs, ys, out))
    (found,) = relations_of(first, second, output)
    assert found.shape == (WIDTH, RELATIONS)
    assert np.abs(found).max(initial=0) <= 1
    for place, item in enumerate(out):
        row = found[place]
        assert row[2] == (item in xs)
        assert row[3] == (xs.count(item) > 1)
        assert row[5] == (place > 0 and item == out[place - 1])
        assert row[7] == (item in out[:place])
        assert row[11] == (item in ys)
        assert row[15] == (item == place)
        assert row[17] == (item == 0)
        assert row[0] == (item == xs[place] if place < len(xs) else item == 0)
        shifted = place + len(xs) - len(out)
        assert row[1] == (0 <= shifted < len(xs) and item == xs[shifted]), "both end together"
    assert not found[len(out) :, :-POSITIONS].any(), "behind the end nothing is true"
