"""Loops from number to number that begin with an argument: the Collatz steps, digits summed until one is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from operator import eq
from typing import Any

from ....dsl.core.expression import Literal, Variable
from ....dsl.core.types import INT, Type, list_of
from ....dsl.text.variables import fresh_variables
from ...cost.literals import literals
from ..context.context import Known, SearchContext
from .forms import Form, FormSearch, Terms
from .orbits import Orbits, has_orbits
from .sources import value_probes
from .steps import Pool, steps_over
from .whiles import Whiles, endings_for

TERMS = Terms("walks", least_tried=0, believed=18, share=0.4, most_cost=46, least_work=250_000)
MOST_PARAMETERS = 2
"""With more arguments than these the small functions of them are too many."""
MOST_STEP_CONSTANT = 4
"""No dearer constant is used in a step."""
ENTRIES, CANDIDATES = 6000, 60_000
"""Of the bank of steps, and how many may be tried for it."""
TIMES_FOR_TWO = 2
"""So many times as many where there are two arguments."""
CHOSEN = frozenset(
    {"add", "sub", "mul", "div", "square", "digit_sum", "reverse_digits", "isqrt", "product", "digits", "sum"}
    | {"is_even", "is_odd", "divisible", "eq", "lt", "mod", "is_square", "is_prime"}
)
POOL = Pool(24, 160, CHOSEN)
"""What steps that choose are made of."""


class NumberLoops(FormSearch):
    """Loops for the target that begin with one of the numbers given, where nothing else is."""

    def __init__(self, context: SearchContext) -> None:
        super().__init__(context, TERMS)

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        return [*self._loops(type_, wanted)] if are_numbers(self.parameters) and has_orbits(type_) else []

    def _loops(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        begun = list(self.context.entries(partial(eq, INT), 1))
        for parameter in self.parameters:
            start = next((one for one in begun if one.express() == parameter), None)
            if start is not None:
                yield from self._from(start, begun, type_, wanted)

    def _from(self, start: Known, begun: Sequence[Known], type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Loops that begin with one parameter; where there are two, they may use both."""
        shared = self.parameters if len(self.parameters) > 1 else ()
        given = [tuple(one.inputs) if shared else () for one in self.examples]
        (value,) = fresh_variables([("value", INT)], scope=self.parameters, language=self.subsearch.problem.language)
        times = TIMES_FOR_TWO if shared else 1
        # With the other number, which tells from each other what compares with it.
        rows = value_probes(begun if shared else [start], given, wanted)
        if min(start.values) >= 0:
            rows = [row for row in rows if row[0] >= 0]  # Digits, say, are those of no others.
        steps = steps_over(
            self.subsearch, (value, *shared), rows, self._constants(), INT,
            more=(list_of(INT),), of_integers=True, entries=ENTRIES * times, candidates=CANDIDATES * times,
        )  # fmt: skip
        if steps is not None:
            counts = [one for one in begun if one is not start]
            if endings_for(INT, type_):
                yield Whiles((type_, wanted), steps, [start], counts, given, POOL)
            yield Orbits((type_, wanted), steps, start, given)

    def _constants(self) -> list[tuple[Literal, int]]:
        return [
            (literal, cost)
            for literal, cost in literals(self.subsearch.problem.given)
            if literal.type == INT and cost <= MOST_STEP_CONSTANT
        ]


def are_numbers(parameters: Sequence[Variable]) -> bool:
    """Whether these are one number or two, and nothing else."""
    return 0 < len(parameters) <= MOST_PARAMETERS and all(one.type == INT for one in parameters)
