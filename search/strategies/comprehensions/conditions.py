"""What is true of some items and not of others: conditions of the bank, thresholds, and two of them together.

The bank has the comparisons with its literals. Where a number is above another constant follows from the numbers
themselves, as in decision trees (Quinlan, "Induction of decision trees", Machine Learning 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.types import INT
from ....dsl.language.language import BUILTIN
from ...cost.literals import constant_cost
from ...engine.compiled.hashing import MIX
from ...readings.scene.applying import applied
from ..context.bounds import bound_in
from .columns import Column

MOST_CONDITIONS = 8000
"""So many conditions are looked at, pairs among them, the cheapest first."""
FIRST_MADE = 1 << 32
"""Entries from this number on are made here of those of the bank."""
MOST_NUMBERS, MOST_THRESHOLDS = 12, 40
"""So many numbers of an item are compared with constants, and with so many of these."""
LEAST_CONSTANT_COST = 4
"""Cheaper constants are literals of every bank, which has their conditions."""

Side = int | Literal
Made = tuple[str, Side, Side]
"""A condition as a primitive and its arguments, which are entries or constants."""


@dataclass(frozen=True)
class Joint:
    """A way to put two conditions together: the primitive, and what it does to vectors."""

    name: str
    holds: Callable[[np.ndarray, np.ndarray], np.ndarray]


JOINTS = (Joint("and", np.logical_and), Joint("or", np.logical_or))


@dataclass(frozen=True, eq=False)
class Bound:
    """A comparison with a constant, and for which numbers it holds."""

    name: str
    constant: Literal
    is_above: bool
    holds: np.ndarray

    @property
    def cost(self) -> int:
        """Of the comparison and the constant."""
        return BUILTIN.vocabulary[self.name].cost + constant_cost(self.constant.value, INT)

    def on(self, entry: int) -> Made:
        """The comparison of an entry."""
        return (self.name, self.constant, entry) if self.is_above else (self.name, entry, self.constant)


class Conditions:
    """Conditions on the items of a source.

    `column` has them, the cheapest first, those left out that say nothing new; `made` says how those are made that
    the bank does not have.

    Parameters
    ----------
    truths, numbers
        What the bank says of an item.
    paired
        So many conditions, the cheapest, are put together in pairs.
    """

    def __init__(self, truths: Column, numbers: Column, paired: int) -> None:
        self.made: list[Made] = []
        given = _telling(truths)
        thresholds = list(self._thresholds(numbers))
        single = _distinct(_together([given, *thresholds]))
        intervals = [self._intervals(thresholds[0])] if thresholds else []
        if len(single):
            single = _distinct(_together([single, *self._pairs(single.cheapest(paired)), *intervals]))
        self.column = single.cheapest(MOST_CONDITIONS)

    def expression(self, entry: int, side_of: Callable[[int], Expression]) -> Expression:
        """The program of a condition that was made here, from those of its sides."""
        name, *sides = self.made[entry - FIRST_MADE]
        return applied(name, *(side if isinstance(side, Literal) else side_of(side) for side in sides))

    def _thresholds(self, numbers: Column) -> Iterator[Column]:
        """Of each of the cheapest numbers, whether it is above a constant, and whether it is below."""
        varied = numbers.chosen(np.asarray((numbers.values != numbers.values[:, :1]).any(axis=1)))
        for entry, cost, row in zip(*varied.cheapest(MOST_NUMBERS).parts, strict=True):
            bounds = sorted(_bounds_of(row), key=lambda bound: bound.cost)[:MOST_THRESHOLDS]
            if bounds:
                yield self._added(
                    [bound.on(int(entry)) for bound in bounds],
                    [int(cost) + bound.cost for bound in bounds],
                    [bound.holds for bound in bounds],
                )

    def _intervals(self, thresholds: Column) -> Column:
        """Between which two constants a number is."""
        between = BUILTIN.vocabulary["and"].cost
        rows = list(zip(*thresholds.parts, strict=True))
        pairs = [(one, other) for one, other in combinations(rows, 2) if self._faces(one[0], other[0])]
        return self._added(
            [("and", int(one[0]), int(other[0])) for one, other in pairs],
            [int(one[1] + other[1]) + between for one, other in pairs],
            [one[2] & other[2] for one, other in pairs],
        )

    def _faces(self, one: int, other: int) -> bool:
        """Whether one threshold is a lower and the other an upper bound."""
        return isinstance(self.made[one - FIRST_MADE][1], Literal) != isinstance(
            self.made[other - FIRST_MADE][1], Literal
        )

    def _pairs(self, some: Column) -> Iterator[Column]:
        """Of which two conditions both hold, or one."""
        one, other = np.triu_indices(len(some), 1)
        costs = some.costs[one] + some.costs[other]
        sides = list(zip(some.entries[one].tolist(), some.entries[other].tolist(), strict=True))
        values, others = some.values[one], some.values[other]
        for joint in JOINTS:
            holds = joint.holds(values, others)
            prices = costs + BUILTIN.vocabulary[joint.name].cost
            yield self._added([(joint.name, *pair) for pair in sides], prices, holds)

    def _added(
        self, made: Sequence[Made], prices: Sequence[int] | np.ndarray, holds: Sequence[np.ndarray] | np.ndarray
    ) -> Column:
        """Conditions that are made of others, as a column."""
        first = FIRST_MADE + len(self.made)
        self.made += made
        return Column(np.arange(first, first + len(made)), np.array(prices, np.int64), np.array(holds, bool))


def _bounds_of(numbers: np.ndarray) -> Iterator[Bound]:
    """The comparisons that tell some of the numbers from the others by a constant that banks do not have."""
    for low, high in pairwise(np.unique(numbers).tolist()):
        for is_above in (True, False):
            name, constant = bound_in(low, high, INT, is_above=is_above)
            if constant_cost(constant.value, INT) >= LEAST_CONSTANT_COST:
                yield Bound(name, constant, is_above, numbers > low if is_above else numbers < high)


def _together(columns: Sequence[Column]) -> Column:
    """All entries of several columns, the cheapest first."""
    filled = [column for column in columns if len(column)]
    if not filled:
        return columns[0]
    entries, costs, values = (np.concatenate(parts) for parts in zip(*(one.parts for one in filled), strict=True))
    return Column(entries, costs, values).chosen(np.argsort(costs, kind="stable"))


def _telling(column: Column) -> Column:
    """The conditions that hold for some items and not for others."""
    return column.chosen(np.asarray(column.values.any(axis=1) & ~column.values.all(axis=1)))


def _distinct(column: Column) -> Column:
    """The first of all conditions that hold for the same items."""
    if not len(column):
        return column
    _, first = np.unique(keys_of(column.values), return_index=True)
    return _telling(column.chosen(np.sort(first)))


def keys_of(truths: np.ndarray) -> np.ndarray:
    """A number for each row of truth values, by which rows are told apart: a hash of 64 of them at a time."""
    packed = np.packbits(truths, axis=1)
    words = np.zeros((len(packed), -(-packed.shape[1] // 8)), np.uint64)
    words.view(np.uint8)[:, : packed.shape[1]] = packed
    marks = np.random.default_rng(2024).integers(1, 2**63, (2, words.shape[1]), np.uint64)
    words = (words ^ marks[0]) * MIX
    words = (words ^ words >> np.uint64(32)) * (marks[1] | np.uint64(1))
    keys: np.ndarray = (words ^ words >> np.uint64(32)).sum(axis=1, dtype=np.uint64)
    return keys
