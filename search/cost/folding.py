"""Parts of a program without a variable, as the constants that they are, where that costs no more."""

from __future__ import annotations

from ...dsl.core.expression import Call, Expression, Function, Literal, Undefined, call, evaluate, free_variables
from ...dsl.core.layout import has_layout
from .literals import constant_cost
from .prior import expression_cost


def folded(expression: Expression) -> tuple[Expression, int]:
    """The expression with its constant parts folded, and the cost that this saves.

    A program that is constant as a whole becomes a constant even if that as such would cost more.
    """
    body, saved = _folded(expression)
    if isinstance(body, Call) and all(_is_constant(part) for part in body.arguments) and has_layout(body.type):
        try:
            return Literal(evaluate(body, {}), body.type), saved
        except Undefined:
            pass
    return body, saved


def _folded(expression: Expression) -> tuple[Expression, int]:
    if isinstance(expression, Function):
        body, saved = _folded(expression.body)
        return (expression if body is expression.body else Function(expression.parameters, body)), saved
    if not isinstance(expression, Call):
        return expression, 0
    parts = [_folded(argument) for argument in expression.arguments]
    saved = sum(part_saved for _, part_saved in parts)
    if saved or any(part is not argument for (part, _), argument in zip(parts, expression.arguments, strict=True)):
        expression = call(expression.primitive, *(part for part, _ in parts), each=expression.each)
    if all(_is_constant(part) for part, _ in parts) and has_layout(expression.type):  # Dates have no literals.
        try:
            value = evaluate(expression, {})
        except Undefined:
            return expression, saved
        less = expression_cost(expression) - constant_cost(value, expression.type)
        if less >= 0:
            return Literal(value, expression.type), saved + less
    return expression, saved


def _is_constant(part: Expression) -> bool:
    return isinstance(part, Literal) or (isinstance(part, Function) and not free_variables(part))
