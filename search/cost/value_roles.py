"""What the values of an expression stand for: items of the data, or positions and counts.

Units of measure (Kennedy, "Types for units-of-measure", CEFP 2009) in their crudest form. They
forbid nothing: a program in which an item serves as a position is only less likely to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ...dsl.core.expression import Call, Expression, Function, Variable, walk
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import BOOL, INT
from ..task.task import Example

MANY_REPEATS = 0.5
"""Where fewer than this share of a list's items are distinct, its items are names of things rather than quantities."""


class Unit(Enum):
    """What an integer, or the integers in a list, stand for."""

    ITEM = "item"
    INDEX = "index"
    EITHER = "either"


class Oddity(Enum):
    """A part of an expression that a person would seldom mean."""

    ITEM_AS_INDEX = "an item of the data is used as a position or count"
    MIXED = "an item of the data meets a position or count"
    LABEL_AS_QUANTITY = "items that only name things are calculated with"


def oddities(expression: Expression, *, labels: bool = False) -> Iterator[Oddity]:
    """Every odd use of a value in an expression.

    Parameters
    ----------
    labels
        Whether the items of the inputs are taken for names of things (see `are_labels`).
    """
    given = {part for part in walk(expression) if isinstance(part, Variable) and part.type not in (INT, BOOL)}
    reader = _Reader(labels, Unit.ITEM if len(given) == 1 else Unit.EITHER, [])
    reader.unit(expression)
    yield from reader.found


@dataclass(frozen=True)
class _Reader:
    """Finds the unit of every part of one expression. Of several lists given, each may be one of positions."""

    labels: bool
    given: Unit
    found: list[Oddity]

    def unit(self, expression: Expression) -> Unit:
        match expression:
            case Variable(_, type_):
                return Unit.EITHER if type_ in (INT, BOOL) else self.given
            case Call(primitive, arguments):
                units = [self.unit(argument) for argument in arguments]
                self.found.extend(self.odd_uses(primitive, units))
                if primitive.index_result:
                    return Unit.INDEX
                if primitive.result == BOOL:
                    return Unit.EITHER
                pairs = zip(units, primitive.index_arguments, strict=True)
                return _common([unit for unit, index in pairs if not index])
            case Function(_, body):
                return self.unit(body)
        return Unit.EITHER

    def odd_uses(self, primitive: Primitive, units: Sequence[Unit]) -> Iterator[Oddity]:
        for unit, index in zip(units, primitive.index_arguments, strict=True):
            if index and unit is Unit.ITEM:
                yield Oddity.ITEM_AS_INDEX
        if primitive.alike and {Unit.ITEM, Unit.INDEX} <= set(units):
            yield Oddity.MIXED
        if self.labels and primitive.calculates and Unit.ITEM in units:
            yield Oddity.LABEL_AS_QUANTITY


def _common(units: Sequence[Unit]) -> Unit:
    return next((unit for unit in (Unit.ITEM, Unit.INDEX) if unit in units), Unit.EITHER)


def are_labels(examples: Sequence[Example]) -> bool:
    """Whether the lists among the inputs repeat their items so often that these look like names of things."""
    lists = [value for example in examples for value in example.inputs if isinstance(value, list) and value]
    if not lists:
        return False
    return sum(len(set(map(repr, value))) / len(value) for value in lists) / len(lists) < MANY_REPEATS
