"""What programs right on some examples are made of becomes cheaper, in a search of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from induce.dsl.core.expression import Call, walk
from induce.dsl.program import parse
from induce.search.answer.solutions import Solutions
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior, Prior, expression_cost
from induce.search.engine.instances import instances, universe
from induce.search.strategies.context.subsearch import Subsearch
from induce.search.strategies.partial_matches import partial_programs
from induce.search.strategies.reweighting import LEAST_TRIED, SHARE, ReweightedPrior, Reweighting
from induce.search.task.budget import Budget
from induce.search.task.settings import MOST_COST, Settings
from induce.search.task.task import Task

from ..searches import search_of, unlimited

pytestmark = pytest.mark.bounds

EXAMPLES: list[tuple[Any, Any]] = [([3, 1, 4], [1, 3, 4]), ([4, 2], [2, 4]), ([9, 5, 7], [5, 7, 9]), ([8, 6], [77, 1])]


def test_what_is_right_somewhere_becomes_cheaper() -> None:
    usual = DefaultPrior()
    prior = ReweightedPrior(usual, {"sort": 0.5, "reverse": 0.0})
    task = Task.from_examples([([3, 1], [1, 3])])
    for instance in instances(universe(task.parameter_types, task.result_type)):
        cost, before = prior.instance_cost(instance, ()), usual.instance_cost(instance, ())
        if instance.primitive.name == "reverse":
            assert cost == 1
        elif instance.primitive.name == "sort":
            assert cost == round(before / 2)
        else:
            assert cost == before
    body = parse("(xs: List[Int]) -> rotate(xs, sum(xs))").body
    assert prior.surprise(body) == usual.surprise(body) > 0


def reweighting_with(tried: int, finds: Any, **changes: Any) -> tuple[Reweighting, Any, Any]:
    """The strategy over a small search that is said to have tried so many candidates, its goal and the search."""
    search, goal = search_of(EXAMPLES)
    budget = Budget(timeout=None, max_candidates=10**9, memory=10**8, candidates=tried)
    subsearch = Subsearch(finds, search.problem, DefaultPrior(), budget, Settings(), finds)
    context = replace(search.context, budget=budget, subsearch=subsearch)
    return Reweighting(context), replace(goal, **changes), search


def test_what_is_found_with_other_costs_is_told_at_the_usual_ones() -> None:
    body = parse("(xs: List[Int]) -> flatten(chunks(xs, 2))").body

    def finds(*_: Any, solutions: Solutions, **__: Any) -> None:
        solutions.offer(3, body, 0)

    reweighting, goal, _ = reweighting_with(LEAST_TRIED, finds)
    found = list(reweighting.solve(goal, lambda: MOST_COST))
    assert found == [(Costs(Task.from_examples(EXAMPLES), DefaultPrior()).of_parts(body), body)]
    assert found[0][0] > expression_cost(body)


def test_the_more_examples_a_primitive_is_right_on_the_cheaper_it_is() -> None:
    asked: list[tuple[Prior, int | None]] = []

    def finds(_: Any, prior: Prior, budget: Budget, **__: Any) -> None:
        asked.append((prior, budget.max_candidates))

    reweighting, goal, search = reweighting_with(LEAST_TRIED, finds)
    assert list(reweighting.solve(goal, lambda: MOST_COST)) == []
    ((prior, most),) = asked
    assert isinstance(prior, ReweightedPrior)
    assert most is not None
    wanted: dict[str, float] = {}
    for one in partial_programs(search.bank, goal, unlimited()):
        for part in walk(search.builder.expression(one.entry)):
            if isinstance(part, Call):
                share = 1 - len(one.right) / len(EXAMPLES)
                wanted[part.primitive.name] = min(share, wanted.get(part.primitive.name, 1.0))
    assert prior.factors == wanted
    assert wanted["sort"] == 0.25, "three of four"
    # That the values were looked at is part of what the search has tried.
    assert int(SHARE * LEAST_TRIED) <= most <= int(SHARE * (LEAST_TRIED + search.bank.count))


@pytest.mark.parametrize(
    ("tried", "bound", "changes"),
    [(LEAST_TRIED - 1, MOST_COST, {}), (LEAST_TRIED, MOST_COST - 1, {}), (LEAST_TRIED, MOST_COST, {"depth": 1})],
    ids=["too early", "a program is found", "a deduced goal"],
)
def test_there_is_no_search_where_it_would_not_help(tried: int, bound: int, changes: dict[str, int]) -> None:
    def finds(*_: Any, **__: Any) -> None:
        raise AssertionError("nothing is to be searched for")

    reweighting, goal, _ = reweighting_with(tried, finds, **changes)
    assert list(reweighting.solve(goal, lambda: bound)) == []
