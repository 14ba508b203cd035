"""A guided search beside the unguided one: what it is worth, what it may never cost, and when it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.expression import Call, Expression, Literal, Variable, walk
from induce.dsl.core.types import Type
from induce.dsl.program import parse
from induce.search.answer.result import Result
from induce.search.components import Components
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior, Prior
from induce.search.engine.instances import Instance
from induce.search.options import SearchOptions
from induce.search.portfolio import guided
from induce.search.portfolio.guided import FIRST_MOMENTS
from induce.search.synthesis import solve_task
from induce.search.task.task import Task
from induce.search.task.values import Values

LONG = "(xs: List[Int]) -> running_max(reverse(differences(sort(xs) * xs)))"
INPUTS = ([5, 3, 9, 9, 1], [2, 2, 8, 4, 7, 11], [10, 6, 6, 3], [14, 1, 0, 5, 5, 8], [3, 12, 4])


@dataclass(frozen=True)
class Changed:
    """Makes some primitives cheap or dear."""

    usual: Prior
    names: frozenset[str]
    change: int

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        cost = self.usual.instance_cost(instance, given, outermost=outermost)
        return max(1, cost + self.change * (instance.primitive.name in self.names))

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return self.usual.terminal_cost(terminal, cost)

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


class Oracle:
    """A guide that knows the program; with a positive change it misleads."""

    def __init__(self, text: str, change: int) -> None:
        parts = (part for part in walk(parse(text).body) if isinstance(part, Call))
        self.names, self.change, self.asked = frozenset(part.primitive.name for part in parts), change, 0

    def prior(self, task: Task, usual: Prior) -> Prior:
        self.asked += 1
        return Changed(usual, self.names, self.change)

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        return None


def task_of(text: str) -> Task:
    program = parse(text)
    return Task.from_examples([(xs, program(xs)) for xs in INPUTS], inputs=[[4, 4, 13, 2]])


def solve(text: str, candidates: int, guide: Any = None, first_moments: int = FIRST_MOMENTS) -> Result:
    without = ["edits", "loops", "remainders", "reweighting"]
    options = SearchOptions(timeout=None, max_candidates=candidates, without=without)
    return solve_task(task_of(text), options, Components(guide=guide, first_moments=first_moments))


@cache
def unguided(text: str, candidates: int) -> Result:
    """What is found without a guide: several tests compare with it."""
    return solve(text, candidates)


def test_a_guide_that_knows_finds_what_is_out_of_reach() -> None:
    assert unguided(LONG, 12_000_000).status != "solved"
    guide = Oracle(LONG, -4)
    result = solve(LONG, 12_000_000, guide)
    assert result.status == "solved"
    assert result.predictions == [parse(LONG)([4, 4, 13, 2])]
    assert guide.asked == 1
    task = task_of(LONG)
    costs = Costs(task, DefaultPrior())
    assert result.found[0].program is not None
    least = min(one.cost for one in result.found)
    assert least == min(costs.of_whole(one.program.body) for one in result.found)


def test_without_memory_for_a_second_bank_the_search_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guided, "GUIDED_MEMORY", 1e-6)
    guide, text = Oracle(LONG, -4), "(xs: List[Int]) -> running_sum(reverse(xs - 7))"
    result = solve(text, 3_000_000, guide, first_moments=100_000)
    assert guide.asked == 1
    assert result.status == "solved"
    assert result.stats.found_after == solve(text, 3_000_000).stats.found_after


def test_an_easy_task_asks_nobody() -> None:
    guide = Oracle(LONG, -4)
    text = "(xs: List[Int]) -> reverse(sort(xs))"
    assert solve(text, FIRST_MOMENTS // 2, guide).status == "solved"
    assert guide.asked == 0


def test_nobody_is_asked_for_whom_no_time_is_left() -> None:
    for timeout, asked in ((guided.ASKING / 2, 0), (20 * guided.ASKING, 1)):
        guide = Oracle(LONG, -4)
        options = SearchOptions(timeout=timeout, memory="200MB")
        solve_task(task_of(LONG), options, Components(guide=guide, first_moments=1000))
        assert guide.asked == asked


def test_a_guide_that_misleads_costs_its_share_and_no_more() -> None:
    text = "(xs: List[Int]) -> running_sum(reverse(xs - 7))"
    alone = unguided(text, 12_000_000)
    guide = Oracle(text, 9)
    misled = solve(text, 12_000_000, guide, first_moments=100_000)
    assert guide.asked == 1
    assert alone.status == misled.status == "solved"
    assert str(alone.program) == str(misled.program)
    assert alone.stats.found_after < misled.stats.found_after < 5 * alone.stats.found_after


def test_a_guided_search_ends_early(monkeypatch: pytest.MonkeyPatch) -> None:
    text, most = "(xs: List[Int]) -> running_sum(reverse(xs - 7))", 200_000
    alone = unguided(text, 12_000_000)
    monkeypatch.setattr(guided, "GUIDED_CANDIDATES", most)
    misled = solve(text, 12_000_000, Oracle(text, 9), first_moments=100_000)
    assert alone.stats.found_after < misled.stats.found_after < alone.stats.found_after + 2 * most


def test_under_a_candidate_budget_the_same_call_takes_the_same_steps() -> None:
    one, two = (solve(LONG, 4_000_000, Oracle(LONG, -2)) for _ in range(2))
    stats = [(each.stats.candidates, each.stats.stored, each.stats.level) for each in (one, two)]
    assert stats[0] == stats[1]
    assert one.stats.candidates == pytest.approx(4_000_000, rel=0.01)
    assert str(one.program) == str(two.program)
