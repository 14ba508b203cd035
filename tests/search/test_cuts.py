"""Conditions with constants that are solved for, and the choices that are made of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from induce import Task, synthesize
from induce.dsl.program import Program, parameters_for
from induce.search.cuts import LEAST_CONSTANT_COST, cuts_of
from induce.search.literals import integer_cost

from .test_within import search_of

NUMBERS = [131, 275, 1378, 592, 2914, 2643, 1162, 930, 2381, 769]


def size_of(n: int) -> str:
    return "small" if n < 1000 else "large" if n >= 2000 else ""


def test_choices_between_words_at_thresholds_that_no_literal_suggests() -> None:
    result = synthesize([(n, size_of(n)) for n in NUMBERS], inputs=[5, 1200, 2800], max_candidates=500_000)
    assert result.predictions == ["small", "", "large"]


def test_items_are_told_apart_at_a_threshold() -> None:
    def f(xs: list[int]) -> list[int]:
        return [-x if x > 340 else x for x in xs]

    inputs = [[120, 700, 345, 20], [900, 330, 80], [335, 350, 10, 600, 90], [77, 1000]]
    result = synthesize([(xs, f(xs)) for xs in inputs], inputs=[[1, 2000, 339]], max_candidates=500_000)
    assert result.predictions == [[1, -2000, 339]]


@pytest.mark.parametrize("by_example", [True, False])
def test_a_cut_is_what_its_expression_says(by_example: bool) -> None:
    inputs: list[Any] = NUMBERS if by_example else [NUMBERS[:4], NUMBERS[4:], [40, 555]]
    examples = [(value, value) for value in inputs]
    search, goal = search_of(examples)
    lengths = np.ones(len(inputs), np.int64) if by_example else goal.lengths
    found = cuts_of(search.bank, lengths, by_example=by_example)
    assert len(found.chosen) == len(found.truths) > 5
    assert len({row.tobytes() for row in found.truths}) == len(found.chosen), "of each behaviour one"
    parameters = parameters_for(Task.from_examples(examples).parameter_types)
    for cut, row in zip(found.chosen, found.truths, strict=True):
        assert integer_cost(cut.constant) >= LEAST_CONSTANT_COST
        program = Program(parameters, cut.expression(search.expression(cut.entry)))
        truths = [program(*example.inputs) for example in search.examples]
        assert np.hstack(truths).tolist() == row.tolist()


def test_nothing_is_cut_where_there_are_no_numbers() -> None:
    search, goal = search_of([("ab", "b"), ("cd", "d"), ("xyz", "z"), ("q", "q")])
    found = cuts_of(search.bank, goal.lengths, by_example=False)
    assert found.chosen == []
    assert found.truths.shape == (0, int(goal.lengths.sum()))


@pytest.mark.parametrize(("value", "cost"), [(200, 6), (2000, 7), (-300, 9), (1000, 5), (100, 4), (210, 10), (0, 2)])
def test_round_numbers_cost_less(value: int, cost: int) -> None:
    assert integer_cost(value) == cost
