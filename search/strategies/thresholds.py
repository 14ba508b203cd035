"""Conditions whose constant is not among the literals: thresholds between the values that an entry has.

They are the tests on numeric attributes of decision trees (Quinlan, "Induction of decision trees",
Machine Learning 1986; for synthesis Alur, Radhakrishna, Udupa, TACAS 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.patience import look
from ...dsl.core.types import DECIMAL, INT, Type
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost
from ..engine.bank import Bank
from .context.bounds import bound_in

MOST_ENTRIES = 200
"""How many entries get thresholds, the cheapest ones."""
MOST_TRUTHS = 10_000_000
"""How many truth values are worked out: of conditions that are tried, times examples."""
LEAST_CONSTANT_COST = 4
"""Cheaper constants are literals of every search, and their conditions are in the bank."""


@dataclass(frozen=True)
class Threshold:
    """Whether an entry is greater than a constant, or equal to it if the comparison is `le`."""

    entry: int
    comparison: str
    constant: Literal
    cost: int

    def expression(self, operand: Expression) -> Expression:
        """The condition on the entry's expression."""
        return call(BUILTIN.searched[self.comparison], self.constant, operand)


@dataclass(frozen=True)
class Thresholds:
    """Conditions, and for each of E examples whether it is true there: bool, (conditions, E)."""

    chosen: list[Threshold]
    truths: np.ndarray


def thresholds_of(bank: Bank) -> Thresholds:
    """The cheapest conditions of each behaviour over the cheapest integers and decimals."""
    found: dict[bytes, tuple[Threshold, np.ndarray]] = {}
    types = [type_ for type_ in (INT, DECIMAL) if type_ in bank.types]
    every = chain.from_iterable(_all_thresholds(bank, type_) for type_ in types)
    for threshold, row in islice(every, MOST_TRUTHS // bank.examples):
        key = row.tobytes()
        if key not in found or threshold.cost < found[key][0].cost:
            found[key] = threshold, row
    truths = np.array([row for _, row in found.values()], np.bool_).reshape(len(found), bank.examples)
    return Thresholds([threshold for threshold, _ in found.values()], truths)


def _all_thresholds(bank: Bank, type_: Type) -> Iterator[tuple[Threshold, np.ndarray]]:
    every = [np.arange(level.start, level.stop) for level in bank.levels(type_)]
    entries = np.concatenate([np.zeros(0, np.int64), *every])[:MOST_ENTRIES]
    values = bank.mem[bank.starts(entries)].T
    for entry, cost, row in zip(entries.tolist(), bank.costs_of(entries).tolist(), values, strict=True):
        look()
        for low, high in pairwise(np.unique(row).tolist()):
            name, constant = bound_in(low, high, type_, is_above=True)
            more = constant_cost(constant.value, type_)
            if more >= LEAST_CONSTANT_COST:
                yield Threshold(entry, name, constant, BUILTIN.searched[name].cost + cost + more), row > low
