"""Expressions as nested functions of Python, for what is run over and over.

They give what `evaluate` gives, several times faster, but do not hold values to its bounds: what is found with them is
checked by `evaluate`. `bounded` is for loops, which drop a step whose values grow without end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from ....dsl.core.application import apply
from ....dsl.core.bounds import within_bounds
from ....dsl.core.expression import Call, Expression, Function, Literal, Variable, evaluate
from ....dsl.core.types import BOOL, INT, LIMIT, Type

MOST_ITEMS = 400
"""Bounded values of more items than this are undefined."""

Closure = Callable[[tuple[Any, ...]], Any]
"""The value of an expression from the values of the variables, in their order.

Raises one of `UNDEFINED_ERRORS` where there is none.
"""


def closure_of(expression: Expression, variables: Sequence[Variable]) -> Closure:
    """An expression as a function of the values of the variables; parts with functions are left to `evaluate`."""
    return _closure(expression, {variable: place for place, variable in enumerate(variables)})


def _closure(expression: Expression, places: Mapping[Variable, int]) -> Closure:
    match expression:
        case Variable():
            return itemgetter(places[expression])
        case Literal(value):
            return lambda _: value
        case Call(arguments=arguments):
            if any(isinstance(argument, Function) for argument in arguments):
                return _evaluated(expression, places)
            return _applied(expression, [_closure(argument, places) for argument in arguments])
    raise AssertionError(expression)


def _evaluated(expression: Expression, places: Mapping[Variable, int]) -> Closure:
    names = {variable.name: place for variable, place in places.items()}
    return lambda scope: evaluate(expression, {name: scope[place] for name, place in names.items()})


def bounded(call: Call, parts: Sequence[Closure]) -> Closure:
    """The call, its arguments being given as functions; undefined where its value is large."""
    run = _applied(call, parts)
    return run if call.primitive.lazy else _bounded(run, call.type)


def choice(condition: Closure, then: Closure, otherwise: Closure) -> Closure:
    """A choice, of which only the chosen branch is evaluated."""
    return lambda scope: then(scope) if condition(scope) else otherwise(scope)


def _applied(call: Call, parts: Sequence[Closure]) -> Closure:
    primitive, application = call.primitive, call.application
    if primitive.lazy:
        return choice(*parts)
    function: Callable[..., Any] = primitive.reference
    if primitive.is_own or any(application.rows) or any(application.broadcast) or not _is_plain(call.type):
        function = lambda *values: apply(primitive, application, values)  # noqa: E731
    match parts:
        case [one]:
            return lambda scope: function(one(scope))
        case [one, other]:
            return lambda scope: function(one(scope), other(scope))
    return lambda scope: function(*[part(scope) for part in parts])


def _is_plain(type_: Type) -> bool:
    """Whether values are integers, truth values, texts or lists of them, which have one form only."""
    while type_.item is not None:
        type_ = type_.item
    return type_.name in ("Int", "Bool", "Str")


def _bounded(function: Closure, type_: Type) -> Closure:
    if type_ == BOOL:
        return function
    if type_ == INT:

        def number(scope: tuple[Any, ...]) -> Any:
            value = function(scope)
            if -LIMIT <= value <= LIMIT:
                return value
            raise ValueError("an integer outside of the limits")

        return number

    def sequence(scope: tuple[Any, ...]) -> Any:
        value = function(scope)
        if type_.is_sequence and (len(value) > MOST_ITEMS or not within_bounds(value)):
            raise ValueError("too many or too large items")
        return value

    return sequence
