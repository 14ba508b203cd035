"""What may be made of the states of a loop in the end: small functions of the list of them, or of the last."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from ....dsl.core.expression import Call, Expression, Literal, Variable, call, walk
from ....dsl.core.primitive import UNDEFINED_ERRORS
from ....dsl.core.types import BOOL, INT, Type, list_of
from ....dsl.language.language import BUILTIN
from ...cost.prior import VARIABLE_COST
from ..context.closures import Closure
from ..context.subsearch import Subsearch
from .sources import DRAWN, PROBES
from .steps import Step, by_cost, steps_over

MOST_ENDS, MOST_CONDITIONS = 60, 14
"""How many functions of the states are tried, and from how many two conditions are put together."""
CONSTANTS = ((0, 2), (1, 2), (2, 2), (10, 4))
"""Numbers that an end may use, and what they cost."""
LENGTHS = (4, 5)
"""Of drawn lists of states: what is the same for all of one length says nothing of the states."""
LAST, AND = BUILTIN.searched["last"], BUILTIN.searched["and"]
STATES = 1
"""The place of the states among the variables of an end, as a bit."""


@dataclass(frozen=True)
class Ends:
    """The small functions of the states of a loop over numbers, by cost."""

    states: Variable
    by_cost: Mapping[int, Sequence[Step]]

    def of(self, body: Expression, states: Expression, last: Expression) -> Expression:
        """An end with the loop that gives the states, or the last of them, in place of the variable."""
        match body:
            case Call(primitive, (Variable() as given,)) if primitive is LAST and given == self.states:
                return last
            case Call(primitive, arguments, each):
                return call(primitive, *(self.of(one, states, last) for one in arguments), each=each)
        return states if body == self.states else body


def ends_for(
    subsearch: Subsearch, shared: Sequence[Variable], given: Sequence[Sequence[Any]], result: Type
) -> Ends | None:
    """The functions of the states of a loop and of some parameters; None if memory lacks."""
    draw = random.Random(DRAWN)
    states = Variable("states", list_of(INT))
    rows = []
    for place in range(PROBES):
        drawn = [draw.randint(-4, 12) for _ in range(LENGTHS[place % len(LENGTHS)])]
        rows.append((drawn, *draw.choice(given)))
    constants = [(Literal(value, INT), cost) for value, cost in CONSTANTS]
    steps = steps_over(subsearch, (states, *shared), rows, constants, result)
    if steps is None:
        return None
    chosen = [one for one in steps.cheapest(result, 2 * MOST_ENDS, places=STATES) if not _is_blind(one, given)]
    found = sorted((_beside_loop(one, states) for one in chosen), key=lambda one: one.cost)
    both = [_both(one, other) for one, other in combinations(found[:MOST_CONDITIONS], 2)] if result == BOOL else []
    return Ends(states, by_cost([*found[:MOST_ENDS], *both]))


def _beside_loop(end: Step, states: Variable) -> Step:
    """An end with what it costs beside the loop: to take the last state costs nothing, for a fold has no others."""
    body = end.express()
    alone = all(part.primitive is LAST for part in walk(body) if isinstance(part, Call) and states in part.arguments)
    return replace(end, cost=max(0, end.cost - VARIABLE_COST - LAST.cost * alone))


def _both(one: Step, other: Step) -> Step:
    """Two conditions together."""

    def close() -> Closure:
        first, second = one.run, other.run
        return lambda scope: first(scope) and second(scope)

    def express() -> Expression:
        return call(AND, one.express(), other.express())

    cost = AND.cost + one.cost + other.cost
    return Step(cost, one.uses | other.uses, close, express)


def _is_blind(end: Step, given: Sequence[Sequence[Any]]) -> bool:
    """Whether it sees nothing of the states but how many they are."""
    for length in LENGTHS:
        values = set()
        for states in (range(length), range(length, 0, -1), [0] * length):
            try:
                values.add(repr(end.run(([*states], *given[0]))))
            except UNDEFINED_ERRORS:
                values.add("")
        if len(values) > 1:
            return False
    return True


def gives(end: Step, rows: Sequence[tuple[Any, ...]], wanted: Sequence[Any]) -> bool:
    """Whether an end makes what is wanted of rows of states and parameters."""
    try:
        return all(end.run(row) == value for row, value in zip(rows, wanted, strict=True))
    except UNDEFINED_ERRORS:
        return False
