"""Lists of all numbers that a loop passes: each step of it is the way from one item to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ....dsl.core.expression import Expression, Function, Undefined, Variable, call, evaluate
from ....dsl.language.language import BUILTIN
from ...cost.prior import FUNCTION_COST
from ..recurrences.whiles import limit_of

TRAIL, INIT = BUILTIN.unsearched["trail_while"], BUILTIN.searched["init"]
LEAST_STEPS = 4
"""How many different steps must be known."""


def steps_in(trails: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The number before and that after of each step; none if they are few."""
    found = [pair for trail in trails for pair in pairwise(trail)]
    return found if len(set(found)) >= LEAST_STEPS else []


def loops_of(
    trails: Sequence[Sequence[int]],
    start: Expression,
    value: Variable,
    body: Expression,
    scopes: Sequence[dict[str, Any]],
) -> Iterator[tuple[int, Expression]]:
    """The loops with this body for a step that pass these numbers, with what they cost more than body and start.

    Parameters
    ----------
    scopes
        What the parameters are in each example.
    """
    step = Function((value,), body)
    ends = [trail[-1:] for trail in trails]
    for is_listed in (True, False):
        if not is_listed:
            ends = [_after(value, body, trail, scope, start) for trail, scope in zip(trails, scopes, strict=True)]
        last = [number for end in ends for number in end]
        passed = [number for trail in trails for number in (trail[:-1] if is_listed else trail)]
        if len(last) < len(trails) or not passed:
            continue
        limit = limit_of(value, last, passed)
        if limit is not None:
            loop = call(TRAIL, start, Function((value,), limit.express()), step)
            cost = TRAIL.cost + 2 * FUNCTION_COST + limit.cost
            yield (cost, loop) if is_listed else (cost + INIT.cost, call(INIT, loop))


def _after(
    value: Variable, body: Expression, trail: Sequence[int], scope: dict[str, Any], start: Expression
) -> list[int]:
    """The number after the last, or that before any, as a list of one; none if there is no such."""
    try:
        if not trail:
            return [evaluate(start, scope)]
        return [evaluate(body, {**scope, value.name: trail[-1]})]
    except Undefined:
        return []
