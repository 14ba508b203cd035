"""What readings cost less than their parts: what the examples show need not be said."""

from __future__ import annotations

from ....dsl.core.expression import Call, Expression, Literal, walk
from ...cost.literals import constant_cost
from ...cost.prior import expression_cost

DEDUCED, LEAST = 2, 2
"""So much less each step costs that was deduced from the examples and not chosen, and so much all cost
at least beside one for each step."""


def refund(body: Expression) -> int:
    """What is not charged for parts that were deduced from the outputs: their constants, and half of each step."""
    constants = sum(constant_cost(part.value, part.type) for part in walk(body) if isinstance(part, Literal))
    steps = sum(isinstance(part, Call) for part in walk(body))
    return min(constants + DEDUCED * steps, expression_cost(body) - steps - LEAST)
