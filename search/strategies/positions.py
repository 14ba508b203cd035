"""Some positions of a goal: what is left of it where a choice has settled the others.

What is done item by item is done to some of the items as to all of them. So the values of a
bank at these positions make a small bank, and what finds programs item by item works on that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...dsl.core.expression import Expression, Literal
from ...dsl.core.types import BOOL, DECIMAL, INT, Type, list_of
from ..cost.literals import constant_cost
from ..engine.bank import OUT_OF_ORDER, Bank, OutOfMemory
from ..engine.compiled.arrays import SCRATCHES, TAIL
from ..engine.instances import Instance
from ..engine.native import engine
from ..task.goals import Bound, Goal
from .constants import Constants
from .context.context import SearchContext
from .deduction.deduction import Backward

MOST_VALUES = 3000
"""How many of the cheapest values of each type are projected."""
MEMORY = 1 << 25
"""Bytes of a bank of projected values."""
LEAST_POSITIONS = 3
"""Fewer positions say too little."""
TRIED_A_VALUE = 20
"""Entries of a cost that are tried for each of these."""
TYPES = (INT, BOOL, DECIMAL, list_of(INT), list_of(BOOL), list_of(DECIMAL))
"""Items, and lists of them."""


@dataclass(frozen=True, eq=False)
class Opening:
    """A program but for a list that is wanted at some positions only.

    Parameters
    ----------
    type
        Of the list.
    items
        An item for each position of the goal, the wanted one where the position is `chosen`.
    cost, complete
        As in `Goal`.
    """

    type: Type
    items: np.ndarray
    chosen: np.ndarray
    cost: int
    complete: Callable[[Expression], Expression]


class Positions:
    """Programs that are right at some positions of a goal.

    Parameters
    ----------
    lengths
        Of the goal, in each example.
    """

    def __init__(self, context: SearchContext, lengths: np.ndarray) -> None:
        bank = context.bank
        pairs = [(one, cost) for one, cost in zip(context.instances, context.costs, strict=True) if _is_by_item(one)]
        self.context, self.bank = context, bank
        self.by_item, self.costs = [one for one, _ in pairs], [int(cost) for _, cost in pairs]
        self.example_of = np.repeat(np.arange(bank.examples), lengths)
        self.values = [_values(bank, type_, lengths) for type_ in TYPES if type_ in bank.types]

    def solve(self, opening: Opening, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs."""
        items, chosen, cost, complete = opening.items[opening.chosen], opening.chosen, opening.cost, opening.complete
        if len(items) < LEAST_POSITIONS or len(set(self.example_of[chosen].tolist())) < min(2, self.bank.examples):
            return
        if len(set(items.tolist())) == 1 and opening.type == list_of(INT):
            literal = Literal(int(items[0]), INT)
            yield cost + constant_cost(literal.value, INT), complete(literal)
        try:
            bank = _Projected(self, chosen)
            offsets = bank.put(items[None], bank.counts)[:, 0].copy()
        except OutOfMemory:
            return
        goal = Goal(opening.type, offsets, bank.counts, cost, complete, depth=1)
        projected = replace(self.context, bank=bank, instances=self.by_item, costs=self.costs)
        yield from Backward(projected).solve(goal, bound)
        yield from Constants(projected).solve(goal, bound)


@dataclass(frozen=True)
class _Values:
    """The cheapest values of a type: entries, costs, and for each a row of items, or a number for each example."""

    type: Type
    entries: np.ndarray
    costs: np.ndarray
    items: np.ndarray

    def at(self, chosen: np.ndarray) -> _Values:
        """What is left of them at the chosen positions, each once."""
        items = self.items if self.type.is_scalar else self.items[:, chosen]
        random = np.random.default_rng(items.shape[1]).integers(1, 2**63, items.shape[1], dtype=np.uint64)
        _, first = np.unique((items.astype(np.uint64) * random).sum(axis=1, dtype=np.uint64), return_index=True)
        first.sort()
        return _Values(self.type, self.entries[first], self.costs[first], items[first])


class _Projected(Bank):
    """The values of a bank at some positions; numbers are as they were."""

    def __init__(self, whole: Positions, chosen: np.ndarray) -> None:
        super().__init__(examples=whole.bank.examples, types=TYPES, longest=len(chosen), memory=MEMORY)
        self.whole, self.counts = whole, np.bincount(whole.example_of[chosen], minlength=whole.bank.examples)
        self.sources, self.costs = np.zeros(0, np.int64), np.zeros(0, np.int64)
        for values in whole.values:
            self._add(values.at(chosen))

    def _add(self, values: _Values) -> None:
        start, end = self.count, self.count + len(values.entries)
        counts = np.ones_like(self.counts) if values.type.is_scalar else self.counts
        self.offsets[:, start:end] = self.put(values.items, counts)
        self.lengths[:, start:end] = counts[:, None]
        type_id = self.types[values.type]
        for cost in range(OUT_OF_ORDER):
            self.segments[cost, type_id] = start + np.searchsorted(values.costs, (cost, cost + 1))
        self.sources, self.costs = np.append(self.sources, values.entries), np.append(self.costs, values.costs)
        self.count = end
        engine().enter(self, self.table, start, end, type_id)

    def put(self, items: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """Write rows of items, a given number in each example, into the arena; return their offsets."""
        offsets = np.zeros((self.examples, len(items)), np.int64)
        ends = np.cumsum(counts)
        for example, count in enumerate(counts.tolist()):
            block = items[:, ends[example] - count : ends[example]]
            start = int(self.tails[example])
            if start + block.size + SCRATCHES * TAIL * self.cap > self.width:
                raise OutOfMemory
            self.mem[example * self.width + start :][: block.size] = block.ravel()
            self.tails[example] += block.size
            offsets[example] = start + count * np.arange(len(items))
        return offsets

    def cost_of(self, entry: int) -> int:
        return int(self.costs[entry])

    def expression(self, entry: int, instances: Sequence[Instance]) -> Expression:
        return self.whole.context.expression(int(self.sources[entry]))


def _is_by_item(instance: Instance) -> bool:
    return instance.primitive.elementwise and any(instance.broadcast) and not instance.each


def _values(bank: Bank, type_: Type, lengths: np.ndarray) -> _Values:
    """The cheapest values of a type; of lists those of the given lengths."""
    found, costs, left = [], [], MOST_VALUES
    for cost, (start, end) in enumerate(bank.segments[:OUT_OF_ORDER, bank.types[type_]].tolist()):
        entries = np.arange(start, min(end, start + TRIED_A_VALUE * left))
        if not type_.is_scalar:
            entries = entries[(bank.lengths[:, entries] == lengths[:, None]).all(axis=0)]
        entries = entries[:left]
        left -= len(entries)
        found.append(entries)
        costs.append(np.full(len(entries), cost))
    every = np.concatenate(found)
    counts = [1] * bank.examples if type_.is_scalar else lengths.tolist()
    columns = [
        bank.mem[starts[:, None] + np.arange(count)] for starts, count in zip(bank.starts(every), counts, strict=True)
    ]
    return _Values(type_, every, np.concatenate(costs), np.concatenate(columns, axis=1))
