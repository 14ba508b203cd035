"""Columns: expressions of dates, times and durations with their values, one for each example or for each row of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ....dsl.core.expression import Expression, Literal, call
from ....dsl.core.primitive import Primitive
from ....dsl.core.types import INT, STR
from ...cost.prior import expression_cost
from ..scene.scene import Reading, Scene


@dataclass(frozen=True)
class Column:
    """An expression, what it is worth as a part of a program, and its values over all examples and rows."""

    body: Expression
    cost: int
    values: tuple[Any, ...]
    shape: tuple[int, ...] | None
    """How many rows each example has, None if the values are no lists."""


def column_said(reading: Reading) -> Column:
    """The values of a reading, at what that costs."""
    return column_of(reading, max(1, expression_cost(reading.body) + reading.extra))


def column_of(reading: Reading, cost: int) -> Column:
    """The values of a reading, one after the other."""
    if not reading.body.type.is_list:
        return Column(reading.body, cost, reading.values, None)
    flat = tuple(item for row in reading.values for item in row)
    return Column(reading.body, cost, flat, tuple(map(len, reading.values)))


class Workshop:
    """Makes expressions over the columns of a scene, and keeps what is defined on every example."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.vocabulary = scene, scene.problem.language.vocabulary

    def applied(self, name: str, *arguments: Expression | int | str) -> Expression:
        """A primitive on expressions and constants, over the rows of what is a list."""
        primitive: Primitive = self.vocabulary[name]
        parts = [_expression(argument) for argument in arguments]
        pairs = zip(parts, primitive.parameters, strict=True)
        return call(primitive, *parts, each=any(part.type.is_list and not wanted.is_list for part, wanted in pairs))

    def column(self, cost: int, name: str, *arguments: Expression | int | str) -> Column | None:
        """The application as a column; None if it is undefined somewhere."""
        reading = self.scene.read(self.applied(name, *arguments))
        return None if reading is None else column_of(reading, cost)

    def reading(self, column: Column, cost: int | None = None) -> Reading | None:
        """A column as a reading that costs so much as a whole."""
        wanted = column.cost if cost is None else cost
        return self.scene.read(column.body, extra=wanted - expression_cost(column.body))


def _expression(argument: Expression | int | str) -> Expression:
    if isinstance(argument, int | str):
        return Literal(argument, INT if isinstance(argument, int) else STR)
    return argument


def flat_outputs(scene: Scene) -> tuple[list[Any], tuple[int, ...] | None]:
    """The outputs, or their rows one after the other, with how many there are in each example."""
    outputs: Sequence[Any] = scene.outputs
    if not scene.result_type.is_list:
        return list(outputs), None
    return [item for row in outputs for item in row], tuple(map(len, outputs))
