"""The hash table of the bank."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.engine.hash_table import HashTable

pytestmark = pytest.mark.bounds

KEYS = st.lists(st.integers(1, 2**64 - 1) | st.integers(1, 40), unique=True, max_size=16)


def slot_of(table: HashTable, key: int) -> int:
    """Where a key is or would be."""
    slot = key % len(table.keys)
    while table.keys[slot] not in (0, key):
        slot = (slot + 1) % len(table.keys)
    return slot


@given(KEYS)
def test_a_table_of_twice_the_size_knows_the_same(keys: list[int]) -> None:
    table = HashTable(32)
    for entry, key in enumerate(keys):
        slot = slot_of(table, key)
        table.keys[slot], table.entries[slot] = key, entry
    larger = table.doubled()
    assert len(larger.keys) == len(larger.entries) == 64
    assert np.count_nonzero(larger.keys) == len(keys)
    assert [int(larger.entries[slot_of(larger, key)]) for key in keys] == list(range(len(keys)))
