"""Programs and expressions to text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..core.expression import Call, Expression, Function, Literal, Variable
from ..core.signature import PLAIN, Signature
from ..core.types import DECIMAL, Type

BINDING = {
    **{"or": 1, "and": 2, "not": 3},
    **dict.fromkeys(("==", "!=", "<", "<="), 4),
    **dict.fromkeys("+-", 5),
    **dict.fromkeys(("*", "//", "/", "%"), 6),
}
ATOM = 7
MIRRORED = {"<": ">", "<=": ">="}


def print_program(parameters: Sequence[Variable], body: Expression, signature: Signature = PLAIN) -> str:
    """The text form of a program: ``*xs: Int`` is a list of all further arguments, ``n: Int = 10`` has a default."""
    formals = [_formal(parameter.name, parameter.type) for parameter in parameters]
    if signature.rest:
        last = parameters[-1]
        formals[-1] = f"*{_formal(last.name, last.type.item or last.type)}"
    first = len(parameters) - len(signature.defaults)
    for number, value in enumerate(signature.defaults, start=first):
        formals[number] += f" = {print_literal(value, parameters[number].type)}"
    return f"({', '.join(formals)}) -> {print_expression(body)}"


def print_function(parameters: Iterable[Variable], body: Expression) -> str:
    """The text form of the function of a loop."""
    inner = ", ".join(_formal(parameter.name, parameter.type) for parameter in parameters)
    return f"({inner}) -> {print_expression(body)}"


def _formal(name: str, type_: Type) -> str:
    return f"{name}: {type_}"


def print_expression(expression: Expression) -> str:
    """The text form of an expression; parsing it gives the expression back."""
    return _print(expression)[0]


def _print(expression: Expression) -> tuple[str, int]:
    """The text of an expression, and how tightly it binds."""
    match expression:
        case Variable(name):
            return name, ATOM
        case Literal(value, type_):
            return print_literal(value, type_), ATOM
        case Function(parameters, body):
            return print_function(parameters, body), 0
        case Call(primitive, arguments, each, _):
            symbol = None if each else primitive.symbol
            if symbol == "not":
                return f"not {_operand(arguments[0], BINDING['not'])}", BINDING["not"]
            if symbol is not None:
                return _infix(symbol, *arguments), BINDING[symbol]
            inner = ", ".join(map(print_expression, arguments))
            return f"{'each.' if each else ''}{primitive.name}({inner})", ATOM
    raise AssertionError(expression)


def _infix(symbol: str, left: Expression, right: Expression) -> str:
    if symbol in MIRRORED and isinstance(left, Literal) and not isinstance(right, Literal):
        left, right, symbol = right, left, MIRRORED[symbol]
    binding = BINDING[symbol if symbol in BINDING else "<"]
    comparison = binding == BINDING["=="]
    return f"{_operand(left, binding + comparison)} {symbol} {_operand(right, binding + 1)}"


def _operand(expression: Expression, least: int) -> str:
    text, binding = _print(expression)
    return text if binding >= least else f"({text})"


def print_literal(value: Any, type_: Type) -> str:
    """The text form of a constant; an empty list names its type."""
    if value is None:
        return f"missing[{type_.parts[0]}]"
    if type_.is_optional:
        return f"some({print_literal(value, type_.parts[0])})"
    if type_ == DECIMAL:
        digits = f"{value:f}"
        return digits if "." in digits else f"{digits}.0"
    if type_.item is None:
        return json.dumps(value, ensure_ascii=False)
    if not value:
        return f"empty[{type_}]"
    return f"[{', '.join(print_literal(part, type_.item) for part in value)}]"
