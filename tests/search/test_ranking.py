"""Programs found, weighed by what they predict together."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, parse
from induce.dsl.expression import Call
from induce.search.enumeration import Hit
from induce.search.prior import UNITS_PER_BIT
from induce.search.ranking import Candidate, confidence, notes_on, rank, verified

SUM, PRODUCT, LAST = "sum(xs)", "product(xs)", "last(xs)"


def candidate(body: str, cost: int, *predictions: Any) -> Candidate:
    return Candidate(parse(f"(xs: List[Int]) -> {body}"), cost, predictions=predictions)


def bodies(ranked: tuple[Candidate, ...]) -> list[str]:
    return [str(one.program).partition("-> ")[2] for one in ranked]


def test_the_cheaper_comes_first_where_predictions_are_the_same() -> None:
    ranked = rank([candidate(LAST, 9, 1), candidate(SUM, 5, 1), candidate(PRODUCT, 7, 1)])
    assert bodies(ranked) == [SUM, PRODUCT, LAST]
    assert sum(one.probability for one in ranked) == pytest.approx(1)
    assert ranked[0].probability / ranked[1].probability == pytest.approx(2 ** (2 / UNITS_PER_BIT))


def test_two_that_agree_outweigh_one_that_is_a_little_cheaper() -> None:
    assert bodies(rank([candidate(SUM, 5, 1), candidate(PRODUCT, 6, 2), candidate(LAST, 6, 2)])) == [PRODUCT, LAST, SUM]
    assert bodies(rank([candidate(SUM, 5, 1), candidate(PRODUCT, 9, 2), candidate(LAST, 9, 2)]))[0] == SUM


def test_an_undefined_prediction_comes_last() -> None:
    assert bodies(rank([candidate(LAST, 3, None), candidate(SUM, 30, 1)])) == [SUM, LAST]


def test_confidence_pools_all_that_predict_the_same() -> None:
    task = Task.from_examples([([2, 2], 4)], inputs=[[2, 2], [3, 5]])
    ranked = rank([candidate(SUM, 5, 4, 8), candidate("sum(sort(xs))", 7, 4, 8), candidate(PRODUCT, 5, 4, 15)])
    assert confidence(ranked, task) == pytest.approx(1 - ranked[-1].probability)
    assert bodies(ranked)[-1] == PRODUCT
    assert confidence(ranked[:2], task) == pytest.approx(1 - ranked[-1].probability)
    assert confidence((), task) == 0


def test_without_inputs_confidence_is_about_variants_of_the_examples() -> None:
    task = Task.from_examples([([2, 2], 4)])
    ranked = rank([candidate(SUM, 5), candidate("sum(sort(xs))", 7), candidate(PRODUCT, 7)])
    assert confidence(ranked, task) == pytest.approx(ranked[0].probability + ranked[1].probability)
    assert ranked[1].probability == pytest.approx(ranked[2].probability)


def test_true_and_one_are_not_the_same_prediction() -> None:
    task = Task.from_examples([([2, 2], 4)], inputs=[[1]])
    assert confidence(rank([candidate(SUM, 5, 1), candidate(PRODUCT, 5, True)]), task) == pytest.approx(0.5)


def test_a_rival_of_weight_that_predicts_otherwise_is_noted() -> None:
    task = Task.from_examples([([2, 2], 4), ([0], 0)], inputs=[[3, 5]])
    assert notes_on(rank([candidate(SUM, 5, 8), candidate(PRODUCT, 6, 15)]), task) == (
        "ambiguous: a rival predicts otherwise: (xs: List[Int]) -> product(xs)",
    )
    assert notes_on(rank([candidate(SUM, 5, 8), candidate(PRODUCT, 30, 15)]), task) == ()


def test_a_hit_counts_only_if_the_reference_interpreter_agrees() -> None:
    task = Task.from_examples([([2, 2], 4)], inputs=[[3, 5], []])
    program = parse("(xs: List[Int]) -> product(xs)")
    assert isinstance(program.body, Call)
    found = verified(Hit(5, program.body), task, program.parameters)
    assert found is not None
    assert (found.program, found.cost, found.predictions) == (program, 5, (15, 1))
    assert verified(Hit(5, program.body), task.with_example(([3, 5],), 8), program.parameters) is None
