"""Loops over a list of numbers that keep two numbers: one that each item changes, and the most or the sum of it so far.

The largest sum of a part is found so: `run = max(x, run + x)`, then `best = max(best, run)`. The steps are few, so
that they are looked for early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Expression, Literal, Variable, call
from ....dsl.core.types import INT, Type, list_of
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.prior import VARIABLE_COST
from ..context.closures import closure_of
from ..context.context import Known, SearchContext
from .ends import STATES, Ends
from .folds import Folds, Track, track_of
from .forms import Form, FormSearch, Terms
from .sources import MOST_LONG, constant, probes
from .steps import Step, steps_over

TERMS = Terms("walks", least_tried=60_000, believed=20, share=0.01, most_cost=34, least_work=13_000)
CONSTANTS = (0, 1)
CONSTANT_COST = 2
"""What constants of a step cost."""
NAMES = frozenset({"add", "sub", "larger", "smaller", "abs", "lt", "le", "eq", "ne", "is_even", "is_positive"})
"""The primitives of steps."""
ENTRIES, CANDIDATES = 1000, 6_000
"""Of the bank of steps, and how many may be tried for it."""
NUMBERS = list_of(INT)
MAX, MIN, SUM, HEAD, TAIL = (BUILTIN.searched[name] for name in ("max", "min", "sum", "head", "tail"))
FIRST_COST = 2
"""What it costs to begin with the first item and go on with the others."""


class Scans(FormSearch):
    """Loops for the target over the one list that is given, where nothing else is."""

    def __init__(self, context: SearchContext) -> None:
        super().__init__(context, TERMS)

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        if len(self.parameters) > 1 or type_ != INT:
            return []
        (parameter,) = self.parameters
        lists = [example.inputs[0] for example in self.examples]
        if not 2 <= max(map(len, lists)) <= MOST_LONG:
            return []
        nothing: list[tuple[Any, ...]] = [() for _ in lists]
        language = self.subsearch.problem.language
        bound = fresh_variables([("run", INT), ("x", INT)], scope=self.parameters, language=language)
        constants = [(Literal(number, INT), CONSTANT_COST) for number in CONSTANTS]
        steps = steps_over(
            self.subsearch, bound, probes(INT, lists, nothing, wanted), constants, INT,
            names=NAMES, entries=ENTRIES, candidates=CANDIDATES,
        )  # fmt: skip
        if steps is None:
            return []
        return [Folds((type_, wanted), steps, [*tracks_over(parameter, lists, nothing)], plain_ends(), nothing)]


def tracks_over(parameter: Variable, lists: Sequence[Sequence[Any]], given: Sequence[Sequence[Any]]) -> Iterator[Track]:
    """A loop over a list that begins with 0, and one that begins with its first item."""
    over = Known(VARIABLE_COST, parameter.type, lists, lambda: parameter)
    yield track_of(over, constant(0, INT, len(lists)), given)
    if all(lists):
        rest = Known(FIRST_COST, parameter.type, [xs[1:] for xs in lists], lambda: call(TAIL, parameter))
        first = Known(0, INT, [xs[0] for xs in lists], lambda: call(HEAD, parameter))
        yield track_of(rest, first, given)


def plain_ends() -> Ends:
    """The largest of all states, the least, and their sum, tried as soon as there are states.

    The states cost nothing beside the loop.
    """
    states = Variable("states", NUMBERS)
    bodies = [(primitive.cost, call(primitive, states)) for primitive in (MAX, MIN, SUM)]
    return Ends(states, {0: [_end(cost, body, states) for cost, body in bodies]})


def _end(cost: int, body: Expression, states: Variable) -> Step:
    return Step(cost, STATES, lambda: lambda row: closure_of(body, [states])(row[:1]), lambda: body)
