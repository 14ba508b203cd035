"""Loops from number to number that begin with an argument: the Collatz steps, digits summed until one is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Literal, Variable
from ....dsl.core.types import INT, Type, list_of
from ....dsl.text.variables import fresh_variables
from ...cost.literals import literals
from ..context.context import Known, SearchContext
from .forms import Form, FormSearch, Terms
from .orbits import Orbits, has_orbits
from .sources import starts, value_probes
from .steps import Pool, steps_over
from .whiles import Whiles, endings_for

TERMS = Terms("walks", least_tried=0, believed=18, share=0.4, most_cost=46, least_work=250_000)
MOST_PARAMETERS = 2
"""With more arguments than these the small functions of them are too many."""
MOST_STEP_CONSTANT = 4
"""No dearer constant is used in a step."""
ENTRIES, CANDIDATES = 6000, 60_000
"""Of the bank of steps for each argument that they use, and how many may be tried for it."""
CHOSEN = frozenset(
    {"add", "sub", "mul", "div", "square", "digit_sum", "reverse_digits", "isqrt", "product", "digits", "sum"}
    | {"is_even", "is_odd", "divisible", "eq", "lt", "mod", "is_square", "is_prime"}
)
POOL = Pool(24, 160, CHOSEN)
NO_CHOICE = Pool(0, 0)
"""What steps that choose are made of; what begins with a constant hardly ever does."""


class NumberLoops(FormSearch):
    """Loops for the target that begin with one of the numbers given, where nothing else is."""

    def __init__(self, context: SearchContext) -> None:
        super().__init__(context, TERMS)

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        return [*self._loops(type_, wanted)] if are_numbers(self.parameters) and has_orbits(type_) else []

    def _loops(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Loops that begin with an argument, and whose steps see the others; then those that begin with a constant."""
        constants, begun = split(starts(self.context, INT), len(self.parameters))
        if len(begun) > 1:
            yield from self._from([*begun, *constants], begun, self.parameters, type_, wanted)
            return
        yield from self._from(begun, begun, (), type_, wanted)
        if endings_for(INT, type_):
            yield from self._from(constants, begun, self.parameters, type_, wanted)

    def _from(
        self,
        starts_: Sequence[Known],
        begun: Sequence[Known],
        shared: tuple[Variable, ...],
        type_: Type,
        wanted: Sequence[Any],
    ) -> Iterator[Form]:
        """Loops that begin with some values, whose steps may use some parameters."""
        given = [tuple(one.inputs) if shared else () for one in self.examples]
        (value,) = fresh_variables([("value", INT)], scope=self.parameters, language=self.subsearch.problem.language)
        rows = value_probes(begun, given, wanted)  # Also like what a constant grows to.
        if all(min(one.values) >= 0 for one in begun):
            rows = [row for row in rows if row[0] >= 0]  # Digits, say, are those of no others.
        times = max(1, len(shared))
        steps = steps_over(
            self.subsearch, (value, *shared), rows, self._constants(), INT,
            more=(list_of(INT),), of_integers=True, entries=ENTRIES * times, candidates=CANDIDATES * times,
        )  # fmt: skip
        if steps is None:
            return
        if endings_for(INT, type_):
            pool = POOL if starts_[0] in begun else NO_CHOICE
            yield Whiles((type_, wanted), steps, starts_, begun, given, pool)
        for start in starts_:
            if start in begun:
                yield Orbits((type_, wanted), steps, start, given)

    def _constants(self) -> list[tuple[Literal, int]]:
        return [
            (literal, cost)
            for literal, cost in literals(self.subsearch.problem.given)
            if literal.type == INT and cost <= MOST_STEP_CONSTANT
        ]


def split(known: Sequence[Known], count: int) -> tuple[list[Known], list[Known]]:
    """All but the last so many, and these."""
    return list(known[:-count]), list(known[-count:])


def are_numbers(parameters: Sequence[Variable]) -> bool:
    """Whether these are one number or two, and nothing else."""
    return 0 < len(parameters) <= MOST_PARAMETERS and all(one.type == INT for one in parameters)
