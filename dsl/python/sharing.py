"""Which parts of an expression are evaluated, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..core.expression import Call, Expression, Function


def eager_parts(expression: Expression) -> Iterator[Expression]:
    """The parts that are evaluated whatever is chosen."""
    yield expression
    if isinstance(expression, Call):
        for argument in expression.arguments[: 1 if expression.primitive.lazy else None]:
            if isinstance(argument, Function):
                continue  # Its body is evaluated as often as the loop says, perhaps never.
            yield from eager_parts(argument)


def uses_in(expression: Expression) -> Counter[Expression]:
    """How often each part is used, parts of a repeated part being counted once."""
    counts: Counter[Expression] = Counter()

    def visit(part: Expression) -> None:
        counts[part] += 1
        if counts[part] == 1:
            for inner in part.arguments if isinstance(part, Call) else ():
                visit(inner)
            if isinstance(part, Function):
                visit(part.body)

    visit(expression)
    return counts
