"""Constants solved for: an affine map, a quotient or a remainder of an entry, or a comparison, that gives the goal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import isqrt

import numpy as np

from ...dsl.core.expression import Expression, Literal, call
from ...dsl.core.types import BOOL, DECIMAL, INT, Type, list_of
from ...dsl.language.language import BUILTIN
from ..cost.literals import constant_cost, integer_cost
from ..engine.compiled.fits import ABOVE, BELOW, CONDITION, EQUAL, LINE, NUMBER, QUOTIENT, REMAINDER
from ..engine.native import engine
from ..task.goals import Bound, Goal
from .clamps import Clamps
from .context.bounds import bound_in, number_of, roundest
from .context.context import SearchContext
from .rates import Rates

Priced = tuple[int, Expression]
Form = Callable[[Expression, int, int, int], Iterable[Priced]]

MOST_FITS = 256
MOST_MODULI = 2
UNITS = (7, 12, 24, 60, 365, 1024, 3600, 86400)
"""Sizes of units that are not round: of time, of dozens, of bytes."""
MOST_SET_COST, MOST_SET_ENTRIES = 12, 200
"""How cheap, and how many, are the entries among which members of a set of constants are looked for."""
SEEN_OFTEN = 2
"""How often, on average, a member of such a set must have been seen."""
MOST_ENTRIES, MOST_ENTRIES_DEEP = 1_000_000, 50_000
"""Entries that are tried for the target, and for a deduced goal."""


class Constants:
    """Solves for the constants in a few forms over the entries of a bank."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self._found, self._rates = np.zeros((MOST_FITS, 4), np.int64), Rates(context)
        self._clamps = Clamps(context)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        item = goal.type.item or goal.type
        if goal.type not in (item, list_of(item)) or goal.lengths.sum() < 3:
            return
        if item == DECIMAL:
            yield from self._rates.solve(goal, bound)
        if item in (INT, DECIMAL):
            yield from self._clamps.solve(goal, bound)
        if item not in (INT, BOOL):
            return
        form = NUMBER if item == INT else CONDITION
        make: Form = self._numbers if form == NUMBER else self._conditions
        for scalar in (INT,) if form == NUMBER or DECIMAL not in self.bank.types else (INT, DECIMAL):
            operand = scalar if goal.type == item else list_of(scalar)
            for entry, *numbers in self._fitted(form, goal, operand):
                one, two, three = numbers
                if scalar == DECIMAL and one == REMAINDER:
                    continue  # That of its millionths.
                for cost, body in make(self.context.expression(entry), one, two, three):
                    whole = cost + goal.cost + self.bank.cost_of(entry)
                    if whole < bound():
                        yield whole, goal.complete(body)
        if form == CONDITION and goal.type.is_list:
            for cost, body in self._memberships(goal):
                if cost < bound():
                    yield cost, goal.complete(body)

    def _memberships(self, goal: Goal) -> Iterator[tuple[int, Expression]]:
        """Sets of constants that hold an entry's item where the goal is true, and nowhere else."""
        wanted = [truth for truths in self.bank.goal_values(goal) for truth in truths]
        for entry in islice(self.bank.alike(list_of(INT), goal.lengths, MOST_SET_COST), MOST_SET_ENTRIES):
            items = [x for values in self.bank.values(entry, list_of(INT)) for x in values]
            chosen = sorted({x for x, truth in zip(items, wanted, strict=True) if truth})
            others = {x for x, truth in zip(items, wanted, strict=True) if not truth}
            if chosen and others.isdisjoint(chosen) and sum(wanted) >= SEEN_OFTEN * len(chosen):
                cost, body = _applied(
                    "member",
                    self.context.expression(entry),
                    Literal(chosen, list_of(INT)),
                    constant_cost(chosen, list_of(INT)),
                )
                yield goal.cost + self.bank.cost_of(entry) + cost, body

    def _fitted(self, form: int, goal: Goal, operand: Type) -> list[list[int]]:
        bank = self.bank
        began = time.perf_counter()
        most = self.budget.at_most(MOST_ENTRIES_DEEP if goal.depth else MOST_ENTRIES)
        count, tried = engine().fit(bank, goal, form, bank.types[operand], most, self._found)
        self.budget.note("constants", tried, time.perf_counter() - began)
        return [[int(number) for number in row] for row in self._found[:count]]

    def _numbers(self, operand: Expression, way: int, one: int, two: int, /) -> Iterator[Priced]:
        if way == LINE:
            yield self._line(operand, one, two)
            return
        name, constants = ("div", divisors(one, two)) if way == QUOTIENT else ("mod", moduli(one, two))
        for constant in constants:
            yield _applied(name, operand, Literal(constant, INT), integer_cost(constant))

    def _line(self, operand: Expression, factor: int, summand: int) -> Priced:
        cost, body = 0, operand
        if factor == -1:
            return _applied("sub", Literal(summand, INT), operand, integer_cost(summand))
        if factor != 1:
            cost, body = _applied("mul", body, Literal(factor, INT), integer_cost(factor))
        if summand != 0:
            name = "sub" if summand < 0 else "add"
            more, body = _applied(name, body, Literal(abs(summand), INT), integer_cost(abs(summand)))
            cost += more
        return cost, body

    def _conditions(self, operand: Expression, what: int, one: int, two: int, /) -> Iterator[Priced]:
        yield self._condition(operand, what, one, two)

    def _condition(self, operand: Expression, what: int, one: int, two: int) -> Priced:
        type_ = operand.type.item or operand.type
        if what == ABOVE:
            return bounded(operand, one, two + 1, is_above=True)
        if what == BELOW:
            return bounded(operand, one - 1, two, is_above=False)
        if what == EQUAL:
            literal = number_of(one, type_)
            return _applied("eq", operand, literal, constant_cost(literal.value, literal.type))
        cost, rest = _applied("mod", operand, Literal(one, INT), integer_cost(one))
        more, body = _applied("eq", rest, Literal(two, INT), integer_cost(two))
        return cost + more, body


def divisors(low: int, high: int) -> list[int]:
    """The numbers from `low` to `high` by which a person would divide, at most two: the roundest, and a unit."""
    units = [unit for unit in UNITS if low <= unit <= high]
    return list(dict.fromkeys([*units[:1], roundest(low, high)]))


def moduli(multiple: int, least: int) -> list[int]:
    """The cheapest divisors of a number that are not less than another, at most two."""
    pairs = ((small, multiple // small) for small in range(1, isqrt(multiple) + 1) if multiple % small == 0)
    found = {number for pair in pairs for number in pair if number >= least}
    return sorted(found, key=lambda number: (number not in UNITS, integer_cost(number), number))[:MOST_MODULI]


def _applied(name: str, one: Expression, other: Expression, cost: int) -> tuple[int, Expression]:
    primitive = BUILTIN.searched[name]
    return primitive.cost + cost, call(primitive, one, other)


def bounded(operand: Expression, low: int, high: int, *, is_above: bool) -> tuple[int, Expression]:
    """Whether an operand lies above a gap between two words, or below it."""
    name, constant = bound_in(low, high, operand.type.item or operand.type, is_above=is_above)
    sides = (constant, operand) if is_above else (operand, constant)
    return _applied(name, sides[0], sides[1], constant_cost(constant.value, constant.type))
