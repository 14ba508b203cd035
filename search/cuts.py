"""Conditions with a constant that no literal suggests: thresholds between the values that an entry has.

They are the tests on numeric attributes of decision trees (Quinlan, "Induction of decision trees",
Machine Learning 1986; for synthesis Alur, Radhakrishna, Udupa, TACAS 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..dsl.expression import Expression, Literal, call
from ..dsl.table import primitives
from ..dsl.types import INT, list_of
from .bank import Bank
from .constants import roundest
from .literals import integer_cost

MOST_ENTRIES = 200
"""Entries that are cut, the cheapest ones."""
LEAST_CONSTANT_COST = 4
"""Cheaper constants are literals of every search, and their conditions are in the bank."""


@dataclass(frozen=True)
class Cut:
    """Whether an entry is greater than a constant."""

    entry: int
    constant: int
    cost: int

    def expression(self, operand: Expression) -> Expression:
        """The condition on the entry's expression."""
        return call(primitives()["lt"], Literal(self.constant, INT), operand)


@dataclass(frozen=True)
class Cuts:
    """Conditions, and for each of P places whether it is true there: bool, (conditions, P)."""

    chosen: list[Cut]
    truths: np.ndarray


def cuts_of(bank: Bank, lengths: np.ndarray, *, by_example: bool) -> Cuts:
    """The cheapest conditions of each behaviour over the cheapest entries.

    Parameters
    ----------
    lengths
        Of the goal in the examples: so many items have the lists that are cut.
    by_example
        Whether integers are cut instead of lists; the places are then the examples.
    """
    found: dict[bytes, tuple[Cut, np.ndarray]] = {}
    for cut, truths in _all_cuts(bank, lengths, by_example=by_example):
        key = np.packbits(truths).tobytes()
        if key not in found or cut.cost < found[key][0].cost:
            found[key] = cut, truths
    places = len(lengths) if by_example else int(lengths.sum())
    chosen = [cut for cut, _ in found.values()]
    return Cuts(chosen, np.array([truths for _, truths in found.values()], np.bool_).reshape(len(chosen), places))


def _all_cuts(bank: Bank, lengths: np.ndarray, *, by_example: bool) -> Iterator[tuple[Cut, np.ndarray]]:
    applied = primitives()["lt"].cost
    entries = _entries(bank, lengths, by_example=by_example)
    values = bank.words(entries, np.ones_like(lengths) if by_example else lengths)
    for entry, cost, row in zip(entries.tolist(), bank.costs_of(entries).tolist(), values, strict=True):
        steps = np.unique(row).tolist()
        for low, high in pairwise(steps):
            constant = roundest(low, high - 1)
            more = integer_cost(constant)
            if more >= LEAST_CONSTANT_COST:
                yield Cut(entry, constant, applied + cost + more), row > low


def _entries(bank: Bank, lengths: np.ndarray, *, by_example: bool) -> np.ndarray:
    """The entries that are cut."""
    type_ = INT if by_example else list_of(INT)
    if type_ not in bank.types:
        return np.zeros(0, np.int64)
    found: list[int] = []
    for level in bank.levels(type_):
        entries = np.arange(level.start, level.stop)
        if not by_example:
            entries = entries[(bank.lengths[:, entries] == lengths[:, None]).all(axis=0)]
        found += entries[: MOST_ENTRIES - len(found)].tolist()
        if len(found) >= MOST_ENTRIES:
            break
    return np.array(found, np.int64)
