"""Parts of a program without a variable, as the constants that they are, where that costs no more."""

from __future__ import annotations

from ..dsl.expression import Call, Expression, Literal, Undefined, call, evaluate
from .literals import constant_cost
from .prior import expression_cost


def folded(expression: Expression) -> tuple[Expression, int]:
    """The expression with its constant parts folded, and the cost that this saves."""
    if not isinstance(expression, Call):
        return expression, 0
    parts = [folded(argument) for argument in expression.arguments]
    saved = sum(part_saved for _, part_saved in parts)
    if saved or any(part is not argument for (part, _), argument in zip(parts, expression.arguments, strict=True)):
        expression = call(expression.primitive, *(part for part, _ in parts), each=expression.each)
    if all(isinstance(part, Literal) for part, _ in parts):
        try:
            value = evaluate(expression, {})
        except Undefined:
            return expression, saved
        less = expression_cost(expression) - constant_cost(value, expression.type)
        if less >= 0:
            return Literal(value, expression.type), saved + less
    return expression, saved
