"""Searches within a search: for the examples that are left, and with other costs."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.program import parse
from induce.search.answer.solutions import Solutions
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior, expression_cost
from induce.search.engine.instances import instances, universe
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.context.subsearch import MEMORY, Subsearch
from induce.search.strategies.partial_matches import partial_programs
from induce.search.strategies.reweighting import LEAST_TRIED, ReweightedPrior, Reweighting
from induce.search.task.budget import Budget
from induce.search.task.settings import MOST_COST, Settings
from induce.search.task.task import Task

from ...searches import search_of


def chosen(xs: list[int]) -> int:
    return xs[2] * xs[0] if len(xs) > 2 else len(xs)


def test_a_branch_may_be_undefined_on_the_examples_of_the_other() -> None:
    draw = random.Random(4)
    lists = [[draw.randint(4, 30) for _ in range(size)] for size in (1, 2, 0, 2, 1, 3, 5, 4, 6, 3, 7, 5, 4)]
    examples: list[tuple[Any, Any]] = [(xs, chosen(xs)) for xs in lists]
    # It is about one strategy of the usual search, which a guide leaves less of a small budget.
    options: dict[str, Any] = {"timeout": None, "max_candidates": 2_000_000, "guide": None}
    result = synthesize(examples, inputs=[[9, 9], [7, 1, 5, 2]], **options)
    assert result.status == "solved"
    assert "if_else" in str(result.program)
    assert result.predictions == [2, 35]
    less = synthesize(examples, without=["remainders"], **options)
    assert less.status != "solved"
    guided = synthesize(examples, inputs=[[9, 9], [7, 1, 5, 2]], timeout=None, max_candidates=16_000_000)
    assert guided.predictions == [2, 35]


def test_partial_programs_say_what_they_get_right() -> None:
    examples: list[tuple[Any, Any]] = [([3, 1], [1, 3]), ([4, 2], [4, 2]), ([9, 5, 7], [5, 7, 9]), ([8, 6], [77, 1])]
    search, goal = search_of(examples)
    found = partial_programs(search.bank, goal, Budget(timeout=None, max_candidates=None, memory=0))
    assert found
    for one in found:
        values = search.bank.values(one.entry, goal.type)
        right = {
            i
            for i, (value, want) in enumerate(zip(values, search.bank.goal_values(goal), strict=True))
            if value == want
        }
        assert one.right == right
    assert max(len(one.right) for one in found) >= 2


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
    assert prior.surprise(body) == usual.surprise(body)


def test_what_is_found_with_other_costs_is_told_at_the_usual_ones() -> None:
    examples: list[tuple[Any, Any]] = [([3, 1, 4], [3, 4]), ([4, 2], [4]), ([9, 5, 7], [9, 5]), ([8, 6], [77, 1])]
    search, goal = search_of(examples)
    task = Task.from_examples(examples)
    body = parse("(xs: List[Int]) -> flatten(chunks(xs, 2))").body

    def finds(*_: Any, solutions: Solutions, **__: Any) -> None:
        solutions.offer(3, body, 0)

    budget = Budget(timeout=None, max_candidates=None, memory=10**8, candidates=LEAST_TRIED)
    prior = DefaultPrior()
    subsearch = Subsearch(finds, search.problem, prior, budget, Settings())
    reweighting = Reweighting(replace(search._context(prior), budget=budget, subsearch=subsearch))
    found = list(reweighting.solve(goal, lambda: MOST_COST))
    assert found == [(Costs(task, prior).of_parts(body), body)]
    assert found[0][0] > expression_cost(body)


def test_a_search_within_that_lacks_memory_leaves_the_other_alone() -> None:
    """With so many examples a search within, which gets less memory, cannot even begin."""
    draw = random.Random(6)
    lists = [[draw.randint(0, 99) for _ in range(130)] for _ in range(450)]
    examples: list[tuple[Any, Any]] = [(xs, [x * x % 97 for x in xs[::2]]) for xs in lists]
    result = synthesize(examples, timeout=None, max_candidates=600_000, memory="1GB")
    assert result.stats.stopped_by != "memory"


def test_an_interrupt_in_a_search_within_keeps_what_that_found(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Enumeration.run
    subsearch = 0

    def interrupted(self: Enumeration) -> str:
        nonlocal subsearch
        stopped_by = run(self)
        if self.solutions and self.budget.memory == MEMORY:
            subsearch += 1
            raise KeyboardInterrupt
        return stopped_by

    monkeypatch.setattr(Enumeration, "run", interrupted)
    examples: list[tuple[Any, Any]] = [([7, 2, 6], [7, 5, 8]), ([10, 14, 8], [10, 19, 17]), ([5, 5], [5, 7])]
    result = synthesize(examples, inputs=[[4, 4]], timeout=None, max_candidates=6_000_000)
    assert subsearch == 1
    assert (result.status, result.stats.stopped_by) == ("solved", "interrupted")
    assert result.predictions == [[4, 6]]
