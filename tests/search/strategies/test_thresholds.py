"""Conditions with constants that are solved for, and the choices that are made of them."""

from __future__ import annotations

import pytest

from induce import Task, synthesize
from induce.dsl.core.types import INT
from induce.dsl.program import Program
from induce.dsl.text.variables import parameters_for
from induce.search.cost.literals import integer_cost
from induce.search.engine.bank import Bank
from induce.search.strategies.thresholds import LEAST_CONSTANT_COST, thresholds_of

from ..searches import search_of

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


def test_a_threshold_is_what_its_expression_says() -> None:
    examples = [(n, n) for n in NUMBERS]
    search, _ = search_of(examples)
    found = thresholds_of(search.bank)
    assert len(found.chosen) == len(found.truths) > 5
    assert len({row.tobytes() for row in found.truths}) == len(found.chosen), "of each behaviour one"
    parameters = parameters_for(Task.from_examples(examples).parameter_types)
    for threshold, row in zip(found.chosen, found.truths, strict=True):
        assert integer_cost(threshold.constant.value) >= LEAST_CONSTANT_COST
        program = Program(parameters, threshold.expression(search.builder.expression(threshold.entry)))
        assert [program(*example.inputs) for example in search.problem.examples] == row.tolist()


def test_fewer_conditions_are_tried_of_very_many_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    search, _ = search_of([(n, n) for n in NUMBERS])
    every = len(thresholds_of(search.bank).chosen)
    monkeypatch.setattr("induce.search.strategies.thresholds.MOST_TRUTHS", 3 * len(NUMBERS))
    assert 0 < len(thresholds_of(search.bank).chosen) <= 3 < every


def test_without_entries_nothing_is_cut() -> None:
    bank = Bank(examples=3, types=(INT,), longest=1, memory=1 << 24)
    found = thresholds_of(bank)
    assert found.chosen == []
    assert found.truths.shape == (0, 3)
