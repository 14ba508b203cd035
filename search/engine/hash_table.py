"""The hash table that finds the entry with a behaviour."""

from __future__ import annotations

import numpy as np

from .native import engine


class HashTable:
    """For each slot the hash of a behaviour, 0 where the slot is free, and the entry that has it.

    Parameters
    ----------
    size
        The number of slots, a power of two.
    """

    def __init__(self, size: int) -> None:
        self.keys = np.zeros(size, np.uint64)
        self.entries = np.zeros(size, np.int32)

    def doubled(self) -> HashTable:
        """The same in a table of twice the size."""
        larger = HashTable(2 * len(self.keys))
        engine().rehash(self, larger)
        return larger
