"""Deduction: what an argument must be, given the goal and the other argument, is looked up in the bank.

One pass over the bank so covers all pairs of its entries (Polozov and Gulwani,
"FlashMeta", OOPSLA 2015, section 4; Lee, "Combining the top-down propagation
and bottom-up enumeration for inductive program synthesis", POPL 2021).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Literal
from ....dsl.core.layout import decode
from ....dsl.core.types import BOOL, STR, Type, list_of
from ...cost.literals import constant_cost
from ...cost.prior import TEXT_POSITION_COST
from ...engine.compiled.arrays import TAIL
from ...engine.compiled.probes import CONSTANT_WORD, FOUND, OPEN
from ...engine.instances import Instance
from ...engine.native import engine
from ...task.budget import Pace
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .multisets import Multisets
from .row_shapes import Shapes
from .witnesses import Deduction, deductions, is_in_order, reordered

MOST_SOLUTIONS = 512
DEEP_ENTRIES, DEEP_ROWS = 20_000, 2000
"""Entries that are tried for a deduced goal, at once and row by row."""
OPEN_COST = 9
"""A deduction whose known argument costs no more, or is a constant stored at the start, may leave a goal; where
that is a text, it may also cost what a position in it adds."""


def cost_per_word(type_: Type) -> int:
    """An estimate of what each word of a goal costs: the less is left to be explained, the more promising the goal."""
    return 1 if type_ in (BOOL, list_of(BOOL)) else 7


@dataclass(frozen=True)
class _Opening:
    """A deduced argument that the bank does not have: what it is taken to cost in all, and where it came from."""

    promise: int
    cost: int
    goal: Goal
    deduction: Deduction
    known: int


class Backward:
    """Deduces arguments for goals, and turns those that are worth it into goals."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self._by_type = cache(partial(deductions, instances=context.instances, costs=context.costs))
        self._solutions = np.zeros((MOST_SOLUTIONS, 3), np.int64)
        self._lens = np.zeros(context.bank.examples, np.int64)
        self.shapes = Shapes(context)
        self._openings: list[_Opening] = []
        self._known_multisets: dict[Instance, tuple[int, Multisets]] = {}

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that deduction from a goal and the present bank gives."""
        values = self.bank.goal_values(goal)
        orderless = cache(partial(is_in_order, values=values))
        for one in self._by_type(goal.type):
            if goal.cost + one.cost < bound() and (one.ordering is None or orderless(one.ordering)):
                yield from self._deduce(goal, one, bound)

    def goals(self, target: Goal, most: int) -> list[Goal]:
        """The most promising arguments that the bank does not have, and the target in rows."""
        opened: dict[str, Goal] = {}
        itself = repr(self.bank.goal_values(target))  # As the other summand of 0 would be.
        for opening in sorted(self._openings, key=lambda one: one.promise):
            if len(opened) == most:
                break
            values = self._values(opening.goal, opening.deduction, opening.known)
            if repr(values) != itself and repr(values) not in opened:
                opened[repr(values)] = self._opened(opening, values, self._lens.copy())
        self._openings.clear()
        return [*opened.values(), *self.shapes.goals(target)]

    def _opened(self, opening: _Opening, values: list[Any], lengths: np.ndarray) -> Goal:
        one, goal = opening.deduction, opening.goal
        missing = one.instance.arguments[one.missing]
        given = None if one.known is None else self.context.expression(opening.known)
        offsets = self.bank.write(values, missing)

        def complete(part: Expression) -> Expression:
            return goal.complete(one.apply(part, given))

        return Goal(missing, offsets, lengths, opening.cost, complete, goal.depth + 1)

    def _deduce(self, goal: Goal, one: Deduction, bound: Bound) -> Iterator[tuple[int, Expression]]:
        limit = self._limit(goal, one)
        if limit == 0:
            return
        if one.reordering is not None:
            self._multisets(one.reordering)  # So that its time is not taken for that of deduction.
        position, pace = np.zeros(2, np.int64), Pace(self.budget, "deduce")
        done = False
        while not done and not self.budget.stopped_by():
            began = time.perf_counter()
            done, candidates, found = self._run(goal, one, position, pace.quota(), limit)
            pace.note(candidates, time.perf_counter() - began)
            for known, what, other in self._solutions[:found].tolist():
                yield from self._completed(goal, one, known, what, other, bound)

    def _limit(self, goal: Goal, one: Deduction) -> int:
        """The entry before which the known argument is looked for."""
        if goal.depth > 0 and one.instance.boxed:
            return 0  # What puts rows together within a goal puts parts of the target together, which is deduced there.
        if one.known is None:
            return 1  # Any one entry stands for the argument that a unary primitive has not.
        if goal.depth == 0:
            return self.bank.count
        return min(self.bank.count, DEEP_ROWS if one.instance.each else DEEP_ENTRIES)

    def _run(self, goal: Goal, one: Deduction, position: np.ndarray, quota: int, limit: int) -> tuple[bool, int, int]:
        bank = self.bank
        missing = one.instance.arguments[one.missing]
        known_type = bank.type_id_of(0) if one.known is None else bank.types[one.instance.arguments[one.known]]
        by_items = one.reordering is not None
        table = bank.table if one.reordering is None else self._multisets(one.reordering)
        open_cost = OPEN_COST + TEXT_POSITION_COST * (goal.type == STR)
        open_below = bank.first_of_cost(open_cost - goal.cost) if goal.depth == 0 else 0
        done, candidates, found = engine().deduce(
            bank, table, goal, self.context.kernels, one.witness, 0, bank.types[missing], known_type, position, quota,
            by_items, limit, open_below, self._lens, self._solutions,
        )  # fmt: skip
        return bool(done), candidates, found

    def _completed(
        self, goal: Goal, one: Deduction, known: int, what: int, other: int, bound: Bound
    ) -> Iterator[tuple[int, Expression]]:
        bank = self.bank
        missing = one.instance.arguments[one.missing]
        cost = goal.cost + one.cost + (0 if one.known is None else bank.cost_of(known))
        if cost >= bound():
            return
        if what == OPEN:
            promise = cost + cost_per_word(missing) * other
            self._openings.append(_Opening(promise, cost, goal, one, known))
            return
        if what == FOUND:
            cost += bank.cost_of(other)
        else:
            value = decode([other], missing) if what == CONSTANT_WORD else self._values(goal, one, known)[0]
            cost += constant_cost(value, missing)
        if cost < bound() and not (what == FOUND and one.reordering and not self._is_of_items(goal, one, known, other)):
            given = None if one.known is None else self.context.expression(known)
            part = self.context.expression(other) if what == FOUND else Literal(value, missing)
            if not one.is_redundant(part, given):
                yield cost, goal.complete(one.apply(part, given))

    def _multisets(self, ordering: Instance) -> Multisets:
        """Entries by their items, as the bank is now."""
        count, known = self._known_multisets.get(ordering, (0, None))
        if known is None or count != self.bank.count:
            known = Multisets(self.context, ordering)
            self._known_multisets[ordering] = self.bank.count, known
        return known

    def _is_of_items(self, goal: Goal, one: Deduction, known: int, entry: int) -> bool:
        """Whether an entry is the deduced argument except for its order: equal hashes do not prove it."""
        assert one.reordering is not None
        values = self.bank.values(entry, one.reordering.result)
        return reordered(one.reordering, values) == self._values(goal, one, known)

    def _values(self, goal: Goal, one: Deduction, known: int) -> list[Any]:
        """The deduced argument for each example."""
        bank = self.bank
        row = 0 if one.known is None else bank.row_of(known)
        self._run(goal, one, np.array([row, known], np.int64), 1, known + 1)
        scratch = bank.width - TAIL * bank.cap
        missing = one.instance.arguments[one.missing]
        starts = [example * bank.width + scratch for example in range(bank.examples)]
        return [
            decode(bank.mem[start : start + length].tolist(), missing)
            for start, length in zip(starts, self._lens.tolist(), strict=True)
        ]
