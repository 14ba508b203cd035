"""The plain enumerator: what it finds is right and the cheapest, and it keeps to its limits."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import Task, parse
from induce.benchmarks.runs.outcome import verdict
from induce.benchmarks.solvers.peers.floor import Floor, FloorSearch
from induce.benchmarks.solvers.solver import Answer, Limits
from induce.benchmarks.speed.unsolvable import unsolvable_task

COUNTED = Limits(timeout=None, candidates=20_000)


def solved(examples: list[tuple[Any, Any]], limits: Limits = COUNTED) -> Answer:
    return Floor().solve(Task.from_examples(examples), limits)


@pytest.mark.parametrize(
    ("examples", "program"),
    [
        ([([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])], "(xs: List[Int]) -> reverse(xs)"),
        ([([3, 1, 2], 6), ([5, 1], 6), ([], 0)], "(xs: List[Int]) -> sum(xs)"),
        ([([1, 2], [3, 4]), ([7], [9])], "(xs: List[Int]) -> xs + 2"),
        ([("a b", ["a", "b"]), ("c", ["c"])], "(s: Str) -> words(s)"),
        ([((2, 5), True), ((5, 2), False), ((3, 3), False), ((3, 4), True)], "(n: Int, m: Int) -> n < m"),
        ([(7, 7), (8, 8)], "(n: Int) -> n"),
    ],
)
def test_it_finds_the_cheapest_program(examples: list[tuple[Any, Any]], program: str) -> None:
    answer = solved(examples)
    assert (answer.claims, answer.program) == (True, program)
    assert answer.reproduced == [output for _, output in examples]
    assert answer.cost is not None


def test_what_it_predicts_is_judged_against_the_held_out_outputs() -> None:
    task = Task.from_examples([([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])], inputs=[[4, 9]], expected=[[9, 4]])
    answer = Floor().solve(task, COUNTED)
    assert answer.predictions == [[9, 4]]
    assert verdict(task, answer) == "solved"
    assert verdict(replace(task, expected=([4, 9],)), answer) == "fitted"


def test_truth_values_are_not_numbers() -> None:
    assert solved([([True], [1]), ([False, True], [0, 1])]).program != "(mask: List[Bool]) -> mask"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.lists(st.integers(-9, 9), max_size=4), st.integers(-9, 9)), min_size=1, max_size=3))
def test_what_it_claims_the_interpreter_confirms(pairs: list[tuple[list[int], int]]) -> None:
    examples = list({str(inputs): (inputs, output) for inputs, output in pairs}.values())
    answer = solved(examples, Limits(timeout=None, candidates=2000))
    if answer.claims:
        program = parse(answer.program)
        assert [program(inputs) for inputs, _ in examples] == [output for _, output in examples]


@pytest.mark.parametrize("most", [0, 1, 777])
def test_candidates_are_counted_and_limited(most: int) -> None:
    answers = [Floor().solve(unsolvable_task(), Limits(timeout=None, candidates=most)) for _ in range(2)]
    assert answers[0] == answers[1] == Answer(False, [], candidates=most)


def test_the_clock_ends_it() -> None:
    started = time.perf_counter()
    assert not Floor().solve(unsolvable_task(), Limits(timeout=0.2)).claims  # It would go on for hours.
    assert time.perf_counter() - started >= 0.2


def test_of_programs_that_behave_alike_one_is_kept() -> None:
    search = FloorSearch(unsolvable_task(), Limits(timeout=None, candidates=5000))
    assert search.run() is None
    kept = [(entry.body.type, repr(entry.values)) for row in search._bank.values() for entry in row]
    assert len(kept) == len(set(kept)) > 500


def test_values_beyond_the_language_are_dropped() -> None:
    """Products of large integers leave what the language has, and what Python prints."""
    task = Task.from_examples([([2**53 - 1] * 400, 3), ([2**53 - 3] * 400, 5)])
    search = FloorSearch(task, Limits(timeout=None, candidates=1000))
    search.run()
    numbers = [value for row in search._bank.values() for entry in row for value in entry.values if type(value) is int]
    assert max(numbers) <= 2**53
