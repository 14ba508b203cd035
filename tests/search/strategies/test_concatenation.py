"""Texts put together of several parts: what is found, what is not, and that it can be switched off."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import evaluate
from induce.dsl.core.types import STR
from induce.search.cost.literals import constant_cost
from induce.search.cost.prior import DefaultPrior, expression_cost
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.concatenation import LEAST_PARTS, Concatenation
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.task import Task

PLACES = [("Lyme", "41"), ("Old Harwich", "7"), ("Tring", "305"), ("Market Rasen", "18"), ("Wem", "9902")]
CREW = ["ada m king", "sven ole lund", "rosa b vega", "jan k de wit", "kim su lee"]
BUILDS = ["core-7.12 linux", "shell-10.3 plan9", "editor-2.104 hurd", "viewer-31.9 minix", "spool-1.1 vms"]

PUT_TOGETHER: list[tuple[str, int, list[Any], Callable[..., str]]] = [
    ("a line of code", 100_000, PLACES, lambda s, t: f"case {t}: print({s}, {t});"),
    ("a name with an initial", 330_000, CREW, lambda s: f"{s.split()[-1].title()}, {s[0].upper()}. ({s.split()[0]})"),
    ("a path", 100_000, BUILDS, lambda s: f"/{s.split()[1]}/{s.split('-')[0]}/v{s.split()[0].split('-')[1]}"),
]


def applied(function: Callable[..., str], given: Any) -> str:
    return function(*given) if isinstance(given, tuple) else function(given)


@pytest.mark.parametrize(
    ("name", "candidates", "inputs", "function"), PUT_TOGETHER, ids=[row[0] for row in PUT_TOGETHER]
)
def test_a_text_of_several_parts_is_found_at_once(
    name: str, candidates: int, inputs: list[Any], function: Callable[..., str]
) -> None:
    examples = [(given, applied(function, given)) for given in inputs[:3]]
    options: dict[str, Any] = {"inputs": inputs[3:], "timeout": None, "max_candidates": candidates}
    result = synthesize(examples, **options)
    assert result.predictions == [applied(function, given) for given in inputs[3:]]
    without = synthesize(examples, **options, without=["concatenation"])
    assert without.predictions != result.predictions


def search_for(task: Task, candidates: int) -> Enumeration:
    budget = Budget(timeout=None, max_candidates=candidates, memory=10**8)
    search = Enumeration(Problem.of(task), DefaultPrior(), budget)
    search.builder.grow(3000)
    return search


def offered(task: Task) -> list[tuple[int, Any]]:
    """What the strategy alone makes of a small bank, with the costs that it names."""
    search = search_for(task, 3_000_000)
    strategy = Concatenation(search.context)
    return list(strategy.solve(search.target, lambda: 10**6))


@pytest.mark.parametrize("seed", range(6))
def test_what_is_offered_is_right_and_costs_its_parts(seed: int) -> None:
    draw = random.Random(seed)
    words = ["".join(draw.choices("abcdefgh", k=draw.randint(2, 5))) for _ in range(12)]
    inputs = [f"{one}-{other}" for one, other in zip(words[::2], words[1::2], strict=True)]
    between = draw.choice([" to ", "/", "<=>"])
    task = Task.from_examples([(s, f"[{s.split('-')[1]}{between}{s.split('-')[0]}]") for s in inputs])
    found = offered(task)
    assert found
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in found)
    for cost, body in found:
        assert cost <= expression_cost(body)
        for example in task.train:
            assert evaluate(body, {"s": example.inputs[0]}) == example.output


def test_a_part_may_be_empty_in_some_examples() -> None:
    examples = [("12", "<12><>"), ("7x", "<7><x>"), ("30yz", "<30><yz>")]
    found = [body for _, body in offered(Task.from_examples(examples))]
    assert any(evaluate(body, {"s": "5abc"}) == "<5><abc>" for body in found)


def test_outputs_are_not_spelt_by_heart() -> None:
    """What costs as much as the outputs themselves says nothing of them."""
    draw = random.Random(11)
    rows = [("".join(draw.choices("abc", k=6)), "".join(draw.choices("abc", k=6))) for _ in range(3)]
    task = Task.from_examples(rows)
    by_heart = sum(constant_cost(output, STR) for _, output in rows)
    assert all(cost < by_heart for cost, _ in offered(task))


def test_two_parts_are_left_to_deduction() -> None:
    found = [str(body) for _, body in offered(Task.from_examples([("ab", "ab!"), ("cde", "cde!")]))]
    assert all(text.count("concat") >= LEAST_PARTS - 1 for text in found)


def test_other_types_and_deduced_goals_are_left_alone() -> None:
    assert offered(Task.from_examples([([1, 2], [2, 1]), ([3], [3])])) == []


def test_an_initial_is_the_first_letter_whatever_the_name_repeats() -> None:
    names = [("Jane Austen", "J. Austen"), ("Mark Twain", "M. Twain"), ("Emily Dickinson", "E. Dickinson")]
    result = synthesize(names, inputs=["Ann Dann", "Al Albers"], timeout=None, max_candidates=400_000)
    assert result.predictions == ["A. Dann", "A. Albers"]
