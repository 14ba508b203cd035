"""Choices that go the same way for everything that is to be predicted, which says that they fit by chance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from ...dsl.core.expression import Call, Expression, Undefined, evaluate

LEAST_ASKED, MOST_ASKED, UNVARIED = 3, 7, 5
"""Of so many inputs to be predicted at least it says something that a condition is the same for all of them, and what
it adds; more than so many are not looked at."""
CHOICE = "if_else"


def unvaried(condition: Expression, asked: Sequence[Mapping[str, Any]]) -> int:
    """What it adds that a condition is the same for all inputs to be predicted, if they are several."""
    if len(asked) < LEAST_ASKED:
        return 0
    found = set()
    for row in asked[:MOST_ASKED]:
        try:
            found.add(evaluate(condition, row))
        except Undefined:
            return 0
    return UNVARIED if len(found) == 1 else 0


def idle_choices(
    program: Expression, asked: Sequence[Mapping[str, Any]], known: Collection[Expression] = frozenset()
) -> int:
    """What the choices of a program add that go the same way for all inputs to be predicted.

    Parameters
    ----------
    known
        Conditions that have paid for that.
    """
    return sum(unvaried(condition, asked) for condition in set(_conditions(program)) if condition not in known)


def _conditions(program: Expression) -> Iterator[Expression]:
    """The conditions on the inputs; what a function says of each item is another matter."""
    if isinstance(program, Call):
        if program.primitive.name == CHOICE:
            yield program.arguments[0]
        for argument in program.arguments:
            yield from _conditions(argument)
