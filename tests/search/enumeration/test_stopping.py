"""How long a search goes on after a solution."""

from __future__ import annotations

from collections.abc import Callable

from induce import parse
from induce.search.answer.solutions import Solutions
from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.stopping import (
    DEAR,
    FEW_EXAMPLES,
    LEAST_PATIENCE,
    LEAST_ROUND,
    LEAST_SHARE,
    PATIENCE,
    REACH,
    RIVAL_LEVELS,
    RIVAL_WORK,
    StoppingRule,
    patience,
)
from induce.search.task.budget import Budget


def test_what_took_long_to_find_is_given_longer() -> None:
    assert patience(0, cost=1, examples=2) == patience(0, cost=1, examples=FEW_EXAMPLES) == LEAST_PATIENCE
    assert patience(5_000_000, cost=1, examples=2) == PATIENCE * 5_000_000 + LEAST_PATIENCE


def test_the_more_examples_agree_the_sooner_it_ends() -> None:
    times = [patience(1000, cost=9, examples=examples) for examples in (4, 5, 8, 15, 1000)]
    assert times == sorted(times, reverse=True)
    assert patience(0, cost=9, examples=8) == LEAST_PATIENCE // 8
    assert patience(0, cost=9, examples=1000) == LEAST_SHARE * LEAST_PATIENCE


def test_a_dear_program_has_said_little() -> None:
    assert patience(0, cost=DEAR * 8, examples=8) < patience(0, cost=DEAR * 8 + 1, examples=8) == LEAST_PATIENCE


def rule_of(
    *,
    found: int | None,
    candidates: int = 0,
    after: int = 0,
    work: Callable[[int], float] | float = 0.0,
    unavoidable: int = 0,
) -> StoppingRule:
    """The rule for a search that has found a program of this cost, or none."""
    solutions = Solutions(DefaultPrior())
    if found is not None:
        solutions.offer(found, parse("(xs: List[Int]) -> sort(xs)").body, after)
    budget = Budget(None, None, 0, candidates=candidates)
    every = work if callable(work) else lambda _: work
    return StoppingRule(solutions, budget, examples=2, work=every, most_cost=50, unavoidable=unavoidable)


def test_without_a_program_nothing_is_settled_and_everything_is_news() -> None:
    rule = rule_of(found=None, candidates=10**12, work=1e12)
    assert rule.bound() == 50
    assert not any(rule.is_settled(level) or rule.is_complete(level) for level in range(50))
    assert rule.is_news(49)


def test_news_is_what_is_cheaper_and_of_interest_are_a_few_rivals() -> None:
    rule = rule_of(found=12)
    assert [cost for cost in range(50) if rule.is_news(cost)] == list(range(12))
    assert rule.bound() == 12 + RIVAL_LEVELS + 1


def test_rivals_are_looked_for_where_that_is_little_work() -> None:
    little, much = (rule_of(found=12, work=work) for work in (RIVAL_WORK, RIVAL_WORK + 1))
    assert [level for level in range(20) if not little.is_settled(level)] == list(range(12 + RIVAL_LEVELS))
    assert [level for level in range(20) if not much.is_settled(level)] == list(range(12))


def test_a_dear_program_is_settled_when_patience_is_at_an_end() -> None:
    most = PATIENCE * 1000 + LEAST_PATIENCE
    for candidates, work, settled in ((most, 0, False), (most, 1, True), (most + 1, 0, True), (0, most, False)):
        works = {8: float(work)}
        rule = rule_of(found=40, after=1000, candidates=candidates, work=works.__getitem__)
        assert rule.is_settled(7) == settled, (candidates, work)
        assert not rule.is_complete(7)


def test_without_a_program_the_strategies_take_their_time() -> None:
    assert not rule_of(found=None).is_turn_of_levels(9, backward=10**12, forward=0)


def test_with_a_program_that_levels_may_undercut_they_have_a_share() -> None:
    rule, much = rule_of(found=20), 10 * LEAST_ROUND
    over = [rule.is_turn_of_levels(9, backward=taken, forward=0) for taken in (LEAST_ROUND, LEAST_ROUND + 1)]
    assert over == [False, True]
    over = [rule.is_turn_of_levels(9, backward=taken, forward=much) for taken in (much, much + 1)]
    assert over == [False, True]


def test_a_program_out_of_reach_stops_no_strategy() -> None:
    for cost, over in ((9 + REACH, True), (10 + REACH, False)):
        assert rule_of(found=cost).is_turn_of_levels(9, backward=10**9, forward=0) == over


def test_levels_need_not_come_to_what_every_program_pays() -> None:
    rule = rule_of(found=32, unavoidable=20)
    assert [level for level in range(40) if not rule.is_settled(level)] == list(range(12 + RIVAL_LEVELS))
    assert rule.is_turn_of_levels(9, backward=10**9, forward=0)
    assert not rule_of(found=32).is_turn_of_levels(9, backward=10**9, forward=0)
    assert rule.is_news(31)
    assert not rule.is_news(32)
