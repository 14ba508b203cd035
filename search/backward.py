"""Deduction: what an argument must be, given the goal and the other argument, is looked up in the bank.

One pass over the bank so covers all pairs of its entries (Polozov and Gulwani,
"FlashMeta", OOPSLA 2015, section 4; Lee, "Combining the top-down propagation
and bottom-up enumeration for inductive program synthesis", POPL 2021).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..dsl.expression import Call, Expression, Literal, call
from ..dsl.layout import decode
from ..dsl.table import witness_numbers
from ..dsl.types import BOOL, STR, Type, list_of, same_value
from .bank import Bank
from .budget import Budget
from .engine import engine
from .goals import Bound, Goal
from .instances import Instance
from .literals import constant_cost
from .loops import TAIL
from .prior import TEXT_POSITION_COST
from .probes import CONSTANT_WORD, FOUND, OPEN

MOST_HITS = 512
DEEP_ENTRIES = 20_000
"""Entries that are tried for a deduced goal."""
OPEN_COST = 9
"""A deduction whose known argument costs no more, or is a constant stored at the start, may leave a goal; where
that is a text, it may also cost what a position in it adds."""


@dataclass(frozen=True)
class Deduction:
    """An instance of which one argument is deduced: the number of the witness, and what it is run with."""

    instance: Instance
    cost: int
    missing: int
    number: int
    bits: int
    single: bool

    @property
    def known(self) -> int | None:
        """The position of the other argument."""
        return 1 - self.missing if len(self.instance.arguments) == 2 else None

    def is_redundant(self, missing: Expression, known: Expression | None) -> bool:
        """Whether the laws give the value in a shorter way."""
        laws = self.instance.primitive.laws
        if isinstance(missing, Literal) and self.missing in laws.identity:
            return same_value(missing.value, laws.identity[self.missing])
        return laws.distinct and missing == known

    def apply(self, missing: Expression, known: Expression | None) -> Call:
        """The instance on its arguments."""
        arguments = [missing] if known is None else [known, known]
        arguments[self.missing] = missing
        return call(self.instance.primitive, *arguments)


def bits_a_word(type_: Type) -> int:
    """What a word of a goal is taken to cost: the less is left of all outputs, the more promising is the goal."""
    return 1 if type_ in (BOOL, list_of(BOOL)) else 7


def deductions(instances: Sequence[Instance], costs: Sequence[int]) -> list[Deduction]:
    """Every way to deduce an argument; of two that the laws make the same, one."""
    numbers = witness_numbers()
    found = []
    for instance, cost in zip(instances, costs, strict=True):
        row = instance.primitive
        if instance.each or instance.boxed:
            continue
        same = row.laws.commutative and instance.arguments[0] == instance.arguments[1]
        for missing in row.witnesses:
            if same and missing == 0:
                continue
            lifted = any(instance.broadcast)
            known = 1 - missing if row.arity == 2 else missing
            bits = lifted + 2 * (row.arity == 2 and instance.broadcast[known])
            single = lifted and not instance.broadcast[missing]
            found.append(Deduction(instance, int(cost), missing, numbers[row, missing], bits, single))
    return found


@dataclass(frozen=True)
class _Opening:
    """A deduced argument that the bank does not have: what it is taken to cost in all, and where it came from."""

    promise: int
    cost: int
    goal: Goal
    deduction: Deduction
    known: int


class Backward:
    """Deduces arguments for goals, and makes goals of those that are worth it."""

    def __init__(
        self, bank: Bank, instances: Sequence[Instance], costs: Sequence[int], kernels: np.ndarray, budget: Budget
    ) -> None:
        self.bank, self.instances, self.kernels, self.budget = bank, instances, kernels, budget
        self.by_result: dict[Type, list[Deduction]] = {}
        for one in deductions(instances, costs):
            self.by_result.setdefault(one.instance.result, []).append(one)
        self._hits = np.zeros((MOST_HITS, 3), np.int64)
        self._lens = np.zeros(bank.examples, np.int64)
        self.opened: list[Goal] = []
        self._openings: list[_Opening] = []

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that deduction from a goal and the present bank gives."""
        for one in self.by_result.get(goal.type, ()):
            if goal.cost + one.cost < bound():
                yield from self._deduce(goal, one, bound)

    def open_goals(self, most: int) -> None:
        """Make goals of the most promising arguments that the bank does not have."""
        self.opened = []
        seen = set()
        for opening in sorted(self._openings, key=lambda one: one.promise):
            if len(self.opened) == most:
                break
            values = self._values(opening.goal, opening.deduction, opening.known)
            key = repr(values)
            if key not in seen:
                seen.add(key)
                self.opened.append(self._opened(opening, values, self._lens.copy()))
        self._openings.clear()

    def _opened(self, opening: _Opening, values: list[Any], lengths: np.ndarray) -> Goal:
        one, goal = opening.deduction, opening.goal
        missing = one.instance.arguments[one.missing]
        given = None if one.known is None else self.bank.expression(opening.known, self.instances)
        places = self.bank.write(values, missing)

        def complete(part: Expression) -> Expression:
            return goal.complete(one.apply(part, given))

        return Goal(missing, places, lengths, opening.cost, complete, goal.depth + 1)

    def _deduce(self, goal: Goal, one: Deduction, bound: Bound) -> Iterator[tuple[int, Expression]]:
        # For a unary primitive any one entry stands for the argument that it has not.
        limit = 1 if one.known is None else self.bank.count if goal.depth == 0 else min(self.bank.count, DEEP_ENTRIES)
        position = np.zeros(2, np.int64)
        done = False
        while not done and not self.budget.stopped_by():
            began = time.perf_counter()
            done, candidates, found = self._run(goal, one, position, self.budget.quota("deduce"), limit)
            self.budget.note("deduce", candidates, time.perf_counter() - began)
            for known, what, other in self._hits[:found].tolist():
                yield from self._completed(goal, one, known, what, other, bound)

    def _run(self, goal: Goal, one: Deduction, position: np.ndarray, quota: int, limit: int) -> tuple[bool, int, int]:
        bank = self.bank
        missing = one.instance.arguments[one.missing]
        known_kind = bank.kind_of(0) if one.known is None else bank.types[one.instance.arguments[one.known]]
        open_cost = OPEN_COST + TEXT_POSITION_COST * (goal.type == STR)
        open_below = bank.first_of_cost(open_cost - goal.cost) if goal.depth == 0 else 0
        done, candidates, found = engine().deduce(
            one.number, one.bits, one.single, missing.is_scalar, bank.types[missing], bank.segments, known_kind,
            position, quota, self.kernels, bank.offsets, bank.lengths, bank.mem, bank.width, bank.cap, goal.places,
            goal.lengths, bank.keys, bank.entries, bank.random, limit, open_below, self._lens, self._hits,
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
            promise = cost + bits_a_word(missing) * other
            self._openings.append(_Opening(promise, cost, goal, one, known))
            return
        if what == FOUND:
            cost += bank.cost_of(other)
        else:
            value = decode([other], missing) if what == CONSTANT_WORD else self._values(goal, one, known)[0]
            cost += constant_cost(value, missing)
        if cost < bound():
            given = None if one.known is None else bank.expression(known, self.instances)
            part = bank.expression(other, self.instances) if what == FOUND else Literal(value, missing)
            if not one.is_redundant(part, given):
                yield cost, goal.complete(one.apply(part, given))

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
