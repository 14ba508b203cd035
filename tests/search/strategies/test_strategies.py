"""What works backward from the target: what it reaches, that it is right, and that it can be switched off."""

from __future__ import annotations

import gc
import json
import random
import weakref
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pytest

from induce import InputError, Task, synthesize
from induce.dsl.core.expression import evaluate
from induce.search.cost.learnt import MOST_SAVED
from induce.search.cost.prior import DefaultPrior, expression_cost
from induce.search.enumeration.enumeration import Enumeration
from induce.search.enumeration.matching import Matcher
from induce.search.enumeration.shards import PlanShard
from induce.search.options import SearchOptions
from induce.search.strategies.names import STRATEGIES
from induce.search.strategies.strategies import Strategies
from induce.search.synthesis import solve_task
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem

Function = Callable[..., Any]


def lists(seed: int, *, count: int = 9, longest: int = 9, below: int = 100) -> list[list[int]]:
    draw = random.Random(seed)
    return [[draw.randrange(below) for _ in range(draw.randint(2, longest))] for _ in range(count)]


def runs(seed: int) -> list[list[int]]:
    """Stretches of one colour of lengths one to three, with gaps."""
    draw = random.Random(seed)
    return [[part for _ in range(6) for part in [5] * draw.randint(1, 3) + [0] * draw.randint(1, 2)] for _ in range(9)]


def recoloured(xs: list[int]) -> list[int]:
    """Every stretch by its length: 1 -> 90, 2 -> 41, 3 -> 73."""
    out: list[int] = []
    for i, x in enumerate(xs):
        start, end = i, i
        while start > 0 and xs[start - 1] == x:
            start -= 1
        while end + 1 < len(xs) and xs[end + 1] == x:
            end += 1
        out.append({1: 90, 2: 41, 3: 73}[end - start + 1] if x else 0)
    return out


REACHED: list[tuple[str, str, list[list[int]], Function]] = [
    ("deduction", "around", lists(2), lambda xs: [31, 7, 55, 18, *xs, 90, 12, 64]),
    ("constants", "line", lists(4), lambda xs: [17 * x - 41 for x in xs]),
    ("constants", "threshold", lists(8, longest=20), lambda xs: [x for x in xs if x > 40]),
    ("constants", "line of a sum", lists(6), lambda xs: 23 * sum(xs) + 58),
    ("branches", "by length of run", runs(7), recoloured),
]  # fmt: skip


def task_of(inputs: list[list[int]], function: Function) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """The first six as examples, the others to be predicted."""
    return [(xs, function(xs)) for xs in inputs[:6]], inputs[6:]


@pytest.mark.bounds
@pytest.mark.parametrize(("part", "name", "inputs", "function"), REACHED, ids=lambda x: x if isinstance(x, str) else "")
def test_each_part_finds_what_the_search_without_it_does_not(
    part: str, name: str, inputs: list[list[int]], function: Function
) -> None:
    examples, asked = task_of(inputs, function)
    whole = synthesize(examples, inputs=asked, timeout=None, max_candidates=3_000_000)
    assert whole.status == "solved"
    assert sum(p == function(xs) for p, xs in zip(whole.predictions, asked, strict=True)) >= len(asked) - 1
    less = synthesize(examples, inputs=asked, timeout=None, max_candidates=whole.stats.candidates, without=[part])
    assert str(less.program) != str(whole.program)


@pytest.mark.bounds
@pytest.mark.parametrize("seed", range(4))
def test_every_program_found_is_right_and_costs_what_it_says(seed: int) -> None:
    inputs = lists(seed, count=5)
    targets = [lambda xs: [x + 3 for x in xs[::-1]], lambda xs: xs[1:3], sum, lambda xs: [x % 7 == 2 for x in xs]]
    task = Task.from_examples([(xs, targets[seed](xs)) for xs in inputs])
    budget = Budget(timeout=None, max_candidates=3_000_000, memory=10**9)
    found = Enumeration(Problem.of(task), DefaultPrior(), budget)
    parameters = found.problem.parameters
    found.run()
    assert found.solutions
    assert [solution.cost for solution in found.solutions] == sorted(solution.cost for solution in found.solutions)
    for solution in found.solutions:
        assert solution.cost >= max(1, expression_cost(solution.body) - MOST_SAVED)
        for example in task.train:
            value = evaluate(solution.body, {parameters[0].name: example.inputs[0]})
            assert (value, type(value)) == (example.output, type(example.output)), str(solution.body)


def test_an_unknown_part_is_bad_input() -> None:
    with pytest.raises(InputError, match="without: 'magic' is not a valid part; expected deduction"):
        synthesize([([1], [2])], without=["magic"])


def test_switched_off_altogether_the_forward_search_remains() -> None:
    result = synthesize([([3, 1, 2], [6, 2, 4]), ([5], [10])], timeout=None, max_candidates=100_000, without=STRATEGIES)
    assert result.predictions == []
    assert result.program is not None
    assert result.program([7, 8]) == [14, 16]


@pytest.mark.parametrize("memory", ["2GB", "20MB"])
def test_speed_does_not_change_what_a_candidate_budget_gives(monkeypatch: pytest.MonkeyPatch, memory: str) -> None:
    examples, asked = task_of(*REACHED[-1][2:])
    task = Task.from_examples(examples, inputs=asked)
    answers = set()
    for rate in (2e5, 2e7):
        monkeypatch.setattr(Budget, "rate", lambda self, phase, rate=rate: rate)
        result = solve_task(task, SearchOptions(timeout=None, max_candidates=2_000_000, memory=memory))
        answers.add(json.dumps(result.to_json(timed=False)))
    assert len(answers) == 1


