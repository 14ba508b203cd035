"""What many numbers that meet a condition come to."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import evaluate
from induce.search.strategies.selections.totals import Totals
from induce.search.task.problem import Problem
from induce.search.task.task import Task

ENDS = [9, 12, 40, 100, 1, 47, 130, 250]


def is_palindrome(n: int) -> bool:
    return str(n) == str(n)[::-1]


def has_odd_digits_alone(n: int) -> bool:
    return all(int(digit) % 2 for digit in str(n))


def place(n: int) -> int:
    return [x for x in range(1, 2000) if is_palindrome(x)][n - 1]


def count(n: int) -> int:
    return sum(has_odd_digits_alone(x) for x in range(1, n + 1))


def total(n: int) -> int:
    return sum(x for x in range(1, n + 1) if is_palindrome(x))


def possible(function: Callable[[int], int], given: list[int]) -> bool:
    problem = Problem.of(Task.from_examples([((n,), function(n)) for n in given]))
    return Totals(problem, [{"n": example.inputs[0]} for example in problem.examples], problem.outputs).are_possible


def test_a_number_that_is_too_large_is_no_total() -> None:
    assert possible(count, ENDS)
    assert possible(total, ENDS)
    assert not possible(lambda n: n * n + 1, ENDS)
    assert not possible(lambda n: -n, ENDS)


def test_what_falls_where_a_range_grows_is_no_total() -> None:
    assert not possible(lambda n: n % 7, ENDS)
    assert not possible(lambda n: 0 if n < 47 else 400, ENDS)  # From 41 to 47 all numbers come to 308.


def test_many_arguments_and_examples_take_little_memory() -> None:
    given = [tuple(range(n, n + 200, 40)) for n in range(1, 281)]
    problem = Problem.of(Task.from_examples([(one, one[0] % 7 + 1) for one in given]))
    names = [one.name for one in problem.parameters]
    tracemalloc.start()
    totals = Totals(problem, [dict(zip(names, one, strict=True)) for one in given], problem.outputs)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert totals.are_possible
    assert most < 100e6


@pytest.mark.parametrize(
    ("function", "given", "asked"),
    [
        pytest.param(count, ENDS, [300, 33, 68], id="count"),
        pytest.param(total, ENDS, [300, 33, 68], id="sum"),
        pytest.param(place, [1, 5, 9, 10, 12, 20, 15], [11, 30, 25], id="place"),
    ],
)
def test_conditions_are_found_of_which_only_totals_are_known(
    function: Callable[[int], int], given: list[int], asked: list[int]
) -> None:
    task: list[tuple[Any, Any]] = [(n, function(n)) for n in given]
    result = synthesize(task, inputs=asked, max_candidates=150_000, timeout=None)
    assert result.predictions == [*map(function, asked)]
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    assert [space["solve"](n) for n in asked] == result.predictions
    without = synthesize(task, inputs=asked, max_candidates=150_000, timeout=None, without=["selections"])
    assert without.predictions != result.predictions
    assert evaluate(result.program.body, {"n": asked[0]}) == function(asked[0])
