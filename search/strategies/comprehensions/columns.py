"""Vectors of an item-level bank: what entries of one type are for each item."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Column:
    """Entries of one type: their costs, ascending, and their values.

    Parameters
    ----------
    values
        (entries, rows): int64 for integers, bool for truth values, object for texts.
    """

    entries: np.ndarray
    costs: np.ndarray
    values: np.ndarray

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def parts(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Entries, costs and values."""
        return self.entries, self.costs, self.values

    def cheapest(self, count: int) -> Column:
        """The first so many of the entries."""
        return Column(self.entries[:count], self.costs[:count], self.values[:count])

    def chosen(self, which: np.ndarray) -> Column:
        """Some of the entries."""
        return Column(self.entries[which], self.costs[which], self.values[which])
