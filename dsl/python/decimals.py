"""Programs over decimals as Python over floats: what is converted where, and what need not be.

Sorting, choosing and comparing do to floats what they do to the decimals that these are written as. Only where
there is arithmetic, floats become decimals first, and decimals floats at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ..core.decimals import Style, holds_decimals, returned
from ..core.expression import Call, Expression, Function, Literal, Variable, call, walk
from ..core.primitive import Primitive
from ..core.types import DECIMAL, FLOAT, INT, Type, list_of
from ..language.language import BUILTIN
from ..primitives import conversions

EXACT_ON_FLOATS = frozenset(
    (
        *("eq", "ne", "lt", "le", "is_positive", "sign", "neg", "abs", "floor", "ceil", "whole", "nearest_even"),
        *("smaller", "larger", "max", "min", "argmax", "argmin", "running_max", "running_min", "sort_by"),
    )
)
"""Primitives of numbers that give for floats what they give for the decimals that these are written as."""
MIXING = frozenset(["add", "sub", "multiply", "divide", "percent", "eq", "ne", "lt", "le"])
"""Primitives of two decimals, one of which may be an integer in Python."""
KEYED = frozenset(["sort_by"])
"""Primitives that take numbers beside values of any type."""
NUMBER = Type("n")
DEEPEST = 2
"""Scalars of lists so deep in one another are converted by `each` and broadcasting together."""


FROM_FLOAT, TO_FLOAT, SHORTEST, QUOTIENT, MEAN = (
    declared.build("conversions")
    for declared in (
        conversions.from_float,
        conversions.to_float,
        conversions.shortest,
        conversions.quotient,
        conversions.mean_of_integers,
    )
)


def over_floats(
    parameters: Sequence[Variable], body: Expression, style: Style
) -> tuple[tuple[Variable, ...], Expression]:
    """The program as one of floats, which it converts where it has to; in the exact style it is one of decimals."""
    if style is Style.EXACT or not any(map(calculates, walk(body))):
        return tuple(parameters), body
    given = {one: Variable(one.name, in_floats(one.type)) for one in parameters if holds_decimals(one.type)}
    converted = {one: _lifted(FROM_FLOAT, new) if _is_plain(one.type) else new for one, new in given.items()}
    rewriting = _Rewriting(TO_FLOAT if style is Style.FLOAT else SHORTEST)
    result = rewriting.rewritten(body, converted)
    if _is_plain(body.type):
        result = _of_integers(result) or rewriting.as_floats(result)
    return tuple(given.get(one, one) for one in parameters), result


def calculates(part: Expression) -> bool:
    """Whether a part is arithmetic of decimals."""
    if not isinstance(part, Call) or part.primitive.name in EXACT_ON_FLOATS:
        return False
    patterns = (*part.primitive.parameters, part.primitive.result)
    types = (part.type, *(argument.type for argument in part.arguments))
    return any(_inmost(pattern) in (NUMBER, DECIMAL) for pattern in patterns) and any(map(holds_decimals, types))


def _inmost(type_: Type) -> Type:
    return type_ if type_.item is None else _inmost(type_.item)


def in_floats(type_: Type) -> Type:
    """A type with floats in the place of decimals."""
    if type_.item is not None:
        return list_of(in_floats(type_.item))
    return FLOAT if type_ == DECIMAL else replace(type_, parts=tuple(map(in_floats, type_.parts)))


def _is_plain(type_: Type) -> bool:
    """Whether a value is a decimal, or a list of decimals, nested or not."""
    return _inmost(type_) == DECIMAL


def _is_structured(type_: Type) -> bool:
    """Whether there are decimals in records, tuples or what may be missing, which are floats there."""
    return holds_decimals(type_) and not _is_plain(type_)


def _lifted(function: Primitive, value: Expression) -> Expression:
    """A conversion of scalars applied to all scalars of a value; nested lists are converted row by row."""
    if value.type.item is not None and value.type.depth > DEEPEST:
        row = Variable("row", value.type.item)
        return call(BUILTIN.vocabulary["map"], value, Function((row,), _lifted(function, row)))
    return call(function, value, each=value.type.depth > 1)


@dataclass(frozen=True)
class _Rewriting:
    """A program rewritten so that records and the like hold floats, and plain values are decimals.

    `function` makes a float of a decimal.
    """

    function: Primitive

    def rewritten(self, expression: Expression, values: Mapping[Variable, Expression]) -> Expression:
        """The expression with others in the place of variables."""
        match expression:
            case Variable():
                return values.get(expression, expression)
            case Literal(value, type_) if _is_structured(type_):
                return Literal(returned(value, type_), in_floats(type_))
            case Call():
                return self._applied(expression, [self.rewritten(one, values) for one in expression.arguments])
            case Function(parameters, body):
                new = {one: Variable(one.name, in_floats(one.type)) for one in parameters if _is_structured(one.type)}
                inner = tuple(new.get(one, one) for one in parameters)
                return Function(inner, self.rewritten(body, {**values, **new}))
        return expression

    def _applied(self, expression: Call, arguments: Sequence[Expression]) -> Expression:
        """A call of rewritten arguments; what goes into a record becomes floats, what comes out decimals.

        What a loop over records starts from stays a decimal, as its function returns one.
        """
        loops = expression.primitive.takes_function
        if not loops and any(_is_structured(part.type) for part in (expression, *expression.arguments)):
            floats = [self.as_floats(one) if _is_plain(one.type) else one for one in arguments]
            # Keys that records are sorted by are no part of them, and stay decimals.
            arguments = arguments if expression.primitive.name in KEYED else floats
        applied = call(expression.primitive, *arguments, each=expression.each)
        return _lifted(FROM_FLOAT, applied) if _is_plain(expression.type) and not _is_plain(applied.type) else applied

    def as_floats(self, value: Expression) -> Expression:
        """A plain value as floats."""
        if isinstance(value, Literal):
            return Literal(returned(value.value, value.type), in_floats(value.type))
        return _lifted(self.function, value)


def _of_integers(expression: Expression) -> Expression | None:
    """A quotient or mean of integers as a float, which Python rounds as it should be; None for anything else."""
    match expression:
        case Call(function, (one, other), False) if function.name == "divide":
            dividend, divisor = _integer(one), _integer(other)
            return None if dividend is None or divisor is None else call(QUOTIENT, dividend, divisor)
        case Call(function, (Call(inner, (values,), False),), False) if function.name == "average":
            return call(MEAN, values) if inner.name == "decimal" else None
    return None


def _integer(expression: Expression) -> Expression | None:
    """The integer that a decimal is made of, if that is so."""
    match expression:
        case Call(function, (value,), False) if function.name == "decimal":
            return value
        case Literal(Decimal() as value) if value == int(value):
            return Literal(int(value), INT)
    return None


def operands(applied: Call) -> tuple[Expression, ...]:
    """The arguments of a call as they are printed: beside a decimal, Python takes an integer as it is."""
    if applied.primitive.name not in MIXING or not holds_decimals(applied.arguments[0].type):
        return applied.arguments
    integers = [_integer(argument) for argument in applied.arguments]
    if sum(integer is None for integer in integers) != 1:
        return applied.arguments
    return tuple(integer or argument for integer, argument in zip(integers, applied.arguments, strict=True))


def constant(value: Any, *, exact: bool) -> str:
    """A constant as Python writes it; among floats a decimal is one."""
    if isinstance(value, list):
        return f"[{', '.join(constant(item, exact=exact) for item in value)}]"
    if not isinstance(value, Decimal):
        return repr(value)
    if not exact:
        return repr(float(value))
    return f"decimal.Decimal({value})" if value == int(value) else f'decimal.Decimal("{value}")'
