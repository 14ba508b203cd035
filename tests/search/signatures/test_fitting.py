"""Programs that are known without a search are checked like any other."""

from __future__ import annotations

from induce.dsl.core.types import INT
from induce.dsl.text.variables import parameters_for
from induce.search.cost.prior import expression_cost
from induce.search.readings.scene.applying import applied
from induce.search.signatures.fitting import fitting
from induce.search.task.task import Task


def test_only_what_reproduces_the_examples_is_told() -> None:
    scope = parameters_for((INT,))
    right, wrong = applied("add", scope[0], 3), applied("mul", scope[0], 3)
    (found,) = fitting(Task.from_examples([(1, 4), (5, 8)]), scope, [wrong, right])
    assert found.program.body == right
    assert found.cost <= expression_cost(right) + 4
