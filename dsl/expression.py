"""Typed expressions, and the reference interpreter that gives them their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from .primitive import MAX_LENGTH, UNDEFINED_ERRORS, Application, Primitive, apply, resolve
from .types import LIMIT, Type


class Undefined(ValueError):
    """The program has no value on this input."""


@dataclass(frozen=True, slots=True)
class Variable:
    """An input of the program."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant. `value` is the JSON value; a list literal is kept as a list."""

    value: Any
    type: Type

    def __hash__(self) -> int:
        return hash((repr(self.value), self.type))


@dataclass(frozen=True, slots=True)
class Call:
    """A primitive applied to arguments; with `each`, over the rows of some of them."""

    primitive: Primitive
    arguments: tuple[Expression, ...]
    each: bool
    application: Application

    @property
    def type(self) -> Type:
        return self.application.result

    def __hash__(self) -> int:
        return hash((self.primitive.name, self.each, self.arguments))


Expression = Variable | Literal | Call


def call(primitive: Primitive, *arguments: Expression, each: bool = False) -> Call:
    """Apply `primitive` to typed arguments.

    Raises
    ------
    TypeError
        If it does not apply to arguments of these types.
    """
    types = [argument.type for argument in arguments]
    application = resolve(primitive, types, each=each)
    if application is None:
        given = ", ".join(map(str, types))
        raise TypeError(f"{'each.' if each else ''}{primitive.name} takes {primitive.signature}, not ({given})")
    return Call(primitive, arguments, each, application)


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and all its parts, arguments before what they serve."""
    if isinstance(expression, Call):
        for argument in expression.arguments:
            yield from walk(argument)
    yield expression


def evaluate(expression: Expression, inputs: Mapping[str, Any]) -> Any:
    """The value of the expression by the reference implementations alone.

    Raises
    ------
    Undefined
        If it has none on these inputs: a primitive is undefined on what it
        gets, an integer leaves +-2^53, or a value grows past all bounds.
    """
    match expression:
        case Variable(name):
            return inputs[name]
        case Literal(value):
            return deepcopy(value)  # What a caller does to the output must not change the program.
        case Call(primitive, arguments, _, application):
            if primitive.lazy:
                chosen = 1 if evaluate(arguments[0], inputs) else 2
                return evaluate(arguments[chosen], inputs)
            values = [evaluate(argument, inputs) for argument in arguments]
            try:
                value = apply(primitive, application, values)
            except UNDEFINED_ERRORS as error:
                raise Undefined(f"{primitive.name}: {error}") from error
            if not within_bounds(value):
                raise Undefined(f"{primitive.name}: the value leaves +-2^53 or has more than {MAX_LENGTH} items")
            return value
    raise AssertionError(expression)


def within_bounds(value: Any) -> bool:
    """Whether all integers and lengths in the value are those of the language."""
    if isinstance(value, list):
        return len(value) <= MAX_LENGTH and all(map(within_bounds, value))
    if isinstance(value, str):
        return len(value) <= MAX_LENGTH
    return isinstance(value, bool) or abs(value) <= LIMIT
