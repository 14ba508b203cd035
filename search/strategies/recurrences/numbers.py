"""Loops from number to number that begin with an argument: the Collatz steps, digits summed until one is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Literal, Variable
from ....dsl.core.types import INT, Type, list_of
from ....dsl.text.variables import fresh_variables
from ...cost.literals import literals
from ..context.context import Known, SearchContext
from .forms import Form, FormSearch, Terms
from .orbits import Orbits, has_orbits
from .sources import starts, value_probes
from .steps import Pool, Steps, steps_over
from .totals import Totals
from .whiles import Whiles, endings_for

TERMS = Terms("walks", least_tried=0, believed=18, share=0.4, most_cost=46, least_work=225_000)
PASSED_TERMS = Terms("walks", least_tried=200_000, believed=30, share=0.04, most_cost=50, least_work=41_500)
"""Those of which the goal says no end come later."""
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


@dataclass(frozen=True)
class Beginning:
    """What loops may begin with, and their steps.

    Parameters
    ----------
    starts
        Arguments and constants, or one of these kinds.
    begun
        The arguments.
    given
        For each example the arguments that steps see besides the number.
    """

    steps: Steps
    starts: Sequence[Known]
    begun: Sequence[Known]
    given: Sequence[tuple[Any, ...]]

    @property
    def pool(self) -> Pool:
        """What steps that choose are made of."""
        return POOL if self.starts[0] in self.begun else NO_CHOICE


class NumberLoops(FormSearch):
    """Loops for the target that begin with one of the numbers given, where nothing else is."""

    def __init__(self, context: SearchContext) -> None:
        super().__init__(context, TERMS)
        self.beginnings: list[Beginning] = []
        """What has been looked at, for other loops of the same steps."""

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        return [*self._loops(type_, wanted)] if are_numbers(self.parameters) and has_orbits(type_) else []

    def _loops(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        ends = bool(endings_for(INT, type_))
        for one in self._beginnings(wanted, of_constants=ends):
            self.beginnings.append(one)
            if ends:
                yield Whiles((type_, wanted), one.steps, one.starts, one.begun, one.given, one.pool)
            for start in one.starts:
                if start in one.begun:
                    yield Orbits((type_, wanted), one.steps, start, one.given)

    def _beginnings(self, wanted: Sequence[Any], *, of_constants: bool) -> Iterator[Beginning]:
        """Loops that begin with an argument, and whose steps see the others; then those that begin with a constant."""
        constants, begun = split(starts(self.context, INT), len(self.parameters))
        found: list[tuple[list[Known], tuple[Variable, ...]]] = [(begun, ())]
        if len(begun) > 1:
            found = [([*begun, *constants], self.parameters)]
        elif of_constants:
            found.append((constants, self.parameters))
        for starts_, shared in found:
            one = self._beginning(starts_, begun, shared, wanted)
            if one is not None:
                yield one

    def _beginning(
        self, starts_: Sequence[Known], begun: Sequence[Known], shared: tuple[Variable, ...], wanted: Sequence[Any]
    ) -> Beginning | None:
        """Loops that begin with some values, whose steps may use some parameters; None if memory lacks."""
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
        return None if steps is None else Beginning(steps, starts_, begun, given)

    def _constants(self) -> list[tuple[Literal, int]]:
        return [
            (literal, cost)
            for literal, cost in literals(self.subsearch.problem.given)
            if literal.type == INT and cost <= MOST_STEP_CONSTANT
        ]


class PassedNumbers(FormSearch):
    """Loops of the same steps, of which the goal says what is made of all that they pass."""

    def __init__(self, context: SearchContext, loops: NumberLoops) -> None:
        super().__init__(context, PASSED_TERMS)
        self._loops = loops

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        begun = self._loops.beginnings if type_ == INT else []
        return [Totals(wanted, one.steps, one.starts, one.given, one.pool) for one in begun]


def split(known: Sequence[Known], count: int) -> tuple[list[Known], list[Known]]:
    """All but the last so many, and these."""
    return list(known[:-count]), list(known[-count:])


def are_numbers(parameters: Sequence[Variable]) -> bool:
    """Whether these are one number or two, and nothing else."""
    return 0 < len(parameters) <= MOST_PARAMETERS and all(one.type == INT for one in parameters)
