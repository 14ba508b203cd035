"""Wrong examples among the right ones: what is believed, what that costs, and what is refused."""

from __future__ import annotations

import json
import random
import weakref
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from induce import InputError, Result, Task, synthesize
from induce.dsl.program import parse
from induce.search.components import Components
from induce.search.enumeration.enumeration import Enumeration
from induce.search.options import SearchOptions
from induce.search.portfolio import noise as noisy
from induce.search.strategies.names import STRATEGIES
from induce.search.synthesis import solve_task

from .test_guided import INPUTS, LONG, Oracle

Examples = list[tuple[Any, Any]]


def examples_of(function: Callable[[list[int]], Any], *, wrong: dict[int, Any], seed: int = 3) -> Examples:
    """Eight examples of a function, some of whose outputs are replaced."""
    draw = random.Random(seed)
    inputs = [[draw.randrange(20) for _ in range(draw.randint(3, 8))] for _ in range(8)]
    return [(xs, wrong.get(number, function(xs))) for number, xs in enumerate(inputs)]


def solve(examples: Examples, **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": 1_000_000, "noise": 2, **options})


FUNCTIONS: dict[str, Callable[[list[int]], Any]] = {
    "double": lambda xs: [2 * x for x in xs],
    "even": lambda xs: [x for x in xs if x % 2 == 0],
    "sum": sum,
    "drop two": lambda xs: xs[2:],
}


@pytest.mark.bounds
@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("wrong", [(), (7,), (0, 1)], ids=str)
def test_wrong_examples_are_found_and_named(name: str, wrong: tuple[int, ...]) -> None:
    function = FUNCTIONS[name]
    false: Any = 997 if name == "sum" else [997, 3]
    result = solve(examples_of(function, wrong=dict.fromkeys(wrong, false)), inputs=[[9, 4, 6, 1]])
    assert result.status == "solved"
    assert result.predictions == [function([9, 4, 6, 1])]
    assert result.disbelieved == wrong
    assert result.fits == tuple(number not in wrong for number in range(8))
    assert result.to_json()["disbelieved"] == list(wrong)


def test_without_noise_nothing_is_disbelieved() -> None:
    result = solve(examples_of(FUNCTIONS["double"], wrong={3: [997]}), noise=0, max_candidates=300_000)
    assert result.status == "partial"
    assert result.disbelieved == ()
    assert result.fits.count(False) >= 1


def test_more_wrong_examples_than_allowed_are_not_disbelieved() -> None:
    examples = examples_of(FUNCTIONS["double"], wrong={1: [997], 3: [998, 5], 6: [13, 996, 2]})
    result = solve(examples, max_candidates=500_000)
    assert result.status != "solved"
    assert "reproduces 6 of 8 examples" in result.reason
    assert " is right on 5 of 8 examples; train[1]: expected [997], got " in result.reason
    assert " or noise 3 if train[1] and train[3] and train[6] may be wrong; " in result.reason


def test_of_two_outputs_for_one_input_at_most_one_is_believed() -> None:
    examples = examples_of(FUNCTIONS["double"], wrong={})
    examples[4] = (examples[3][0], [997])
    with pytest.raises(InputError, match=r"contradicts train\[3\]"):
        solve(examples, noise=0)
    assert solve(examples).disbelieved == (4,)


def test_disbelief_is_dearer_than_a_slightly_longer_program() -> None:
    examples = [([1, 2, 3], [1, 2, 3]), ([4, 5], [4, 5]), ([6], [6]), ([2, 2], [2]), ([3, 7, 3], [3, 7])]
    result = solve(examples, inputs=[[8, 8, 9]])
    assert result.disbelieved == ()
    assert result.predictions == [[8, 9]]


def test_disbelief_is_cheaper_than_learning_by_heart() -> None:
    task = Task.from_examples(examples_of(FUNCTIONS["double"], wrong={0: [997, 13, 5, 77, 101]}))
    costs = [noisy.disbelief_cost(example, task) for example in task.train]
    assert all(4 <= cost < 9 for cost in costs), "two are to cost less than a tree with two more branches"
    bits = Task.from_examples([([x], x > 3) for x in range(8)])
    assert noisy.disbelief_cost(bits.train[0], bits) < max(costs), "one bit says less than a list"


def test_the_price_is_part_of_the_cost() -> None:
    clean, spoiled = (solve(examples_of(FUNCTIONS["double"], wrong=wrong)) for wrong in ({}, {2: [997]}))
    assert clean.programs[0].program == spoiled.programs[0].program
    assert spoiled.programs[0].cost == clean.programs[0].cost + noisy.MOST_DISBELIEF


AROUND = examples_of(lambda xs: [31, 7, 55, 18, *xs, 90, 12, 64], wrong={1: [5, 5], 6: [31, 7, 9]})


@cache
def around() -> Result:
    return solve(AROUND, inputs=[[1, 2]], max_candidates=4_000_000)


def test_what_works_backward_gets_sets_without_wrong_examples() -> None:
    result = around()
    assert result.predictions == [[31, 7, 55, 18, 1, 2, 90, 12, 64]]
    assert result.disbelieved == (1, 6)
    assert solve(AROUND, without=STRATEGIES, max_candidates=result.stats.candidates).status != "solved"


def test_under_a_candidate_budget_the_answer_is_the_same_to_the_byte() -> None:
    again = solve(AROUND, inputs=[[1, 2]], max_candidates=4_000_000)
    assert json.dumps(again.to_json(timed=False)) == json.dumps(around().to_json(timed=False))


def test_the_budget_is_kept() -> None:
    examples = examples_of(lambda xs: [random.Random(sum(xs)).randrange(10**6) for _ in xs], wrong={})
    result = solve(examples, max_candidates=200_000)
    assert result.stats.stopped_by == "candidates"
    assert result.stats.candidates <= 200_000
    assert solve(examples, max_candidates=None, timeout=1.0).stats.seconds < 3.0


def test_one_bank_at_a_time_takes_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Enumeration]] = []
    begin = Enumeration.__init__

    def counted(self: Enumeration, *arguments: Any, **options: Any) -> None:
        assert not [one for one in made if one() is not None]
        begin(self, *arguments, **options)
        made.append(weakref.ref(self))

    monkeypatch.setattr(Enumeration, "__init__", counted)
    solve(AROUND, max_candidates=2_000_000)
    assert len(made) > 3


