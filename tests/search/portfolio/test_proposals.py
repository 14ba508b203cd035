"""Programs that come from elsewhere: where the search starts from them, and when they are asked for at last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from induce import Task, parse
from induce.dsl.core.expression import Expression, Variable
from induce.search.components import Components
from induce.search.options import SearchOptions
from induce.search.synthesis import solve_task
from induce.search.task.budget import Budget

FEW = SearchOptions(max_candidates=20_000, timeout=None)
DOUBLED = Task.from_examples([(1, 2), (5, 10), (7, 14)], inputs=[9])
RANDOM = Task.from_examples([(k, (k * 7919 + 104729) % 99991) for k in range(1, 6)], inputs=[9])


def body(text: str) -> Expression:
    return parse(f"(n: Int) -> {text}").body


@dataclass
class Stub:
    """Proposes what it is told to."""

    first: Sequence[str] = ()
    last: Sequence[str] = ()
    doubtful: bool = False
    asked: list[int] = field(default_factory=list)

    def searches(self, task: Task) -> bool:
        return bool(self.last)

    def at_once(self, task: Task, parameters: Sequence[Variable]) -> Iterator[Expression]:
        yield from map(body, self.first)

    def doubts(self, task: Task, cost: int) -> bool:
        return self.doubtful

    def at_last(
        self, task: Task, parameters: Sequence[Variable], budget: Budget, *, without: Collection[str]
    ) -> Iterator[Expression]:
        self.asked.append(budget.candidates)
        yield from map(body, self.last)


RULE = "(n * 7919 + 104729) % 99991"


def test_what_is_proposed_at_once_is_the_answer_or_a_part_of_it() -> None:
    wrong = "123456 // (n - n)"
    result = solve_task(RANDOM, FEW, Components(proposer=Stub(first=[wrong, RULE])))
    assert str(result.program) == f"(n: Int) -> {RULE}"
    result = solve_task(RANDOM, FEW, Components(proposer=Stub(first=[f"{RULE} - 1"])))
    assert result.predictions == [(9 * 7919 + 104729) % 99991]


def test_where_nothing_is_found_the_rest_of_the_budget_is_for_the_proposer() -> None:
    stub = Stub(last=[RULE])
    result = solve_task(RANDOM, FEW, Components(proposer=stub))
    assert str(result.program) == f"(n: Int) -> {RULE}"
    assert stub.asked == [10_000]


@pytest.mark.parametrize("doubtful", [False, True])
def test_where_something_is_found_only_if_that_is_doubtful(doubtful: bool) -> None:
    stub = Stub(last=["n + n"], doubtful=doubtful)
    result = solve_task(DOUBLED, FEW, Components(proposer=stub))
    assert result.predictions == [18]
    assert bool(stub.asked) == doubtful


def test_what_does_not_reproduce_the_examples_is_no_answer() -> None:
    result = solve_task(RANDOM, FEW, Components(proposer=Stub(last=["n + 1"])))
    assert result.status != "solved"


def test_where_examples_may_be_wrong_nothing_is_proposed() -> None:
    stub = Stub(first=[RULE], last=[RULE])
    result = solve_task(RANDOM, replace(FEW, noise=1), Components(proposer=stub))
    assert result.status != "solved"
    assert not stub.asked
