"""Values that are right on some examples."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from ..engine.bank import Bank
from ..engine.compiled.probes import BITS_A_WORD
from ..engine.native import engine
from ..task.budget import Budget
from ..task.goals import Goal

MOST_PROGRAMS, MOST_TRIED = 32, 200_000
"""How many are kept, and how many values are considered."""


@dataclass(frozen=True)
class PartialProgram:
    """An entry of the bank, and the examples that it gets right."""

    entry: int
    right: frozenset[int]


def partial_programs(bank: Bank, goal: Goal, budget: Budget) -> list[PartialProgram]:
    """The cheapest entry for each set of examples that entries get right, unless a cheaper one gets more right."""
    chosen = np.zeros(MOST_PROGRAMS, np.int64)
    bits = np.zeros((MOST_PROGRAMS, -(-bank.examples // BITS_A_WORD)), np.int64)
    began = time.perf_counter()
    count, tried = engine().agreements(
        bank, goal, -1, bank.types[goal.type], budget.at_most(MOST_TRIED), True, chosen, bits
    )
    budget.note("branch", tried, time.perf_counter() - began)
    examples = np.arange(bank.examples)
    right = bits[:count, examples // BITS_A_WORD] >> (examples % BITS_A_WORD) & 1
    return [
        PartialProgram(entry, frozenset(np.flatnonzero(row).tolist()))
        for entry, row in zip(chosen[:count].tolist(), right, strict=True)
    ]
