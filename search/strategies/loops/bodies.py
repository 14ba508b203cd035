"""Loops without a body, and the examples of the body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Expression, Undefined, Variable, evaluate
from ....dsl.core.types import Type
from ....dsl.core.values import same_value

Close = Callable[[Expression], Iterable[tuple[int, Expression]]]
"""The loops that a body makes, with what they cost more."""


@dataclass(frozen=True)
class Row:
    """An example of a body: its arguments and the program's, and what it should give."""

    inputs: tuple[Any, ...]
    output: Any


@dataclass(frozen=True)
class Loop:
    """A loop that would give the goal if it had the right body.

    `cost` is that of all but the body and what `close` adds; `close` makes the
    loop of a body, in no way or several, with what that adds to the cost. The body
    may use the program's parameters too if they are `shared`. Texts `in_pieces` tell all that the body gives: such
    loops come first.
    """

    cost: int
    parameters: tuple[Variable, ...]
    rows: Sequence[Row]
    result: Type
    close: Close
    shared: bool = True
    in_pieces: bool = False


def consistent(rows: Iterable[Row]) -> list[Row]:
    """The rows, each once; none if two contradict each other."""
    known: dict[str, Row] = {}
    for row in rows:
        if not same_value(known.setdefault(repr(row.inputs), row).output, row.output):
            return []
    return list(known.values())


def gives(body: Expression, variables: Sequence[Variable], row: Row) -> bool:
    """Whether a body of these variables gives what it should in a row."""
    names = (variable.name for variable in variables)
    try:
        return same_value(evaluate(body, dict(zip(names, row.inputs, strict=True))), row.output)
    except Undefined:
        return False


def spread(rows: list[Row], most: int) -> list[Row]:
    """This many rows, from all over the list, those with different outputs first."""
    unlike: dict[str, Row] = {}
    for row in rows:
        unlike.setdefault(repr(row.output), row)
    first = list(unlike.values())
    others = [row for row in rows if all(row is not one for one in first)]
    return [*_every(first, most), *_every(others, max(0, most - len(first)))]


def _every(rows: list[Row], most: int) -> list[Row]:
    return [rows[i * len(rows) // most] for i in range(most)] if len(rows) > most else rows
