"""Branches of which one is searched for with the examples that the other leaves."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from induce import parse, synthesize
from induce.dsl.core.expression import evaluate
from induce.search.answer.solutions import Solutions
from induce.search.cost.prior import DefaultPrior
from induce.search.strategies.context.subsearch import Subsearch
from induce.search.strategies.remainder import (
    BELIEVED,
    LEAST_EXAMPLES,
    LEAST_TRIED,
    MOST_REMAINDERS,
    Remainders,
)
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.settings import MOST_COST, Settings

from ..searches import never_grown, search_of

pytestmark = pytest.mark.bounds


def chosen(xs: list[int]) -> int:
    return xs[2] * max(xs) if len(xs) > 2 else len(xs)


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
    guided = synthesize(examples, inputs=[[9, 9], [7, 1, 5, 2]], timeout=None, max_candidates=6_000_000)
    assert guided.predictions == [2, 35]


NUMBERS = [(n, n + 1 if n < 5 else 7919) for n in (1, 2, 3, 4, 6, 8, 9)]
"""Up to 4 the next number; what the others are to be, a scripted search says."""
CONSTANT = parse("(n: Int) -> 7919").body


def remainders_with(
    examples: list[tuple[Any, Any]], finds: Any, *, tried: int = LEAST_TRIED, **changes: Any
) -> tuple[Remainders, Any]:
    search, goal = search_of(examples)
    budget = Budget(timeout=None, max_candidates=None, memory=10**8, candidates=tried)
    subsearch = Subsearch(finds, never_grown, search.problem, DefaultPrior(), budget, Settings())
    return Remainders(replace(search.context, budget=budget, subsearch=subsearch)), replace(goal, **changes)


@pytest.mark.parametrize("bound", [MOST_COST, BELIEVED + 1])
def test_what_is_wrong_is_searched_for_alone_and_put_in_a_choice(bound: int) -> None:
    """Also where another search has found a dear program: its bank may have had an odd condition alone."""
    asked: list[Problem] = []

    def finds(problem: Problem, *_: Any, solutions: Solutions, **__: Any) -> None:
        asked.append(problem)
        if set(problem.outputs) == {7919}:
            solutions.offer(6, CONSTANT, 0)

    remainders, goal = remainders_with(NUMBERS, finds)
    found = list(remainders.solve(goal, lambda: bound))
    assert 0 < len(asked) <= MOST_REMAINDERS
    for problem in asked:
        assert LEAST_EXAMPLES <= len(problem.examples) <= len(NUMBERS) - LEAST_EXAMPLES
        assert all(example in remainders.examples for example in problem.examples)
    assert found
    for cost, program in found:
        assert [evaluate(program, {"n": n}) for n, _ in NUMBERS] == [output for _, output in NUMBERS]
        assert cost > 6
    assert list(remainders.solve(goal, lambda: bound)) == [], "once is enough"


@pytest.mark.parametrize(
    ("examples", "tried", "bound", "changes"),
    [
        (NUMBERS, LEAST_TRIED - 1, MOST_COST, {}),
        (NUMBERS, LEAST_TRIED, BELIEVED, {}),
        (NUMBERS, LEAST_TRIED, MOST_COST, {"depth": 1}),
        (NUMBERS[2:5], LEAST_TRIED, MOST_COST, {}),
    ],
    ids=["too early", "a program is believed", "a deduced goal", "too few examples"],
)
def test_there_is_no_search_where_it_would_not_help(
    examples: list[tuple[Any, Any]], tried: int, bound: int, changes: dict[str, int]
) -> None:
    def finds(*_: Any, **__: Any) -> None:
        raise AssertionError("nothing is to be searched for")

    remainders, goal = remainders_with(examples, finds, tried=tried, **changes)
    assert list(remainders.solve(goal, lambda: bound)) == []
