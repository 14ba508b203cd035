"""Programs found: each once, the cheapest first, constants folded, at the costs of whoever counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import Task, parse, synthesize
from induce.dsl.core.expression import Expression
from induce.search.answer.solutions import MOST_DOUBT, RecostedSolutions, Solution, Solutions
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior
from induce.search.strategies.reweighting import ReweightedPrior
from induce.search.task.problem import Problem

TASK = Task.from_examples([([3, 1, 2], [1, 2, 3]), ([5, 4], [4, 5])])
TEXTS = ["sort(xs)", "reverse(sort_desc(xs))", "sort(reverse(xs))", "xs", "xs + 1", "rotate(xs, sum(xs))"]


def body(text: str) -> Expression:
    return parse(f"(xs: List[Int]) -> {text}").body


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(1, 30)), max_size=12))
def test_programs_are_kept_once_and_cheapest_first(offers: list[tuple[str, int]]) -> None:
    prior, solutions = DefaultPrior(), Solutions(DefaultPrior())
    firsts: dict[str, int] = {}
    for number, (text, cost) in enumerate(offers):
        solutions.offer(cost, body(text), number)
        firsts.setdefault(text, cost)
    wanted = {body(text): (max(1, cost + prior.surprise(body(text))), cost) for text, cost in firsts.items()}
    assert {one.body: (one.cost, one.parts) for one in solutions.found} == wanted
    costs = [one.cost for one in solutions.found]
    assert costs == sorted(costs)
    assert solutions.cheapest == min((max(one.cost, one.parts) for one in solutions.found), default=None)


def test_the_candidates_are_those_of_the_cheapest() -> None:
    prior, solutions = DefaultPrior(), Solutions(DefaultPrior())
    for whole, text, candidates in ((29, "sort(xs)", 100), (32, "xs + 1", 200), (29, "xs", 300), (24, "xs * 2", 400)):
        solutions.offer(whole - prior.surprise(body(text)), body(text), candidates)
        assert solutions.after == (400 if text == "xs * 2" else 100)


def test_constant_parts_are_folded_and_what_that_saves_is_taken_off() -> None:
    solutions = Solutions(DefaultPrior())
    solutions.offer(20, body("xs + (2 + 3)"), 1)
    solutions.offer(8, body("xs + 5"), 2)
    (found,) = solutions.found
    assert found.body == body("xs + 5")
    assert found.parts < 20


def test_a_surcharge_is_paid_or_drops_a_program() -> None:
    solutions = Solutions(DefaultPrior(), surcharge=lambda one: None if one == body("xs") else 7)
    assert solutions.are_chosen
    assert not Solutions(DefaultPrior()).are_chosen
    solutions.offer(1, body("xs"), 1)
    solutions.offer(4, body("sort(xs)"), 2)
    assert solutions.found == [Solution(11 + DefaultPrior().surprise(body("sort(xs)")), body("sort(xs)"), 4)]


def test_programs_of_an_earlier_search_are_known() -> None:
    earlier = [Solution(5, body("sort(xs)"), 5)]
    solutions = Solutions(DefaultPrior(), found=earlier)
    solutions.offer(3, body("sort(xs)"), 9)
    assert solutions.found == [Solution(5, body("sort(xs)"), 5)]
    solutions.offer(30, body("xs"), 9)
    assert [one.parts for one in solutions.found] == [5, 30]


@pytest.mark.parametrize("order", [1, -1])
def test_a_search_with_other_costs_is_bounded_by_its_own(order: int) -> None:
    usual, own = DefaultPrior(), ReweightedPrior(DefaultPrior(), {"reverse": 0.0, "sort": 0.5})
    shared = Solutions(usual)
    recosted = RecostedSolutions(shared, own=Costs(TASK, own), usual=Costs(TASK, usual))
    texts: Any = ["sort(xs * 9 + 8)", "sort(reverse(xs * 9 + 8))"][::order]
    for text in texts:
        recosted.offer(99, body(text), 5)
    assert recosted.found is shared.found
    assert {one.body: one.parts for one in shared.found} == {
        body(text): Costs(TASK, usual).of_parts(body(text)) for text in texts
    }
    costs = Costs(TASK, own)
    assert recosted.cheapest == min(max(costs.of_whole(body(text)), costs.of_parts(body(text))) for text in texts)
    assert shared.cheapest is not None
    assert recosted.cheapest < shared.cheapest
    assert recosted.after == shared.after == 5


def test_a_program_that_its_predictions_speak_against_bounds_the_search_less() -> None:
    codes = [("AB-1234-X", "1234"), ("QRS-77-Y", "77")]
    digits = parse("(s: Str) -> digits_of(s)").body

    def bound(asked: list[str]) -> int | None:
        solutions = Solutions(DefaultPrior(), problem=Problem.of(Task.from_examples(codes, inputs=asked)))
        solutions.offer(6, digits, 1)
        return solutions.cheapest

    assert bound(["KL-22-B"]) == bound([]) == 6
    assert bound(["A1-22-B"]) == 6 + MOST_DOUBT


def test_dearer_programs_are_found_where_the_cheapest_is_doubted() -> None:
    codes = [("AB-1234-X", "1234"), ("QRS-77-Y", "77")]
    result = synthesize(codes, inputs=["A1-22-B", "Z-5-W"], timeout=None, max_candidates=300_000)
    assert result.predictions == ["22", "5"]
