"""Typed expressions, and the reference interpreter that gives them their meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from .application import Application, apply, resolve
from .bounds import within_bounds
from .patience import look
from .primitive import UNDEFINED_ERRORS, Primitive
from .types import Type, function_of, has_order

MAX_WORK = 10_000_000
"""An evaluation whose loops handle more items than this is undefined, so that nested loops end."""

PRINTABLE_BITS = 14_000

STEP_WORK = 10
"""Applying a function counts as much work as this many items."""


class Undefined(ValueError):
    """The program has no value on this input."""


@dataclass(frozen=True, slots=True)
class Variable:
    """An input of the program, or a parameter of a function within it."""

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


@dataclass(frozen=True, slots=True)
class Function:
    """The step of a loop: an argument of primitives that take one, and no value.

    `body` may use the variables around it. Parameters have names of their own,
    unlike all others in scope.
    """

    parameters: tuple[Variable, ...]
    body: Expression

    @property
    def type(self) -> Type:
        return function_of((parameter.type for parameter in self.parameters), self.body.type)


Expression = Variable | Literal | Call | Function


def call(primitive: Primitive, *arguments: Expression, each: bool = False) -> Call:
    """Apply `primitive` to typed arguments.

    Raises
    ------
    TypeError
        If it does not apply to arguments of these types.
    """
    if each and primitive.takes_function:
        raise TypeError(f"each.{primitive.name}: a primitive that takes a function does not go with each; use map")
    types = [argument.type for argument in arguments]
    constants = [argument.value if isinstance(argument, Literal) else None for argument in arguments]
    application = resolve(primitive, types, each=each, constants=constants)
    if application is None:
        given = ", ".join(map(str, types))
        raise TypeError(f"{'each.' if each else ''}{primitive.name} takes {primitive.signature}, not ({given})")
    return Call(primitive, arguments, each, application)


def walk(expression: Expression, *, bodies: bool = True) -> Iterator[Expression]:
    """The expression and all its parts, arguments before what they serve; with `bodies`, those of functions too."""
    if isinstance(expression, Call):
        for argument in expression.arguments:
            yield from walk(argument, bodies=bodies)
    if isinstance(expression, Function) and bodies:
        yield from walk(expression.body, bodies=bodies)
    yield expression


def free_variables(expression: Expression) -> frozenset[Variable]:
    """The variables that the expression takes from around it."""
    match expression:
        case Variable():
            return frozenset([expression])
        case Call(_, arguments):
            return frozenset().union(*map(free_variables, arguments))
        case Function(parameters, body):
            return free_variables(body) - set(parameters)
    return frozenset()


def bound_variables(expression: Expression) -> frozenset[Variable]:
    """The parameters of all functions in the expression."""
    functions = (part for part in walk(expression) if isinstance(part, Function))
    return frozenset(parameter for function in functions for parameter in function.parameters)


def renamed(expression: Expression, names: Mapping[Variable, Expression]) -> Expression:
    """The expression with something else in place of some variables.

    Those of its own functions stay: no name of theirs may be free in what is put in.
    """
    match expression:
        case Variable():
            return names.get(expression, expression)
        case Call(primitive, arguments, each):
            return call(primitive, *(renamed(argument, names) for argument in arguments), each=each)
        case Function(parameters, body):
            return Function(parameters, renamed(body, names))
    return expression


def evaluate(expression: Expression, inputs: Mapping[str, Any], *, exact: bool = False) -> Any:
    """The value of the expression by the reference implementations alone.

    Parameters
    ----------
    exact
        Whether integers may leave +-2^53, as they do in Python.

    Raises
    ------
    Undefined
        If it has none on these inputs: a primitive is undefined on what it
        gets, an integer leaves +-2^53, a value grows past all bounds, or loops
        take more than `MAX_WORK`.
    OutOfTime
        If whoever waits has set a time with `until`, and it is over.
    """
    return _value(expression, inputs, _Work(exact=exact), inside=False)


class _Work:
    """What is left to all loops of an evaluation together, and whether its integers are `exact`."""

    def __init__(self, *, exact: bool) -> None:
        self.left = MAX_WORK
        self.exact = exact

    def spend(self, amount: int) -> None:
        self.left -= amount
        if self.left < 0:
            raise Undefined("the loops take too long")


def _value(expression: Expression, inputs: Mapping[str, Any], work: _Work, *, inside: bool) -> Any:
    """The value; `inside` of a function its items are counted as work."""
    match expression:
        case Variable(name):
            return inputs[name]
        case Literal(value):
            return deepcopy(value)  # What a caller does to the output must not change the program.
        case Function():
            return _closure(expression, inputs, work)
        case Call(primitive, arguments, _, application):
            look()
            if primitive.lazy:
                chosen = 1 if _value(arguments[0], inputs, work, inside=inside) else 2
                return _value(arguments[chosen], inputs, work, inside=inside)
            values = [_value(argument, inputs, work, inside=inside) for argument in arguments]
            if inside:
                work.spend(sum(map(_items_in, values)))
            try:
                value = apply(primitive, application, values)
            except TypeError as error:
                if all(map(has_order, application.bound.values())):
                    raise
                raise Undefined(f"{primitive.name}: {error}") from error  # A text is not less than an integer.
            except UNDEFINED_ERRORS as error:
                raise Undefined(f"{primitive.name}: {error}") from error
            if not within_bounds(value, exact=work.exact):
                raise Undefined(f"{primitive.name}: the value is past the bounds of the language")
            if inside:
                work.spend(_items_in(value))
            return value
    raise AssertionError(expression)


def _closure(function: Function, inputs: Mapping[str, Any], work: _Work) -> Callable[..., Any]:
    """The function as one of Python, which sees the variables around it."""
    names = [parameter.name for parameter in function.parameters]

    def step(*arguments: Any) -> Any:
        work.spend(STEP_WORK)
        scope = {**inputs, **dict(zip(names, arguments, strict=True))}
        return _value(function.body, scope, work, inside=True)

    return step


def _items_in(value: Any) -> int:
    """The number of items in all lists and strings of a value; 0 for anything else."""
    if isinstance(value, dict):
        return len(value) + sum(map(_items_in, value.values()))
    if not isinstance(value, list | str):
        return 0
    nested = isinstance(value, list) and bool(value) and not isinstance(value[0], int)
    return len(value) + (sum(map(_items_in, value)) if nested else 0)


def is_printable(value: Any) -> bool:
    """Whether Python prints all integers in the value: by default it refuses those of more than 4300 digits."""
    if isinstance(value, list | dict):
        return all(map(is_printable, (*value, *value.values()) if isinstance(value, dict) else value))
    return not isinstance(value, int) or value.bit_length() <= PRINTABLE_BITS
