"""What the values of an expression stand for: items of the data, or positions and counts.

Units of measure (Kennedy, "Types for units-of-measure", CEFP 2009) in their crudest form. They
forbid nothing: a program in which an item serves as a position is only less likely to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, walk
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import BOOL, INT, STR
from ..task.task import Example

MANY_REPEATS = 0.5
"""Where fewer than this share of a list's items are distinct, its items are names of things rather than quantities."""

DIVISIBILITY = frozenset({"is_even", "is_odd", "divisible", "mod", "is_prime", "is_square"})
QUOTIENTS = frozenset({"div", "mean"})
COMPARISONS = frozenset({"eq", "ne", "lt", "le"})


class ValueRole(Enum):
    """What an integer, or the integers in a list, stand for."""

    ITEM = "item"
    INDEX = "index"
    EITHER = "either"


class Oddity(Enum):
    """A part of an expression that a person would seldom mean."""

    ITEM_AS_INDEX = "an item of the data is used as a position or count"
    MIXED = "an item of the data meets a position or count"
    LABEL_AS_QUANTITY = "items that only name things are calculated with"
    COUNT_CALCULATED_WITH = "a count or a code of a character is multiplied, divided or the like"
    COUNT_IN_TEXT = "a count or a code of a character is written into a text"
    LENGTH_COMPARED = "a length of text, a position in it or a code of a character decides something"
    UNITS_MIXED = "a number of words or the like meets a number of characters"
    CODE_SHIFTED = "the code of a character is added to"
    CUT_BY_WHOLE = "the whole input is where a part of it is cut or changed, or a text is looked for in itself"
    CUT_BY_PART = "a text is cut or changed wherever it has what is a part of itself"
    QUOTIENT_TESTED = "what is left of a division decides by its own divisors"
    ONE_ITEM_DECIDES = "a single item of a list decides by itself, and the others do not count"
    DIGITS_CUT_BY_DIVISION = "digits of a text are cut off by dividing the number that they write"
    CONSTANT_CHANGED = "a constant is cut or changed as the input says"


def oddities(expression: Expression, *, labels: bool = False) -> Iterator[Oddity]:
    """Every odd use of a value in an expression.

    Parameters
    ----------
    labels
        Whether the items of the inputs are taken for names of things (see `are_labels`).
    """
    given = {part for part in walk(expression) if isinstance(part, Variable) and part.type not in (INT, BOOL)}
    reader = _Reader(labels, ValueRole.ITEM if len(given) == 1 else ValueRole.EITHER, [])
    reader.role(expression)
    yield from reader.found
    yield from _odd_decisions(expression)


def _odd_decisions(expression: Expression) -> Iterator[Oddity]:
    """Odd conditions, where there is nothing but a decision: between truth values, or between texts."""
    for part in walk(expression) if expression.type in (BOOL, STR) else ():
        match part:
            case Call(primitive, (Call(divided), *_)) if primitive.name in DIVISIBILITY and divided.name in QUOTIENTS:
                yield Oddity.QUOTIENT_TESTED
            case Call(primitive, arguments) if primitive.name in COMPARISONS:
                if any(map(_is_item, arguments)) and any(isinstance(side, Literal) for side in arguments):
                    yield Oddity.ONE_ITEM_DECIDES
            case Call(primitive, (item, *_)) if primitive.name in DIVISIBILITY and _is_item(item):
                yield Oddity.ONE_ITEM_DECIDES


def _is_item(expression: Expression) -> bool:
    """Whether it is one item of a list that is given."""
    match expression:
        case Call(primitive, (Variable(), *_)):
            return primitive.name in ("head", "last", "at")
    return False


@dataclass(frozen=True)
class _Reader:
    """Finds the role of every part of one expression. Of several lists given, each may be one of positions."""

    labels: bool
    given: ValueRole
    found: list[Oddity]

    def role(self, expression: Expression) -> ValueRole:
        match expression:
            case Variable(_, type_):
                return ValueRole.EITHER if type_ in (INT, BOOL) else self.given
            case Call(primitive, arguments):
                roles = [self.role(argument) for argument in arguments]
                self.found.extend(self.odd_uses(primitive, indices_of(expression), roles))
                if primitive.index_result:
                    return ValueRole.INDEX
                if primitive.result == BOOL:
                    return ValueRole.EITHER
                pairs = zip(roles, indices_of(expression), strict=True)
                return _common([role for role, index in pairs if not index])
            case Function(_, body):
                return self.role(body)
        return ValueRole.EITHER

    def odd_uses(self, primitive: Primitive, indices: Sequence[bool], roles: Sequence[ValueRole]) -> Iterator[Oddity]:
        for role, index in zip(roles, indices, strict=True):
            if index and role is ValueRole.ITEM:
                yield Oddity.ITEM_AS_INDEX
        if primitive.alike and {ValueRole.ITEM, ValueRole.INDEX} <= set(roles):
            yield Oddity.MIXED
        if self.labels and primitive.calculates and ValueRole.ITEM in roles:
            yield Oddity.LABEL_AS_QUANTITY


def indices_of(expression: Call) -> Sequence[bool]:
    """Which arguments are positions or counts."""
    return expression.primitive.indexes(len(expression.arguments))


def _common(roles: Sequence[ValueRole]) -> ValueRole:
    return next((role for role in (ValueRole.ITEM, ValueRole.INDEX) if role in roles), ValueRole.EITHER)


def are_labels(examples: Sequence[Example]) -> bool:
    """Whether the lists among the inputs repeat their items so often that these look like names of things."""
    lists = [value for example in examples for value in example.inputs if isinstance(value, list) and value]
    if not lists:
        return False
    return sum(len(set(map(repr, value))) / len(value) for value in lists) / len(lists) < MANY_REPEATS