HUGE = 2**28


@pytest.mark.parametrize(
    "examples",
    [
        [([HUGE, HUGE - 1, HUGE], [HUGE, -HUGE, HUGE]), ([HUGE - 1, HUGE], [-HUGE, HUGE])],
        [(xs, [*range(200, 390, 19), *(17 * x - 41 for x in xs)]) for xs in lists(11, count=4)],
        [([2**53, 1], 2**53), ([5, 2**53], 2**53)],
        [([0] * 3000 + [1], [1] + [0] * 3000), ([0] * 2500 + [1], [1] + [0] * 2500)],
        [([], []), ([], [])],
        [("", ""), ("a", "")],
        [((True, [], ""), False), ((False, [], "x"), True)],
    ],
    ids=["steep line", "dear constant", "greatest integer", "long lists", "empty lists", "empty text", "all types"],
)
def test_extreme_tasks_end_with_a_result(examples: list[tuple[Any, Any]]) -> None:
    result = synthesize(examples, timeout=None, max_candidates=1_500_000)
    assert json.loads(json.dumps(result.to_json()))["status"] == result.status
    if result.status == "solved":
        assert all(result.fits)


def test_an_interrupted_search_keeps_what_it_has_found(monkeypatch: pytest.MonkeyPatch) -> None:
    advance = Matcher._advance

    def interrupted(self: Matcher, shards: Sequence[PlanShard], level: int) -> None:
        if any(shard.found for shard in shards):
            raise KeyboardInterrupt
        advance(self, shards, level)

    monkeypatch.setattr(Matcher, "_advance", interrupted)
    monkeypatch.setattr(Budget, "quota", lambda self, phase: 20)
    result = solve_task(Task.from_examples([([3, 1, 2], [6, 2, 4]), ([5], [10])]))
    assert result.stats.stopped_by == "interrupted"
    assert result.status == "solved"
    assert result.program is not None
    assert result.program([7]) == [14]


CHEAPEST: dict[str, list[tuple[Any, Any]]] = {
    "threshold": [(xs, [x for x in xs if x > 40]) for xs in lists(8, longest=12)[:6]],
    "around": [(xs, [31, 7, *xs]) for xs in lists(2)[:5]],
    "line": [(xs, [3 * x + 5 for x in xs]) for xs in lists(4)[:5]],
    "swap": [(xs, [xs[1], xs[0], *xs[2:]]) for xs in lists(9)[:6]],
    "decay": [([8, 2, 6], [8, 6, 9]), ([10, 14, 8, 3], [10, 19, 17, 11]), ([5, 5], [5, 7])],
}


@cache
def least_cost(name: str, *without: str) -> int:
    result = synthesize(CHEAPEST[name], timeout=None, max_candidates=1_000_000, without=without)
    return min((one.cost for one in result.found), default=1000)


@pytest.mark.bounds
@pytest.mark.parametrize("part", STRATEGIES)
@pytest.mark.parametrize("name", CHEAPEST)
def test_switching_a_part_off_never_finds_a_cheaper_program(name: str, part: str) -> None:
    assert least_cost(name) <= least_cost(name, part)


def test_what_strategies_find_at_first_does_not_keep_the_levels_waiting() -> None:
    """Once their round took whatever was left of the budget, and a program of twice the cost was the answer."""
    examples = [
        (([3, -9, 8, 0, -1], 0), 0),
        (([4, 1, -5, 3, 2, 9, 2, -4], 5), 20),
        (([-7, 5, 4, -1, -2, 2, -7, -1, 0], 5), 13),
        (([-8, -6, -6, 5, 2], 3), -20),
    ]
    result = synthesize(examples, inputs=[([5, -5, 8, 9], 2), ([1, 2, 4], 3)], timeout=None, max_candidates=1_000_000)
    assert str(result.program) == "(xs: List[Int], n: Int) -> sum(take(running_max(xs), n))"


def test_a_round_goes_on_with_the_strategies_that_are_left() -> None:
    problem = Problem.of(Task.from_examples([([3, 1, 2], 100), ([5, 4], 200)]))
    search = Enumeration(problem, DefaultPrior(), Budget(None, 10_000, 1 << 28))
    strategies, told = Strategies(search.context), list[str]()
    strategies.begin(search.target, lambda: 30)

    def told_enough(most: int) -> Callable[[], bool]:
        return lambda: len(told) >= most

    for most in (0, 1, 3, len(STRATEGIES), len(STRATEGIES) + 1):
        for _ in strategies.solve(lambda: 30, told.append, is_over=told_enough(most)):
            pass
        assert told == [*STRATEGIES][:most]


def test_a_search_that_is_over_is_not_left_to_the_collector() -> None:
    """A pause that referred to the search kept its bank, which has gigabytes, until the collector came."""
    problem = Problem.of(Task.from_examples([(([3, -9, 8, 0], 2), -6), (([4, 1, -5, 3], 3), 0), (([7, 5, 2], 1), 7)]))
    search = Enumeration(problem, DefaultPrior(), Budget(None, 400_000, 1 << 28))
    gc.collect()
    gc.disable()
    try:
        search.run()
        kept = weakref.ref(search._strategies)
        del search
        assert kept() is None
    finally:
        gc.enable()
