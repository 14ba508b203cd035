"""What was deduced costs less."""

from __future__ import annotations

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import DECIMAL
from induce.search.cost.prior import expression_cost
from induce.search.readings.numbers.refunds import refund
from induce.search.readings.scene.applying import applied


def test_something_is_always_left_to_pay() -> None:
    x = Variable("x", DECIMAL)
    for body in (applied("fixed", x, 2), applied("grouped", applied("fixed", x, 2), ",")):
        assert 0 < refund(body) < expression_cost(body)
