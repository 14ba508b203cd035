"""Arguments that calls leave out, and any number of arguments."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Result, Task, synthesize
from induce.search.signatures.defaults import solve_with_defaults
from induce.search.task.budget import Budget


def solved(examples: list[Any], inputs: list[Any]) -> Result:
    return synthesize(examples, inputs=inputs, timeout=None, max_candidates=400_000)


@pytest.mark.parametrize(
    ("examples", "inputs", "predictions", "head"),
    [
        ([((83, 7), 6), ((95,), 5), ((41, 9), 5), ((132,), 2), ((64,), 4)], [(58,), (58, 6)], [8, 4], "m: int = 10"),
        ([((7,), 8), ((3, 5), 8), ((9, 4), 13), ((12,), 13), ((20, 20), 40)], [(6,), (6, 6)], [7, 12], "m: int = 1"),
        ([(("ab", "-"), "ab-ab"), (("cd",), "cd cd"), (("e", "+"), "e+e"), (("fg", "::"), "fg::fg")],
         [("xy",), ("xy", "/")], ["xy xy", "xy/xy"], 't: str = " "'),
    ],
)  # fmt: skip
def test_the_default_is_solved_for(examples: list[Any], inputs: list[Any], predictions: list[Any], head: str) -> None:
    result = solved(examples, inputs)
    assert result.status == "solved"
    assert result.program is not None
    assert result.predictions == predictions
    assert head in result.program.python()
    assert all(result.fits)


@pytest.mark.parametrize("function", [sum, max, lambda xs: xs[::-1], len, lambda xs: sorted(xs)[-2]])
def test_any_number_of_arguments(function: Any) -> None:
    shown = [(5, 9, 2), (4, 4), (8, 1, 7, 3), (10, 20, 30, 5, 15)]
    result = solved([(xs, function([*xs])) for xs in shown], [(6, 2, 11)])
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    for xs in (*shown, (6, 2, 11)):
        assert space["solve"](*xs) == function([*xs]) == result.program(*xs)
    assert "*xs: int" in result.program.python()


def test_two_numbers_of_arguments_may_be_one_list() -> None:
    shown = [(5, 9), (4, 4, 1), (8, 1, 7), (10, 20)]
    result = solved([(xs, max(xs) - min(xs)) for xs in shown], [(6, 2, 11)])
    assert result.predictions == [9]


def test_after_an_interruption_no_other_search_begins() -> None:
    task = Task.from_examples([((1,), 5), ((2, 3), 7), ((4, 4), 2)])
    given = solved([(1, 1), (2, 2)], []).interrupted()
    searches: list[Task] = []

    def solve(one: Task, _: Budget) -> Result:
        searches.append(one)
        return given

    result = solve_with_defaults(task, Budget(None, 1000, 10**8), solve)
    assert (result.status, result.stats.stopped_by, len(searches)) == ("none", "interrupted", 1)


def test_questions_are_calls() -> None:
    result = solved([((3, 4, 5), 3), ((2, 8, 9, 8, 9), 2)], [])
    question = result.question()
    assert question is not None
    assert all(isinstance(value, int) for value in question.inputs)
    answered = result.answered(question.inputs, question.answers[0].output)
    assert len(answered.task.train) == 3
