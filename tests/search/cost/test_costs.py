"""What any program costs: what the search counts for it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce.dsl.program import parse
from induce.dsl.text.printer import print_expression
from induce.search.cost.costs import Costs
from induce.search.cost.folding import folded
from induce.search.cost.learnt import MOST_SAVED
from induce.search.cost.literals import literals
from induce.search.cost.prior import FUNCTION_COST, NESTING_COST, DefaultPrior, expression_cost
from induce.search.enumeration.enumeration import Enumeration
from induce.search.readings.readings import readings_of
from induce.search.strategies.names import STRATEGIES
from induce.search.strategies.reweighting import ReweightedPrior
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.settings import Settings
from induce.search.task.task import Task

from ..searches import Recorded

LISTS = [[random.Random(seed).randrange(9) for _ in range(2 + seed % 5)] for seed in range(6)]
TASKS: dict[str, list[tuple[Any, Any]]] = {
    "numbers": [(xs, [x + 3 for x in xs[::-1]]) for xs in LISTS],
    "truth values": [(xs, [x % 3 == 2 for x in xs]) for xs in LISTS],
    "a number suggested": [(xs, [x * 17 for x in xs]) for xs in ([1], [1, 17, 2], [3, 1])],
    "words": [("a bb c", "a"), ("hello you", "hello"), ("x y", "x")],
    "a date": [("on 2021-03-05 at noon", "5"), ("since 2020-12-25", "25"), ("1999-07-14 or so", "14")],
    "numbers in texts": [("12 of 40", "$12.00"), ("7 of 9", "$7.00"), ("150 of 200", "$150.00")],
    "rows": [([[1, 2], [3]], [3, 3]), ([[], [4, 4, 1]], [0, 9])],
}


@pytest.mark.parametrize("name", TASKS)
@pytest.mark.parametrize(
    "factors", [{}, {"sort": 0.5, "reverse": 0.0, "mul": 0.3, "split": 0.6}], ids=["usual", "other"]
)
def test_what_matching_finds_costs_what_its_parts_do(name: str, factors: dict[str, float]) -> None:
    task = Task.from_examples(TASKS[name])
    prior = ReweightedPrior(DefaultPrior(), factors)
    problem = Problem.of(task)
    solutions, costs = Recorded(prior), Costs(task, prior, problem.extras)
    budget = Budget(timeout=None, max_candidates=400_000, memory=10**8)
    settings = Settings(without=frozenset(STRATEGIES))
    Enumeration(problem, prior, budget, settings=settings, solutions=solutions).run()
    assert solutions.offered
    for cost, body in solutions.offered:
        assert costs.of_parts(body) == cost, print_expression(body)
    for solution in solutions.found:
        assert costs.of_whole(solution.body) >= max(1, costs.of_parts(solution.body) - MOST_SAVED)
        assert folded(solution.body) == (solution.body, 0)


def test_a_detour_through_rows_is_dearer_where_there_are_none() -> None:
    body = parse("(xs: List[Int]) -> flatten(chunks(xs, 2))").body
    flat, rows = Task.from_examples([([3, 1], [3, 1])]), Task.from_examples([([3, 1], [[3], [1]])])
    assert Costs(flat, DefaultPrior()).of_parts(body) == expression_cost(body) + NESTING_COST
    assert Costs(rows, DefaultPrior()).of_parts(body) == expression_cost(body)


def test_a_constant_costs_what_the_task_suggests_it_at() -> None:
    task = Task.from_examples(TASKS["a number suggested"])
    suggested = {repr(literal.value): cost for literal, cost in literals(task)}
    costs = Costs(task, DefaultPrior())
    for text, value in (("xs * 17", 17), ("xs * 3", 3)):
        body = parse(f"(xs: List[Int]) -> {text}").body
        rest = parse("(xs: List[Int]) -> xs * xs").body
        assert costs.of_parts(body) == costs.of_parts(rest) - 1 + suggested[str(value)]
    unknown = parse("(xs: List[Int]) -> xs * 18").body
    assert costs.of_parts(unknown) == expression_cost(unknown)


def test_the_body_of_a_loop_is_a_task_of_its_own() -> None:
    program = parse("(xs: List[Int]) -> scan(xs, 0, (acc: Int, x: Int) -> acc * 2 + x)").body
    task = Task.from_examples([([3, 1], [3, 7])])
    costs = Costs(task, DefaultPrior())
    assert costs.of_parts(program) == expression_cost(program)
    step = parse("(acc: Int, x: Int) -> acc * 2 + x").body
    start = parse("(xs: List[Int]) -> 0").body
    scan = program.primitive.cost  # type: ignore[union-attr]
    assert costs.of_parts(program) == scan + 1 + costs.of_parts(start) + FUNCTION_COST + costs.of_parts(step)


def test_a_reading_costs_the_same_in_a_part_of_the_problem() -> None:
    problem = Problem.of(Task.from_examples([("7 May 2021", "May"), ("3 Mar 2020", "Mar"), ("1 Jul 1999", "Jul")]))
    reading = next(one for one in readings_of(problem) if one.extra < 0)
    part = problem.restricted([0, 1])
    readings_of(part)
    one, other = (Costs(p.given, DefaultPrior(), p.extras).of_parts(reading.body) for p in (problem, part))
    assert one == other == max(1, Costs(problem.given, DefaultPrior()).of_parts(reading.body) + reading.extra)


def test_a_problem_is_read_once() -> None:
    problem = Problem.of(Task.from_examples(TASKS["a date"]))
    assert readings_of(problem) is readings_of(problem)


def test_a_parameter_that_is_ignored_adds_to_the_cost() -> None:
    truths = Costs(Task.from_examples([((1, 2), True), ((3, 4), False)]), DefaultPrior())
    both, one = (parse(f"(n: Int, m: Int) -> {text}").body for text in ("n < m", "n < n"))
    assert truths.of_whole(one) > truths.of_whole(both)


def test_what_people_have_a_word_for_is_not_odd() -> None:
    task = Task.from_examples([("ab", True), ("abc", False)])
    condition = parse("(s: Str) -> is_prime(len(s))").body
    plain, read = (Costs(task, DefaultPrior(), extras).of_whole(condition) for extras in ({}, {condition: -2}))
    assert read < plain - 2
