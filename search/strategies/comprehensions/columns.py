"""Vectors of an item-level bank: what entries of one type are for each item."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from ....dsl.core.types import BOOL, INT, Type
from ...engine.bank import Bank


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


def column_of(bank: Bank, type_: Type, *, most: int) -> Column:
    """The cheapest entries of a type in a bank whose examples are items, at most so many."""
    entries = np.array(list(islice(chain.from_iterable(bank.levels(type_)), most)), np.int64)
    costs = bank.costs_of(entries) if len(entries) else np.zeros(0, np.int64)
    if type_ in (INT, BOOL):
        values = bank.mem[bank.starts(entries)].T
        return Column(entries, costs, values.astype(bool) if type_ == BOOL else values)
    values = np.empty((len(entries), bank.examples), object)
    for number, entry in enumerate(entries.tolist()):
        values[number] = bank.values(entry, type_)
    return Column(entries, costs, values)
