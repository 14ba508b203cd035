"""Small functions of states and items for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from induce import Task
from induce.dsl.core.expression import Expression, Literal, Variable
from induce.dsl.core.types import INT, STR, Type
from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.context.subsearch import Subsearch
from induce.search.strategies.recurrences.forms import Form
from induce.search.strategies.recurrences.steps import Steps, steps_over
from induce.search.task.problem import Problem

from ...searches import unlimited

CONSTANTS = [(Literal(0, INT), 2), (Literal(1, INT), 2), (Literal(2, INT), 2), (Literal("", STR), 3)]


def subsearch() -> Subsearch:
    """What fills banks, of a search without limits."""
    task = Task.from_examples([([1, 2], 3), ([4], 5)])
    return Enumeration(Problem.of(task), DefaultPrior(), unlimited()).context.subsearch


def steps_of(variables: Sequence[Variable], probes: Sequence[Sequence[Any]], result: Type) -> Steps:
    found = steps_over(subsearch(), variables, probes, CONSTANTS, result)
    assert found is not None
    return found


def programs(form: Form, most: int) -> Iterator[tuple[int, Expression]]:
    """What a form finds up to a cost."""
    for cost in range(1, most):
        yield from (found for found in form.at(cost, most) if isinstance(found, tuple))


def work(form: Form, most: int) -> int:
    """How many steps it runs for that."""
    return sum(found for cost in range(1, most) for found in form.at(cost, most) if isinstance(found, int))
