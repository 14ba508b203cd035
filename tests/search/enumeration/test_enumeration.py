"""The forward search: the cheapest program, how far it came, and what ended it."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest

from induce import Task, parse
from induce.dsl.core.expression import Literal, Variable, evaluate
from induce.dsl.core.types import INT, list_of
from induce.search.enumeration.enumeration import Enumeration
from induce.search.enumeration.terminals import terminals_of
from induce.search.strategies.names import STRATEGIES
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.settings import Progress, Settings
from induce.search.task.terminal import Terminal

from ..searches import FewPrimitives, NaiveBank, Recorded, unlimited

pytestmark = pytest.mark.bounds

INTS = list_of(INT)
FEW = FewPrimitives({"reverse": 2, "sort": 3, "tail": 2, "cons": 2, "head": 1, "sub": 2, "len": 2})
FORWARD = Settings(without=frozenset(STRATEGIES))


def lists(seed: int, count: int = 4) -> list[list[int]]:
    draw = random.Random(seed)
    return [[draw.randint(10, 40) for _ in range(draw.randint(2, 6))] for _ in range(count)]


def search_for(outputs: list[Any], *, seed: int, budget: Budget | None = None, **options: Any) -> Enumeration:
    """The forward search over a few primitives, which has not run yet."""
    problem = Problem.of(Task.from_examples(list(zip(lists(seed), outputs, strict=True))))
    return Enumeration(problem, FEW, budget or unlimited(), **{"settings": FORWARD, **options})


def naive(search: Enumeration, most: int) -> NaiveBank:
    terminals = list(terminals_of(search.problem, FEW))
    return NaiveBank(FEW, search.builder.instances, terminals).grow(most)


FUNCTIONS: dict[str, Any] = {
    "the input": lambda xs: xs,
    "one step": lambda xs: xs[::-1],
    "three steps": lambda xs: sorted(xs)[::-1][1:],
    "an argument twice": lambda xs: [xs[-1], *sorted(xs)],
    "item by item": lambda xs: [x - xs[0] for x in xs],
    "a number": lambda xs: xs[0] - xs[-1],
    "never right": lambda xs: [10**6 + xs[0] * xs[-1]],
}
MOST = 10


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_cheapest_program_is_found_at_its_level(name: str) -> None:
    outputs = [FUNCTIONS[name](xs) for xs in lists(1)]
    solutions = Recorded(FEW)
    search = search_for(outputs, seed=1, solutions=solutions, settings=Settings(FORWARD.without, most_cost=MOST + 1))
    stop = search.run()
    wanted = (search.problem.result_type, repr(search.problem.outputs))
    least = naive(search, MOST).costs.get(wanted)
    assert (stop == "solved") == (least is not None) == bool(solutions.offered)
    if least is None:
        assert (stop, search.matched, search.level) == ("exhausted", MOST, MOST)
    else:
        assert min(cost for cost, _ in solutions.offered) == least
        assert search.matched >= least or least == 1
    for _, body in solutions.offered:
        values = [evaluate(body, {"xs": example.inputs[0]}) for example in search.problem.examples]
        assert values == search.problem.outputs


def test_the_value_that_is_right_most_often_is_remembered() -> None:
    outputs = [xs[::-1] for xs in lists(2)]
    outputs[1] = [999_999]
    search = search_for(outputs, seed=2, settings=Settings(FORWARD.without, most_cost=8))
    assert search.run() == "exhausted"
    assert search.right == 3
    assert search.best == parse("(xs: List[Int]) -> reverse(xs)").body
    assert "is right on 3 of 4 examples" in search.reason


def test_nothing_is_best_before_anything_is_stored() -> None:
    search = search_for([[1]] * 4, seed=2)
    assert (search.best, search.right, search.matched, search.stored_up_to) == (None, 0, 0, 0)


@pytest.mark.parametrize("limit", [1, 700, 5000])
def test_a_candidate_budget_is_kept_to_the_last(limit: int) -> None:
    search = search_for([[10**6, 3], [7], [8], [9]], seed=3, budget=Budget(None, limit, 10**8))
    assert search.run() == "candidates"
    assert search.budget.candidates == limit
    assert search.stored_up_to <= search.matched <= search.level


def test_without_memory_levels_are_still_matched() -> None:
    examples = list(zip(lists(4), [[10**6, 3], [7], [8], [9]], strict=True))
    budget = Budget(None, 300_000, 1_500_000)
    search = Enumeration(Problem.of(Task.from_examples(examples)), FEW, budget, settings=FORWARD)
    assert search.run() == "candidates"
    assert search.stored_up_to + 1 < search.matched


def test_what_it_is_given_to_start_from_is_used() -> None:
    values = [[sum(xs) * 7, 3] for xs in lists(5)]
    task = Task.from_examples([(xs, value[::-1]) for xs, value in zip(lists(5), values, strict=True)])
    given = Terminal(Variable("found", INTS), 2, values)
    search = Enumeration(Problem.of(task), FEW, unlimited(), settings=FORWARD, terminals=[given])
    assert search.run() == "solved"
    assert search.solutions[0].body == parse("(found: List[Int]) -> reverse(found)").body
    assert search.solutions[0].cost == 4


def test_a_constant_that_all_outputs_are_is_a_program() -> None:
    search = search_for([[5, 5]] * 4, seed=6)
    assert search.run() == "solved"
    assert search.solutions[0].body == Literal([5, 5], INTS)


def test_whoever_closes_the_steps_has_what_was_found() -> None:
    search = search_for([xs[::-1] for xs in lists(7)], seed=7)
    steps = search.steps()
    while not search.solutions:
        next(steps)
    steps.close()
    assert search.solutions[0].cost == 3
    assert 0 < search.found_after <= search.budget.candidates


def test_progress_is_told_with_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("induce.search.enumeration.reporting.EVERY", 0.0)
    told: list[Progress] = []
    outputs = [[10**6, 3], [7], [8], [9]]
    settings = Settings(FORWARD.without, most_cost=9, progress=told.append)
    search = search_for(outputs, seed=8, settings=settings)
    search.run()
    assert {one.phase for one in told} == {"match", "store"}
    for before, after in pairwise(told):
        assert before.level <= after.level
        assert before.candidates <= after.candidates
        assert before.stored <= after.stored
    assert told[-1].level == 8
    assert told[-1].candidates <= search.budget.candidates
