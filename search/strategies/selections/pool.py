"""Conditions on a number as vectors over many numbers: what a bank has, what people have a word for, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import numpy as np

from ....dsl.core.expression import Expression, Literal, Undefined, Variable, evaluate
from ....dsl.core.types import BOOL, INT, Type
from ...cost.literals import literals
from ...cost.prior import VARIABLE_COST
from ...readings.predicates.catalogue import conditions_on
from ...readings.scene.applying import applied
from ...task.terminal import Terminal
from ..comprehensions.columns import Column
from ..comprehensions.conditions import FIRST_MADE, Conditions
from ..context.subsearch import Grown, Subsearch

ENTRIES, CANDIDATES = 8_000, 60_000
"""Of the bank, and how many may be tried for it."""
MOST_OF_A_TYPE = 4000
"""So many conditions of the bank are looked at, the cheapest first, and as many numbers."""
DEAREST_LITERAL, DIGITS_COST = 6, 4
"""No dearer constant is compared with a number; what its digits cost."""


class Pool:
    """What can be said of each of some numbers.

    Parameters
    ----------
    number
        The variable of the conditions.
    numbers
        Those that they are looked at for, ascending.
    """

    def __init__(self, subsearch: Subsearch, number: Variable, numbers: Sequence[int]) -> None:
        self.number, self.numbers = number, numbers
        self.extras: dict[Expression, int] = {}
        terminals = [*self._terminals(subsearch)]
        self._grown: Grown | None = subsearch.grown((INT, BOOL), terminals, candidates=CANDIDATES, least=ENTRIES)
        self._conditions = None if self._grown is None else Conditions(self._column(BOOL), self._column(INT))

    @property
    def conditions(self) -> Column:
        """What holds for some of the numbers, the cheapest first."""
        if self._conditions is None:
            return Column(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(self.numbers)), bool))
        return self._conditions.column

    def expression(self, entry: int) -> Expression:
        """A condition, or what it is made of."""
        assert self._grown is not None
        assert self._conditions is not None
        if entry < FIRST_MADE:
            return self._grown.expression(entry)
        name, *sides = self._conditions.made[entry - FIRST_MADE]
        return applied(name, *(side if isinstance(side, Literal) else self.expression(side) for side in sides))

    def _column(self, type_: Type) -> Column:
        assert self._grown is not None
        bank = self._grown.bank
        entries = np.array(list(islice(chain.from_iterable(bank.levels(type_)), MOST_OF_A_TYPE)), np.int64)
        costs = bank.costs_of(entries) if len(entries) else np.zeros(0, np.int64)
        values = bank.mem[bank.starts(entries)].T
        return Column(entries, costs, values.astype(bool) if type_ == BOOL else values)

    def _terminals(self, subsearch: Subsearch) -> Iterator[Terminal]:
        """The number, its digits, constants, and what people ask of a number in one breath."""
        yield Terminal(self.number, VARIABLE_COST, self.numbers)
        yield from self._told(DIGITS_COST, applied("digits", self.number))
        for literal, cost in literals(subsearch.problem.given):
            if literal.type == INT and cost <= DEAREST_LITERAL:
                yield Terminal(literal, cost, [literal.value] * len(self.numbers))
        for cost, body in conditions_on([self.number]):
            yield from self._told(cost, body)

    def _told(self, cost: int, body: Expression) -> Iterator[Terminal]:
        """What is told of a number, where it is defined for all."""
        try:
            yield Terminal(body, cost, [evaluate(body, {self.number.name: number}) for number in self.numbers])
        except Undefined:
            return
