"""Values as rows of integers: as they are in Python, and as the bank holds them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.layout import encode
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.guide.runtime.productions import type_class_of
from induce.guide.runtime.sequences import SEPARATOR, WIDTH, Sequences, flattened, from_words, sequences

from ...strategies import values

INTS, ROWS, TEXTS = list_of(INT), list_of(list_of(INT)), list_of(STR)
TYPES = (BOOL, INT, STR, INTS, list_of(BOOL), ROWS, TEXTS)


def same(one: Sequences, other: Sequences) -> bool:
    return all((getattr(one, name) == getattr(other, name)).all() for name in ("items", "lengths", "rows", "kinds"))


@pytest.mark.parametrize("type_", TYPES, ids=str)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_words_of_a_bank_are_read_as_the_values_are(type_: Type, data: st.DataObject) -> None:
    some = data.draw(st.lists(values(type_), min_size=1, max_size=4))
    words = [encode(value, type_) for value in some]
    room = max(map(len, words)) + 1
    padded = np.array([[*one, *[0] * (room - len(one))] for one in words], np.int64)
    found = from_words(type_, padded, np.array([len(one) for one in words]))
    assert same(found, sequences([(value, type_) for value in some]))


@pytest.mark.parametrize(
    ("value", "type_", "items", "rows"),
    [
        (7, INT, [7], 1),
        (True, BOOL, [1], 1),
        ("ab", STR, [97, 98], 2),
        ([3, -1], INTS, [3, -1], 2),
        ([[1, 2], [], [3]], ROWS, [1, 2, 3], 3),
        (["a", "bc"], TEXTS, [97, 98, 99], 2),
        ([], ROWS, [], 0),
    ],
)
def test_a_value_is_its_items_one_after_another(value: Any, type_: Type, items: list[int], rows: int) -> None:
    found = sequences([(value, type_)])
    assert found.items[0].tolist() == [*items, *[0] * (WIDTH - len(items))]
    assert (found.lengths[0], found.rows[0], found.kinds[0]) == (len(items), rows, type_class_of(type_))
    assert found.present[0].sum() == len(items)


def test_rows_may_be_separated() -> None:
    assert flattened([[1, 2], [], [3]], ROWS, separated=True) == [1, 2, SEPARATOR, SEPARATOR, 3]
    assert flattened(["a", "b"], TEXTS, separated=True) == [97, SEPARATOR, 98]
    assert flattened([1, 2], INTS, separated=True) == [1, 2]


def test_of_a_long_value_the_first_items_are_seen_and_its_length_is_known() -> None:
    found = sequences([(list(range(100)), INTS), ([5], INTS)])
    assert found.items[0].tolist() == list(range(WIDTH))
    assert found.lengths.tolist() == [100, 1]
    assert found.present.sum(axis=1).tolist() == [WIDTH, 1]
    short = found.cut(4)
    assert short.items.tolist() == [[0, 1, 2, 3], [5, 0, 0, 0]]
    assert short.present.sum(axis=1).tolist() == [4, 1]
    assert found.take(np.array([1])).items[0, 0] == 5
