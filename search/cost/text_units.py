"""What a number taken from a text counts: characters, pieces or occurrences; or that it is the code of a character.

Units of measure again (see `value_roles`), for the one place where they are plain to see. A text is
cut at a number of characters, not at a number of words; whether a length is even, or what is left of it when it
is divided, is hardly ever what a person means; and nobody adds up the codes of characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from ...dsl.core.expression import Call, Expression, Function, Literal, Variable, free_variables, walk
from ...dsl.core.types import INT, STR, list_of
from .literals import POWERS_OF_TEN
from .value_roles import Oddity, indices_of

CALCULATIONS = frozenset(
    {"mod", "is_even", "is_odd", "divisible", "mul", "square", "pow", "triangle", "digit_sum", "gcd", "lcm", "isqrt",
     "is_prime", "is_square", "factorial", "fibonacci", "digits", "bits", "divisors", "sign", "bit_and", "bit_or",
     "bit_xor", "product"}
)  # fmt: skip
"""Primitives that make of a number what has no meaning for a count or a code. Sums, differences and halves have."""
SUMMARIES = frozenset({"sum", "min", "max", "argmin", "argmax", "mean", "median", "running_sum", "deltas"})
"""Primitives that make of several numbers what has no meaning for codes."""
HALVED = Literal(2, INT)
"""What a count may be divided by."""
SUMS = frozenset({"add", "sub"})
COMPARISONS = frozenset({"eq", "ne", "lt", "le"})
REPEATS = frozenset({"replicate", "cycle", "copies"})
"""Primitives whose count says how often, not where."""
CHANGES = frozenset(
    {"split", "join", "replace", "replace_first", "remove_text", "before", "after", "before_last", "after_last",
     "between", "remove_prefix", "remove_suffix", "compress", "take", "drop", "take_last", "drop_last", "rotate",
     "stride", "slice"}
)  # fmt: skip
"""Primitives whose first argument is what they change; the others only say how."""

SEARCHES = frozenset({"has", "starts_with", "ends_with", "count_text", "find_text"})
"""Primitives that look for their second argument in the first."""
CASES = frozenset({"lower", "upper", "title", "capitalize", "swapcase"})


class Unit(Enum):
    """What a number, or each number in a list, counts."""

    CHARACTERS = "characters"
    PIECES = "pieces"
    OCCURRENCES = "occurrences"
    CODE = "codes of characters"
    NONE = "nothing that is known"


def text_oddities(expression: Expression) -> Iterator[Oddity]:
    """Every odd use of a number that is taken from a text."""
    reader = _Reader(expression)
    reader.unit(expression)
    yield from reader.found
    yield from (Oddity.DIGITS_CUT_BY_DIVISION for part in walk(expression) if _cuts_digits(part))


def _cuts_digits(part: Expression) -> bool:
    match part:
        case Call(written, (Call(divided, (Call(read), Literal(by))),)):
            names = written.name, divided.name, read.name
            return names in (("to_text", "mod", "to_number"), ("to_text", "div", "to_number")) and by in POWERS_OF_TEN
    return False


@dataclass(frozen=True)
class _Reader:
    """Finds the unit of every part of one expression."""

    whole: Expression
    found: list[Oddity] = field(default_factory=list)

    @cached_property
    def items(self) -> frozenset[Variable]:
        """The parameters of functions, which stand for one of several items."""
        variables = {part for part in walk(self.whole) if isinstance(part, Variable)}
        return frozenset(variables - free_variables(self.whole))

    def unit(self, expression: Expression) -> Unit:
        """What the numbers in the value count, or the positions of a list of truth values."""
        match expression:
            case Call(primitive, arguments):
                units = [self.unit(argument) for argument in arguments]
                self.found.extend(_odd_calculations(expression, units, self.items))
                self.found.extend(_odd_positions(expression, units))
                if primitive.name == "to_text" and Unit.NONE not in units and expression is not self.whole:
                    self.found.append(Oddity.COUNT_IN_TEXT)
                return _unit_of(expression, units)
            case Function(_, body):
                return self.unit(body)
        return Unit.NONE


def _unit_of(expression: Call, units: Sequence[Unit]) -> Unit:
    primitive, arguments = expression.primitive, expression.arguments
    if primitive.name == "codes":
        return Unit.CODE
    if primitive.name == "count_text":
        return Unit.OCCURRENCES
    if STR in (expression.type, expression.type.item):
        return Unit.NONE
    if primitive.index_result and expression.type.is_scalar:
        return _counted(arguments[0], units[0])
    if arguments[0].type == STR and expression.type.is_list and not expression.each:
        return Unit.CHARACTERS
    pairs = zip(units, indices_of(expression), strict=True)
    return _first_known([unit for unit, index in pairs if not index])


def _counted(sequence: Expression, unit: Unit) -> Unit:
    """What the length of a sequence, or a position in it, counts; `unit` is that of its items."""
    if sequence.type == STR:
        return Unit.CHARACTERS
    if sequence.type == list_of(STR):
        return Unit.NONE if isinstance(sequence, Variable) else Unit.PIECES
    return Unit.CHARACTERS if unit is Unit.CODE else unit


def _odd_calculations(expression: Call, units: Sequence[Unit], items: Set[Variable]) -> Iterator[Oddity]:
    name, known = expression.primitive.name, {unit for unit in units if unit is not Unit.NONE}
    is_calculated = name in CALCULATIONS or (name == "div" and expression.arguments[1] != HALVED)
    if (is_calculated and known) or (name in SUMMARIES and Unit.CODE in known):
        yield Oddity.COUNT_CALCULATED_WITH
    if name in SUMS | COMPARISONS and len(known) > 1:
        yield Oddity.UNITS_MIXED
    if name in SUMS and Unit.CODE in known:
        yield Oddity.CODE_SHIFTED
    is_about_item = any(_is_length_of(side, items) for side in expression.arguments)
    if name in COMPARISONS and known & {Unit.CHARACTERS, Unit.CODE} and Unit.NONE in units and not is_about_item:
        yield Oddity.LENGTH_COMPARED


def _is_length_of(expression: Expression, items: Set[Variable]) -> bool:
    """Whether it is how long one of several items is: long words are often told from short ones."""
    match expression:
        case Call(primitive, (Variable() as one,)):
            return primitive.name == "len" and one in items
    return False


def _odd_positions(expression: Call, units: Sequence[Unit]) -> Iterator[Oddity]:
    primitive, arguments = expression.primitive, expression.arguments
    if primitive.name in CHANGES and isinstance(arguments[0], Literal):
        yield Oddity.CONSTANT_CHANGED
    whole = {part for part in arguments[1:] if isinstance(part, Variable) and part.type == STR}
    if primitive.name in CHANGES and whole & free_variables(arguments[0]):
        yield Oddity.CUT_BY_WHOLE
    parts = [part for part in arguments[1:] if isinstance(part, Call) and part.type == STR]
    if primitive.name in CHANGES and any(free_variables(part) & free_variables(arguments[0]) for part in parts):
        yield Oddity.CUT_BY_PART
    if primitive.name in SEARCHES and arguments[0] in whole | {_recased(part) for part in arguments[1:]}:
        yield Oddity.CUT_BY_WHOLE
    if primitive.name in REPEATS:
        return
    measure = _counted(arguments[0], units[0])
    for unit, index in zip(units, indices_of(expression), strict=True):
        if index and Unit.NONE not in (unit, measure) and unit is not measure:
            yield Oddity.UNITS_MIXED


def _recased(part: Expression) -> Expression | None:
    """The text that is put into another case, None for anything else."""
    return part.arguments[0] if isinstance(part, Call) and part.primitive.name in CASES else None


def _first_known(units: Sequence[Unit]) -> Unit:
    return next((unit for unit in units if unit is not Unit.NONE), Unit.NONE)
