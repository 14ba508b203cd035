"""Entries by their items in any order, where deduction says no more than that about an argument."""

from __future__ import annotations

import time

import numpy as np

from ...engine.hash_table import HashTable
from ...engine.instances import Instance, encode_instances
from ...engine.native import engine
from ..context.context import SearchContext

MOST_ENTRIES = 100_000
"""How many of the cheapest entries of a type are known by their items."""


class Multisets(HashTable):
    """A hash table of what an ordering makes of the cheapest entries of a bank, as it is now."""

    def __init__(self, context: SearchContext, ordering: Instance) -> None:
        bank, budget = context.bank, context.budget
        type_id = bank.types[ordering.result]
        starts, ends = bank.segments[:, type_id].T
        most = min(int((ends - starts).sum()), budget.at_most(MOST_ENTRIES))
        super().__init__(1 << (2 * most + 1).bit_length())
        began = time.perf_counter()
        tried = engine().enter_applied(
            bank, self, context.kernels, encode_instances((ordering,))[0],
            0, type_id, most, np.zeros(bank.examples, np.int64),
        )  # fmt: skip
        budget.note("deduce", tried, time.perf_counter() - began)
