"""Item-level banks for tests."""

from __future__ import annotations

from typing import Any

from induce.dsl.core.expression import Call, Expression, evaluate
from induce.dsl.core.values import same_value
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.comprehensions.items import Items
from induce.search.strategies.comprehensions.sources import sources_of
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.task import Task


def items_of(examples: list[tuple[Any, Any]], name: str | None = None) -> Items:
    """The items of the first source of a task, or of the first that a primitive makes."""
    problem = Problem.of(Task.from_examples(examples))
    search = Enumeration(problem, DefaultPrior(), Budget(timeout=None, max_candidates=None, memory=10**8))
    subsearch = search.context.subsearch
    sources = sources_of(search.problem, ())
    source = next(
        one for one in sources if name is None or (isinstance(one.body, Call) and one.body.primitive.name == name)
    )
    return Items(source, search.problem, subsearch, Costs(search.problem.given, DefaultPrior()))


def gives(body: Expression, items: Items) -> bool:
    """Whether a program gives the outputs of all examples."""
    names = [parameter.name for parameter in items.problem.parameters]
    return all(
        same_value(evaluate(body, dict(zip(names, example.inputs, strict=True))), example.output)
        for example in items.problem.examples
    )


def wanted(items: Items) -> list[Any]:
    return [items.problem.examples[example].output for example in items.source.examples]
