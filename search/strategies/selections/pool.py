"""Conditions on a number as vectors over many numbers: what a bank has, what people have a word for, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ....dsl.core.expression import Expression, Undefined, Variable, evaluate
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN
from ...cost.literals import literals
from ...cost.prior import VARIABLE_COST
from ...readings.predicates.catalogue import conditions_on
from ...readings.scene.applying import applied
from ...task.terminal import Terminal
from ..comprehensions.columns import Column, column_of
from ..comprehensions.conditions import FIRST_MADE, Conditions
from ..context.subsearch import Grown, Subsearch

ENTRIES, CANDIDATES = 8_000, 60_000
"""Of the bank, and how many may be tried for it."""
MOST_OF_A_TYPE = 4000
"""So many conditions of the bank are looked at, the cheapest first, and as many numbers."""
MOST_COMPARED, MOST_COMPARISONS = 100, 6000
"""So many numbers, the cheapest, are compared with one another, and so many of these comparisons are kept."""
MOST_PAIRED = 128
"""So many conditions, the cheapest, are put together in pairs."""
OF_NUMBER, OF_DIGITS, TOLD_COST = (
    ("digit_sum", "reverse_digits", "divisor_count", "proper_divisor_sum"),
    ("product", "max", "min", "head", "last", "len"),
    5,
)
"""What people say of a number in one breath, and of its digits, and what that costs."""
FIRST_COMPARED = 1 << 40
"""Entries from this number on are comparisons made here of numbers of the bank."""
COMPARISONS = (("lt", np.less), ("lt", np.greater), ("eq", np.equal))
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
        terminals = [*self._terminals(subsearch)]
        self._grown: Grown | None = subsearch.grown((INT, BOOL), terminals, candidates=CANDIDATES, least=ENTRIES)
        self._compared: list[tuple[str, int, int]] = []
        self._conditions = None if self._grown is None else self._made()

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
        if entry >= FIRST_COMPARED:
            sign, one, other = self._compared[entry - FIRST_COMPARED]
            return applied(sign, self.expression(one), self.expression(other))
        return self._conditions.expression(entry, self.expression)

    def _made(self) -> Conditions:
        """The conditions of the bank, comparisons of its numbers, and what is made of these."""
        truths, numbers = self._column(BOOL), self._column(INT)
        compared = self._comparisons(numbers.cheapest(MOST_COMPARED))
        parts = zip(truths.parts, compared.parts, strict=True)
        entries, costs, values = (np.concatenate(pair) for pair in parts)
        order = np.argsort(costs, kind="stable")
        return Conditions(Column(entries[order], costs[order], values[order]), numbers, MOST_PAIRED)

    def _comparisons(self, numbers: Column) -> Column:
        """Which of two numbers is less, and whether they are equal; the bank has few of these."""
        one, other = np.triu_indices(len(numbers), 1)
        made, costs, values = [], [], []
        for name, holds in COMPARISONS:
            sides = (other, one) if holds is np.greater else (one, other)
            made += [(name, *pair) for pair in np.stack([numbers.entries[side] for side in sides], axis=1).tolist()]
            costs.append(numbers.costs[one] + numbers.costs[other] + BUILTIN.vocabulary[name].cost)
            values.append(holds(numbers.values[one], numbers.values[other]))
        every = np.concatenate(costs)
        chosen = np.argsort(every, kind="stable")[:MOST_COMPARISONS]
        self._compared = [made[index] for index in chosen.tolist()]
        return Column(np.arange(len(chosen)) + FIRST_COMPARED, every[chosen], np.concatenate(values)[chosen])

    def _column(self, type_: Type) -> Column:
        assert self._grown is not None
        return column_of(self._grown.bank, type_, most=MOST_OF_A_TYPE)

    def _terminals(self, subsearch: Subsearch) -> Iterator[Terminal]:
        """The number, its digits, constants, and what people ask of a number in one breath."""
        yield Terminal(self.number, VARIABLE_COST, self.numbers)
        yield from self._told(DIGITS_COST, applied("digits", self.number))
        for literal, cost in literals(subsearch.problem.given):
            if literal.type == INT and cost <= DEAREST_LITERAL:
                yield Terminal(literal, cost, [literal.value] * len(self.numbers))
        for name in OF_NUMBER:
            yield from self._told(TOLD_COST, applied(name, self.number))
        for name in OF_DIGITS:
            yield from self._told(TOLD_COST, applied(name, applied("digits", self.number)))
        for cost, body in conditions_on([self.number]):
            yield from self._told(cost, body)

    def _told(self, cost: int, body: Expression) -> Iterator[Terminal]:
        """What is told of a number, where it is defined for all."""
        try:
            yield Terminal(body, cost, [evaluate(body, {self.number.name: number}) for number in self.numbers])
        except Undefined:
            return
