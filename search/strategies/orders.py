"""Two arguments compared by one key: which of them comes first, said in two or three ways, or the one that does.

People write the key once, as the numbers between the points of a version, and then `if`, `elif` and `else`. So a bank
of small functions of one argument is filled with the values of both, and each of them orders the examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...dsl.core.expression import Expression, Literal, Variable, call, renamed
from ...dsl.core.primitive import UNDEFINED_ERRORS
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.core.values import same_value
from ...dsl.language.language import BUILTIN
from ...dsl.text.variables import fresh_variables
from ..cost.literals import constant_cost, literals
from ..cost.prior import VARIABLE_COST
from ..task.goals import Bound, Goal
from .context.context import SearchContext
from .recurrences.steps import Step, Steps, steps_over

LEAST_TRIED = 60_000
"""How many candidates the search must have tried before."""
ENTRIES, CANDIDATES, MOST_KEYS = 12_000, 60_000, 3000
"""Of the bank of keys, how many may be tried for it, and how many keys of a type are tried."""
MOST_CONSTANT = 4
"""No dearer constant is used in a key."""
COMPARED = 8
"""What it costs to compare two arguments by a key, whose parts count once."""
LEAST_IN_A_CASE = 2
"""So many examples must be in either order."""
MOST_SAID = 3
"""Of more different outputs each is an argument."""
MOST_FOUND = 60
"""So many keys of a type may be right: which of them people would use is for the costs of whole programs to say."""
NUMBERS = list_of(INT)
COMPARABLE = (INT, STR, NUMBERS)
"""The types that both arguments may have."""
LESS, EQUAL, SIGN, SUB, SAME, CHOICE = (
    BUILTIN.searched[name] for name in ("lt", "eq", "sign", "sub", "same", "if_else")
)
PRECEDES = BUILTIN.unsearched["precedes"]


@dataclass(frozen=True)
class Said:
    """What is said of an order: a constant, or one of the arguments."""

    cost: int
    body: Expression


class Orders:
    """Looks for keys by which two arguments of one type are compared."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.budget, self.subsearch = context, context.budget, context.subsearch
        self.parameters = self.subsearch.problem.parameters
        self.inputs = [example.inputs for example in context.examples]
        self._is_begun = False

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs; none for deduced goals."""
        if goal.depth or self._is_begun or self.budget.candidates < LEAST_TRIED or not self._are_two_alike():
            return
        wanted = self.context.bank.goal_values(goal)
        if goal.type == BOOL or not self._may_be(wanted):
            return
        self._is_begun = True
        steps = self._keys()
        if steps is None:
            return
        for type_ in (INT, NUMBERS):
            found, keys = 0, steps.cheapest(type_, MOST_KEYS, places=1)
            self.budget.note("branch", self.budget.at_most(len(keys)), 0.0)
            for key in keys:
                program = self._program(key, steps.variables[0], type_, goal.type, wanted)
                if program is not None and program.cost < bound() and self.context.gives(program.body, wanted):
                    yield program.cost, program.body
                    found += 1
                    if found == MOST_FOUND:
                        break

    def _are_two_alike(self) -> bool:
        types = [one.type for one in self.parameters]
        return len(types) == 2 and types[0] == types[1] and types[0] in COMPARABLE

    def _may_be(self, wanted: Sequence[Any]) -> bool:
        """Whether the outputs are two or three, or always one of the arguments."""
        if 1 < len({*map(repr, wanted)}) <= MOST_SAID:
            return True
        pairs = zip(self.inputs, wanted, strict=True)
        return all(any(same_value(value, one) for one in inputs) for inputs, value in pairs)

    def _keys(self) -> Steps | None:
        """Small functions of one argument, told apart by the values of both."""
        problem = self.subsearch.problem
        type_ = self.parameters[0].type
        (item,) = fresh_variables([("item", type_)], scope=self.parameters, language=problem.language)
        values = [(value,) for inputs in self.inputs for value in inputs]
        constants = [(one, cost) for one, cost in literals(problem.given) if cost <= MOST_CONSTANT]
        return steps_over(
            self.subsearch, (item,), values, constants, NUMBERS,
            more=(list_of(STR),), entries=ENTRIES, candidates=CANDIDATES,
        )  # fmt: skip

    def _program(self, key: Step, item: Variable, type_: Type, result: Type, wanted: Sequence[Any]) -> Said | None:
        """The program that compares by a key, if what is wanted goes by the order."""
        try:
            keys = [tuple(key.run((value,)) for value in inputs) for inputs in self.inputs]
        except UNDEFINED_ERRORS:
            return None
        orders = [(one > other) - (one < other) for one, other in keys]
        if min(orders.count(-1), orders.count(1)) < LEAST_IN_A_CASE:
            return None
        chosen = {order: [place for place, one in enumerate(orders) if one == order] for order in (-1, 0, 1)}
        less, equal, greater = (self._said(result, wanted, places) if places else None for places in chosen.values())
        is_untold = equal is None and bool(chosen[0])
        if less is None or greater is None or is_untold or less.body == greater.body:
            return None
        sides = [renamed(key.express(), {item: parameter}) for parameter in self.parameters]
        return self._written(key.cost, type_, sides, (less, equal, greater))

    def _said(self, result: Type, wanted: Sequence[Any], chosen: Sequence[int]) -> Said | None:
        """What is said in all examples of one order: a constant if there are few different outputs in all."""
        if len({*map(repr, wanted)}) <= MOST_SAID:
            first = wanted[chosen[0]]
            alike = result in (INT, STR) and all(same_value(wanted[place], first) for place in chosen)
            return Said(constant_cost(first, result), Literal(first, result)) if alike else None
        for number, parameter in enumerate(self.parameters):
            if all(same_value(wanted[place], self.inputs[place][number]) for place in chosen):
                return Said(VARIABLE_COST, parameter)
        return None

    def _written(
        self, cost: int, type_: Type, sides: Sequence[Expression], said: tuple[Said, Said | None, Said]
    ) -> Said:
        """The choice by the order of two keys."""
        less, equal, greater = said
        one, other = sides
        cost += COMPARED + less.cost + greater.cost + (0 if equal is None else equal.cost)
        if type_ == INT and equal is not None and [part.body for part in (less, equal, greater)] == SIGNS:
            return Said(cost, call(SIGN, call(SUB, one, other)))
        if equal is None or equal.body == greater.body:
            return Said(cost, call(CHOICE, _before(type_, one, other), less.body, greater.body))
        if equal.body == less.body:
            return Said(cost, call(CHOICE, _before(type_, other, one), greater.body, less.body))
        is_same = call(EQUAL if type_ == INT else SAME, one, other)
        rest = call(CHOICE, is_same, equal.body, greater.body)
        return Said(cost, call(CHOICE, _before(type_, one, other), less.body, rest))


SIGNS = [Literal(number, INT) for number in (-1, 0, 1)]


def _before(type_: Type, one: Expression, other: Expression) -> Expression:
    """Whether a key comes before another."""
    return call(LESS if type_ == INT else PRECEDES, one, other)
