"""What tells behaviours apart: the hash of all values of an entry, and the table of those that are known; compiled."""

from __future__ import annotations

import numpy as np

from .arrays import BankArrays, HashArrays

MIX = np.uint64(0x9E3779B97F4A7C15)


def hash_slice(bank: BankArrays, start, length, state, position):
    """Add a value to a multilinear hash (Thorup, "High speed hashing", section 3), all in uint64."""
    mask = len(bank.random) - 1
    state += np.uint64(length + 1) * bank.random[position & mask]
    for i in range(length):
        state += np.uint64(bank.mem[start + i]) * bank.random[(position + 1 + i) & mask]
    return state


def hash_column(bank: BankArrays, start, examples):
    """The hash of one word for each example, which lie side by side."""
    mask = len(bank.random) - 1
    state = np.uint64(0)
    for e in range(examples):
        place = 2 * e
        state += np.uint64(2) * bank.random[place & mask]
        state += np.uint64(bank.mem[start + e]) * bank.random[(place + 1) & mask]
    return state


def finish_hash(state, type_id):
    """Spread the bits of a hash and make it differ by type; never 0, which marks a free slot."""
    state += np.uint64(type_id + 1) * MIX
    state ^= state >> np.uint64(32)
    state *= np.uint64(0xD6E8FEB86659FD93)
    state ^= state >> np.uint64(32)
    return state if state != np.uint64(0) else MIX


def find_slot(table: HashArrays, key):
    """The slot where `key` is or would be (linear probing)."""
    mask = np.uint64(len(table.keys) - 1)
    slot = key & mask
    while table.keys[slot] != np.uint64(0) and table.keys[slot] != key:
        slot = (slot + np.uint64(1)) & mask
    return slot
