"""A task as a search sees it: the order of its examples, and some of them alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import Task
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, list_of
from induce.search.task.problem import Problem

OUTPUTS = st.lists(st.lists(st.integers(0, 9), max_size=5), min_size=1, max_size=8)


def problem_of(outputs: list[Any]) -> Problem:
    return Problem.of(Task.from_examples([(number, output) for number, output in enumerate(outputs)]))


@given(OUTPUTS)
def test_the_longest_output_comes_first_and_equals_keep_their_order(outputs: list[list[int]]) -> None:
    problem = problem_of(outputs)
    lengths = [len(output) for output in problem.outputs]
    assert lengths == sorted(lengths, reverse=True)
    for before, after in zip(problem.numbers, problem.numbers[1:], strict=False):
        assert len(outputs[before]) > len(outputs[after]) or before < after
    assert [example.inputs for example in problem.examples] == [(number,) for number in problem.numbers]
    assert problem.outputs == [outputs[number] for number in problem.numbers]


@given(OUTPUTS)
def test_what_is_kept_for_each_example_is_put_back(outputs: list[list[int]]) -> None:
    problem = problem_of(outputs)
    kept = np.array([example.inputs[0] for example in problem.examples])
    assert kept[problem.in_given_order].tolist() == list(range(len(outputs)))
    assert [example.output for example in problem.given.train] == outputs


@given(OUTPUTS, st.data())
def test_a_restricted_problem_has_these_examples_alone(outputs: list[list[int]], data: st.DataObject) -> None:
    problem = problem_of(outputs)
    positions = data.draw(st.lists(st.integers(0, len(outputs) - 1), min_size=1, unique=True))
    part = problem.restricted(positions)
    assert {example.inputs for example in part.examples} == {problem.examples[p].inputs for p in positions}
    lengths = [len(output) for output in part.outputs]
    assert lengths == sorted(lengths, reverse=True)
    given_ = [example.inputs[0] for example in part.given.train]
    assert given_ == sorted(given_), "in the order in which they were given"
    assert part.signature == problem.signature
    assert part.parameters == problem.parameters


def test_a_restricted_problem_keeps_names_that_were_given() -> None:
    task = Task.from_examples([([1], 2), ([3], 4)])
    names = [Variable("inner", list_of(INT))]
    assert Problem.of(task, names).restricted([1]).parameters == (Variable("inner", list_of(INT)),)
    assert Problem.of(task).parameters == (Variable("xs", list_of(INT)),)


@pytest.mark.parametrize(
    ("examples", "longest"),
    [([(("abc", [1]), 2)], 3), ([(("", [1]), 2), (("a", []), 3)], 1), ([(("a", [1]), [[1, 2], []])], 5)],
    ids=["input", "scalar", "nested output"],
)
def test_the_longest_value_is_counted_in_words(examples: list[tuple[Any, Any]], longest: int) -> None:
    problem = Problem.of(Task.from_examples(examples))
    assert problem.longest == longest
    assert problem.signature[:2] == (STR, list_of(INT))
    assert problem.result_type == problem.signature[-1]
