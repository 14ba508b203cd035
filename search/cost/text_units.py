"""What a number taken from a text counts: characters, pieces or occurrences; or that it is the code of a character.

Units of measure again (see `value_roles`), for the one place where they are plain to see. A text is
cut at a number of characters, not at a number of words; and whether a length is even, or what is left
of it when it is divided, is hardly ever what a person means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable
from ...dsl.core.types import STR, list_of
from .value_roles import Oddity

REMAINDERS = frozenset({"mod", "is_even", "is_odd", "divisible"})
"""Primitives that look at the remainder of a number."""
PRODUCTS = frozenset({"mul", "square", "pow", "triangle", "digit_sum", "is_prime", "gcd", "lcm"})
"""Primitives that treat a number as a quantity, beside sums, differences and halves."""
SUMS = frozenset({"add", "sub"})
REPEATS = frozenset({"replicate", "cycle", "copies"})
"""Primitives whose count says how often, not where."""
COMPARISONS = frozenset({"eq", "ne", "lt", "le", "divisible"})


class Unit(Enum):
    """What a number, or each number in a list, counts."""

    CHARACTERS = "characters"
    PIECES = "pieces"
    OCCURRENCES = "occurrences"
    CODE = "codes of characters"
    CONSTANT = "items of a constant"
    NONE = "nothing that is known"


def text_oddities(expression: Expression) -> Iterator[Oddity]:
    """Every odd use of a number that is taken from a text."""
    reader = _Reader()
    reader.unit(expression)
    yield from reader.found


@dataclass(frozen=True)
class _Reader:
    """Finds the unit of every part of one expression."""

    found: list[Oddity] = field(default_factory=list)

    def unit(self, expression: Expression) -> Unit:
        """What the numbers in the value count, or the positions of a list of truth values."""
        match expression:
            case Call(primitive, arguments):
                units = [self.unit(argument) for argument in arguments]
                self.found.extend(_odd_uses(expression, units))
                if primitive.name == "codes":
                    return Unit.CODE
                if primitive.name == "count_text":
                    return Unit.OCCURRENCES
                if primitive.index_result and expression.type.depth == 0:
                    return _counted(arguments[0], units[0])
                if primitive.parameters[0] == STR and expression.type.depth == 1 and expression.type != STR:
                    return Unit.CHARACTERS
                pairs = zip(units, primitive.index_arguments, strict=True)
                return _first_known([unit for unit, index in pairs if not index])
            case Function(_, body):
                return self.unit(body)
        return Unit.NONE


def _counted(sequence: Expression, unit: Unit) -> Unit:
    """What the length of a sequence, or a position in it, counts; `unit` is that of its items."""
    if sequence.type == STR:
        return Unit.CHARACTERS
    if sequence.type == list_of(STR):
        return Unit.NONE if isinstance(sequence, Variable) else Unit.PIECES
    return Unit.CHARACTERS if unit is Unit.CODE else unit


def _odd_uses(expression: Call, units: Sequence[Unit]) -> Iterator[Oddity]:
    primitive, arguments = expression.primitive, expression.arguments
    known = {unit for unit in units if unit is not Unit.NONE}
    if primitive.name in REMAINDERS | PRODUCTS and known:
        yield Oddity.TEXT_NUMBER_DIVIDED
    if primitive.name in SUMS | COMPARISONS and len(known) > 1:
        yield Oddity.UNITS_MIXED
    if primitive.name in COMPARISONS and known & {Unit.CHARACTERS, Unit.CODE}:
        yield Oddity.LENGTH_COMPARED
    is_cut = isinstance(arguments[0], Literal) and primitive.name not in REPEATS
    whole = Unit.NONE if primitive.name in REPEATS else Unit.CONSTANT if is_cut else _counted(arguments[0], units[0])
    for unit, index in zip(units, primitive.index_arguments, strict=True):
        if index and Unit.NONE not in (unit, whole) and unit is not whole:
            yield Oddity.UNITS_MIXED


def _first_known(units: Sequence[Unit]) -> Unit:
    return next((unit for unit in units if unit is not Unit.NONE), Unit.NONE)
