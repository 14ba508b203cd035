"""Expressions put together from numbers that were solved for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ...dsl.core.expression import Call, Expression, Function, Literal, call
from ...dsl.core.types import INT, list_of
from .algebra import as_integers, factors
from .rule import INDEX, apply, constant, position

SMALL = 2000
"""Coefficients of more bits are not worth factoring."""


def integer(value: int) -> Expression:
    """The number as an expression."""
    return constant(value, INT)


def integers(values: Sequence[int]) -> Expression:
    """The list of the numbers."""
    return constant(list(values), list_of(INT))


def raised(base: Expression, exponent: int) -> Expression:
    """The base to a constant power of 1 or more."""
    if exponent == 1:
        return base
    return apply("mul", base, base) if exponent == 2 else apply("power", base, integer(exponent))


def scaled(factor: int, value: Expression | None) -> Expression:
    """The value times a number; the number alone where there is no value."""
    if value is None:
        return integer(factor)
    if factor == 1:
        return value
    return apply("neg", value) if factor == -1 else apply("mul", integer(factor), value)


def weighted(parts: Sequence[tuple[int, Expression | None]]) -> Expression:
    """The sum of values times numbers, in order but for a positive one in front."""
    parts = [(factor, value) for factor, value in parts if factor]
    if not parts:
        return integer(0)
    lead = next((i for i, (factor, _) in enumerate(parts) if factor > 0), 0)
    total = scaled(*parts[lead])
    for factor, value in (*parts[:lead], *parts[lead + 1 :]):
        total = apply("add" if factor > 0 else "sub", total, scaled(abs(factor), value))
    return total


def divided(value: Expression, divisor: int) -> Expression:
    """The value over a number, rounded down."""
    return value if divisor == 1 else apply("div", value, integer(divisor))


def expanded(coefficients: Sequence[int], variable: Expression) -> Expression:
    """A polynomial as the sum of its powers, the highest first."""
    powers = [None if power == 0 else raised(variable, power) for power in range(len(coefficients))]
    return weighted(list(zip(coefficients, powers, strict=True))[::-1])


def polynomial(coefficients: Sequence[Fraction], variable: Expression) -> Expression:
    """A polynomial, lowest power first, as a sum or a product, whichever is shorter."""
    numerators, denominator = as_integers(coefficients)
    plain = divided(expanded(numerators, variable), denominator)
    if len(numerators) < 3 or max(abs(value).bit_length() for value in numerators) > SMALL:
        return plain
    factored = divided(_product(numerators, variable), denominator)
    return min(plain, factored, key=size)


def _product(coefficients: Sequence[int], variable: Expression) -> Expression:
    """A polynomial as the product of its factors."""
    factor, parts = factors(coefficients)
    if factor < 0 and parts[0][1] % 2:
        factor, parts[0] = -factor, ([-value for value in parts[0][0]], parts[0][1])
    parts.sort(key=lambda part: (len(part[0]), sum(map(abs, part[0]))))
    product: Expression | None = None
    for inner, exponent in parts:
        value = raised(expanded(inner, variable), exponent)
        product = value if product is None else apply("mul", product, value)
    return scaled(factor, product)


def size(expression: Expression) -> int:
    """How long it is: its parts, a constant counting its digits."""
    match expression:
        case Call(_, arguments):
            return 1 + sum(map(size, arguments))
        case Function(_, body):
            return 1 + size(body)
    value = getattr(expression, "value", None)
    return 1 + abs(value).bit_length() // 4 if isinstance(value, int) else 1


def with_index(expression: Expression, value: Expression) -> Expression:
    """The expression at another index."""
    match expression:
        case Call(primitive, (inner, Literal(int() as addend))) if inner == INDEX and primitive.name in ("add", "sub"):
            return offset(value, addend if primitive.name == "add" else -addend)
        case Call(primitive, arguments, each):
            return call(primitive, *(with_index(argument, value) for argument in arguments), each=each)
        case Function(parameters, body):
            return Function(parameters, with_index(body, value))
    return value if expression == INDEX else expression


def offset(value: Expression, addend: int) -> Expression:
    """The value plus a number; a number that is added to it already joins."""
    match value:
        case Call(primitive, (inner, Literal(int() as known))) if primitive.name in ("add", "sub"):
            return offset(inner, addend + (known if primitive.name == "add" else -known))
    if addend == 0:
        return value
    return apply("add" if addend > 0 else "sub", value, integer(abs(addend)))


def later(first: Sequence[int], expression: Expression, start: int) -> Expression:
    """The expression from some term on; the terms before it are given."""
    if not first:
        return expression
    given = integer(first[0]) if len(first) == 1 else apply("at", integers(first), position(start))
    before = apply("eq", INDEX, integer(start)) if len(first) == 1 else apply("lt", INDEX, integer(start + len(first)))
    return apply("if_else", before, given, expression)


def chosen(values: Sequence[int], index: Expression) -> Expression:
    """One of the values in turn."""
    if len(set(values)) == 1:
        return integer(values[0])
    if list(values) == [0, 1]:
        return apply("mod", index, integer(2))
    return apply("at", integers(values), apply("mod", index, integer(len(values))))
