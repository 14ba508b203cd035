"""Loops from number to number that ask about a list: the first number that is not taken, jumps from place to place."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Literal, Variable, call
from ....dsl.core.types import INT, Type, list_of
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.prior import VARIABLE_COST
from ..context.context import SearchContext
from .forms import Form, FormSearch, Terms
from .orbits import Orbits, has_orbits
from .sources import DRAWN, MOST_LONG, PROBES, starts, value_probes
from .steps import Pool, Step, Steps, steps_over
from .totals import Totals
from .whiles import Whiles, endings_for

TERMS = Terms("walks", least_tried=60_000, believed=18, share=0.01, most_cost=34, least_work=7_000)
MOST_PARAMETERS = 3
"""With more arguments than these the small functions of them are too many."""
CONSTANTS = (0, 1, 2)
CONSTANT_COST = 2
"""What constants of a step cost."""
NAMES = frozenset(
    {"add", "sub", "mul", "div", "mod", "at", "contains", "count_of", "len", "max"}
    | {"lt", "le", "eq", "ne", "not", "and", "or", "divisible"}
)
"""The primitives of steps and conditions: what a list says of a number, and how it goes on from there."""
ENTRIES, CANDIDATES = 1500, 8_000
"""Of the bank of steps, and how many may be tried for it."""
POOL = Pool(12, 24)
"""What steps that choose are made of."""
NUMBERS = list_of(INT)
LESS, LEN = BUILTIN.searched["lt"], BUILTIN.searched["len"]


class AskingLoops(FormSearch):
    """Loops for the target that begin with a number, and whose steps and conditions see a list."""

    def __init__(self, context: SearchContext) -> None:
        super().__init__(context, TERMS)

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        longest = max(len(x) for one in self.examples for x in one.inputs if isinstance(x, list))
        return [*self._loops(type_, wanted)] if type_ in (INT, NUMBERS) and longest <= MOST_LONG else []

    def _loops(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Loops whose numbers may be any, then those whose numbers are places in the list."""
        begun = starts(self.context, INT)
        given = [tuple(one.inputs) for one in self.examples]
        for probes in (value_probes(begun, given, wanted), self._places(given)):
            steps = self._steps(probes) if probes else None
            if steps is None:
                continue
            if endings_for(INT, type_):
                inside = _is_inside(*steps.variables[: 2 + self._list])
                yield Whiles((type_, wanted), steps, begun, [], given, POOL, more=[inside])
            if has_orbits(type_):
                yield from (Orbits((type_, wanted), steps, start, given) for start in begun)
            if type_ == INT:
                yield Totals(wanted, steps, begun, given, POOL, are_measured=False)

    @property
    def _list(self) -> int:
        """Which of the parameters is the list."""
        return next(place for place, one in enumerate(self.parameters) if one.type == NUMBERS)

    def _places(self, given: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Rows of a place in the list of an example, and its parameters; none if all lists are empty."""
        draw = random.Random(DRAWN)
        rows = [row for row in given if row[self._list]]
        chosen = [draw.choice(rows) for _ in range(PROBES)] if rows else []
        return [(draw.randrange(len(row[self._list])), *row) for row in chosen]

    def _steps(self, probes: Sequence[tuple[Any, ...]]) -> Steps | None:
        (value,) = fresh_variables([("value", INT)], scope=self.parameters, language=self.subsearch.problem.language)
        constants = [(Literal(number, INT), CONSTANT_COST) for number in CONSTANTS]
        return steps_over(
            self.subsearch, (value, *self.parameters), probes, constants, INT,
            names=NAMES, entries=ENTRIES, candidates=CANDIDATES,
        )  # fmt: skip


def _is_inside(*variables: Variable) -> Step:
    """Whether the first variable is less than the length of the last: no bank of places knows it from a constant."""
    value, *_, items = variables
    place = len(variables) - 1
    body = call(LESS, value, call(LEN, items))
    cost = LESS.cost + LEN.cost + 2 * VARIABLE_COST
    return Step(cost, 1 | 1 << place, lambda: lambda row: row[0] < len(row[place]), lambda: body)


def are_numbers_and_list(parameters: Sequence[Variable]) -> bool:
    """Whether these are one list of numbers, and numbers."""
    types = [one.type for one in parameters]
    return len(types) <= MOST_PARAMETERS and types.count(NUMBERS) == 1 and types.count(INT) == len(types) - 1
