"""What a search starts from: parameters and constants, with values in the search's order and costs of the prior."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from induce import Task
from induce.dsl.core.expression import Expression, Literal, Variable
from induce.dsl.core.types import INT, STR
from induce.search.cost.literals import literals
from induce.search.cost.prior import VARIABLE_COST, DefaultPrior
from induce.search.engine.instances import Instance
from induce.search.enumeration.terminals import terminals_from, terminals_of
from induce.search.task.problem import Problem


class Doubled:
    """A prior by which terminals cost twice as much as usual."""

    def instance_cost(self, instance: Instance, given: Sequence[Any], *, outermost: bool = False) -> int:
        return 1

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return 2 * cost

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return 0


EXAMPLES: list[tuple[Any, Any]] = [(([1], "a"), "b"), (([2, 2], "c"), "ccc"), (([3], "d"), "dd")]


def test_values_are_in_the_order_of_the_search() -> None:
    problem = Problem.of(Task.from_examples(EXAMPLES))
    found = {terminal.body: terminal for terminal in terminals_of(problem, DefaultPrior())}
    one, other = problem.parameters
    assert list(found[one].values) == [[2, 2], [3], [1]]
    assert list(found[other].values) == ["c", "d", "a"]
    assert found[one].cost == found[other].cost == VARIABLE_COST


def test_constants_are_those_of_the_task_and_the_same_in_every_example() -> None:
    task = Task.from_examples(EXAMPLES)
    found = [terminal for terminal in terminals_of(Problem.of(task), DefaultPrior()) if terminal.values]
    constants = [terminal for terminal in found if isinstance(terminal.body, Literal)]
    assert [(terminal.body, terminal.cost) for terminal in constants] == literals(task)
    for terminal in constants:
        assert isinstance(terminal.body, Literal)
        assert list(terminal.values) == [terminal.body.value] * 3


@pytest.mark.parametrize("prior", [DefaultPrior(), Doubled()])
def test_the_prior_has_the_last_word_on_costs(prior: Any) -> None:
    factor = 2 if isinstance(prior, Doubled) else 1
    parameters, constants = [Variable("n", INT)], [(Literal("x", STR), 5), (Literal(3, INT), 4)]
    found = list(terminals_from(parameters, [[7], [8]], constants, prior))
    assert [(one.cost, list(one.values)) for one in found] == [
        (factor * VARIABLE_COST, [7, 8]),
        (factor * 5, ["x", "x"]),
        (factor * 4, [3, 3]),
    ]