def test_a_guide_is_asked_about_examples_that_are_believed() -> None:
    program = parse(LONG)
    examples = [(xs, program(xs)) for xs in INPUTS]
    examples[1] = (examples[1][0], [7, 7, 7])
    guide, new = Oracle(LONG, -4), [4, 4, 13, 2]
    task = Task.from_examples(examples, inputs=[new])
    options = SearchOptions(noise=1, timeout=None, max_candidates=6_000_000)
    assert solve_task(task, options).status != "solved"
    result = solve_task(task, options, Components(guide=guide, first_moments=20_000))
    assert (result.status, result.disbelieved, result.predictions) == ("solved", (1,), [program(new)])
    assert guide.asked > 1


def test_an_interrupted_search_gives_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Enumeration.run

    def interrupted(self: Enumeration) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(Enumeration, "run", interrupted)
    result = solve(examples_of(FUNCTIONS["double"], wrong={2: [997]}), max_candidates=1_000_000)
    assert result.stats.stopped_by == "interrupted"
    assert (result.status, result.disbelieved) == ("solved", (2,))


@pytest.mark.parametrize("noise", [-1, 1.0, "1", True, None])
def test_what_is_no_number_of_examples_is_refused(noise: Any) -> None:
    with pytest.raises(InputError, match=r"noise: .* is not a valid number of examples; expected an integer from 0 on"):
        solve(examples_of(FUNCTIONS["double"], wrong={}), noise=noise)


@pytest.mark.parametrize(("count", "noise"), [(1, 1), (2, 1), (4, 2), (8, 4), (8, 9)])
def test_most_examples_must_be_believed(count: int, noise: int) -> None:
    with pytest.raises(InputError, match=f"noise: {noise} wrong among {count} examples; expected fewer than half"):
        solve(examples_of(FUNCTIONS["double"], wrong={})[:count], noise=noise)


def test_too_little_memory_is_an_input_error() -> None:
    rows = [[[number] * 3000] * 40 for number in range(3)]
    with pytest.raises(InputError, match="memory: 1MB does not hold the examples"):
        solve_task(Task.from_examples([(row, row) for row in rows]), SearchOptions(noise=1, memory="1MB"))


def test_an_answer_goes_with_examples_that_contradict_each_other() -> None:
    task = Task.from_examples([([1], 2), ([1], 3), ([4], 5), ([6], 7), ([9], 10)], noise=1)
    assert len(task.with_example(([3],), 4).train) == 6


NOISY_PARTS: dict[str, list[tuple[Any, Any]]] = {
    "a part with a single example": [(False, "ab"), (False, "ab"), (True, "ab"), (None, "ab"), (True, "ab")],
    "values that may be missing": [(1, 8), (2, 8), (3, 8), (None, 8), (4, 9)],
    "rows": [([{"n": 1}], 1), ([{"n": 2}], 2), ([{"n": 3}, {"n": 4}], 7), ([{"n": 5}], 6)],
}


@pytest.mark.parametrize("name", NOISY_PARTS)
def test_what_is_taken_apart_may_miss_as_many_examples(name: str) -> None:
    """Such tasks, which were drawn, ended in an UnsoundError or a ZeroDivisionError."""
    result = synthesize(NOISY_PARTS[name], noise=1, max_candidates=5000, timeout=None, guide=None)
    assert len(result.disbelieved) <= 1
    assert result.status != "solved" or sum(result.fits) >= len(result.fits) - 1
