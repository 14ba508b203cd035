"""What loops run over and start from, and the probes that tell their steps apart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from ....dsl.core.expression import Literal, free_variables
from ....dsl.core.types import BOOL, INT, LIMIT, STR, Type, list_of
from ....dsl.core.values import has_type
from ...cost.literals import constant_cost
from ..context.context import Known, SearchContext

MOST_SOURCE_COST, MOST_SOURCES = 7, 6
"""The most that what a loop runs over may cost, and how many such lists are tried for a type of items."""
MOST_LONG = 300
"""A list of more items takes too long to run over again and again."""
PROBES = 32
"""How many rows tell steps apart."""
DRAWN = 20261127
"""Where the drawing of probes begins: always the same."""
SMALL = (0, 1, -1, 2, 3, 4, 5, 6, 9, 10, 12)
"""States that loops over numbers pass early."""


def constant(value: Any, type_: Type, count: int) -> Known:
    """A constant in so many examples."""
    return Known(constant_cost(value, type_), type_, [value] * count, lambda: Literal(value, type_))


def sources(context: SearchContext, item: Type) -> list[Known]:
    """The cheapest lists of such items that a loop may run over: none that is always the same, or too short."""
    found: list[Known] = []
    for known in context.entries(lambda type_: type_ == list_of(item), MOST_SOURCE_COST):
        longest = max(map(len, known.values))
        if 2 <= longest <= MOST_LONG and any(value != known.values[0] for value in known.values):
            found.append(known)
            if len(found) == MOST_SOURCES:
                break
    return found


def starts(context: SearchContext, type_: Type) -> list[Known]:
    """What a loop with states of a type may start from: a few constants, and parameters."""
    count = len(context.examples)
    values: dict[Type, tuple[Any, ...]] = {INT: (0, 1), STR: ("",), BOOL: (True, False)}
    found = [constant(value, type_, count) for value in values.get(type_, ([],) if type_.is_list else ())]
    return found + list(context.entries(lambda one: one == type_, 1))


def are_apart(over: Known, start: Known) -> bool:
    """Whether a loop does not start from what it runs over."""
    return free_variables(over.express()).isdisjoint(free_variables(start.express()))


def states_like(type_: Type, lists: Sequence[Sequence[Any]], outputs: Sequence[Any], draw: random.Random) -> list[Any]:
    """States of a type that a loop over some lists might pass."""
    if type_ == INT:
        numbers = [value for value in outputs if type(value) is int]
        sums = [sum(xs[: draw.randint(0, len(xs))]) for xs in lists if all(type(x) is int for x in xs)]
        return [*SMALL, *numbers, *(one for one in sums if abs(one) <= LIMIT)]
    if type_ == BOOL:
        return [False, True]
    if type_ == STR:
        whole = ["".join(xs) for xs in lists if all(isinstance(x, str) for x in xs)] + [
            value for value in outputs if isinstance(value, str)
        ]
        return ["", *(text[: draw.randint(0, len(text))] for text in whole for _ in range(3))]
    parts = [*lists, *(value for value in outputs if has_type(value, type_))]
    return [[], *(list(xs[: draw.randint(0, len(xs))]) for xs in parts for _ in range(3))]


def probes(
    state: Type, items: Sequence[Sequence[Any]], given: Sequence[Sequence[Any]], outputs: Sequence[Any]
) -> list[tuple[Any, ...]]:
    """Rows of a state, an item and the parameters of an example, drawn from what there is.

    Parameters
    ----------
    items
        For each example what is in the lists that loops run over.
    given
        For each example the parameters that a step may use.
    """
    draw = random.Random(DRAWN)
    examples = [place for place, xs in enumerate(items) if xs]
    possible = states_like(state, items, outputs, draw)
    rows = []
    for one in _spread(possible, draw):
        example = draw.choice(examples)
        rows.append((one, draw.choice(items[example]), *given[example]))
    return rows


def value_probes(
    begun: Sequence[Known], given: Sequence[Sequence[Any]], outputs: Sequence[Any]
) -> list[tuple[Any, ...]]:
    """The same for loops without items: rows of a value like those that a loop starts from, and the parameters."""
    draw = random.Random(DRAWN)
    type_ = begun[0].type
    values = [value for one in begun for value in one.values]
    possible = states_like(type_, values if type_.is_sequence else [[value] for value in values], outputs, draw)
    return [(value, *draw.choice(given)) for value in _spread(possible, draw)]


def _spread(possible: Sequence[Any], draw: random.Random) -> list[Any]:
    """As many of the values as there are probes, the first of them for certain: conditions tell small numbers apart."""
    first = [*possible[: len(SMALL)]]
    return first + [draw.choice(possible) for _ in range(PROBES - len(first))]
