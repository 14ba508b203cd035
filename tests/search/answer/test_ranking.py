"""Programs found, weighed by what they predict together."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, parse
from induce.dsl.core.expression import Call
from induce.dsl.program import NO_VALUE
from induce.search.answer.ranking import MOST_PROBES, Candidate, notes_on, observed, probes, rank, verified
from induce.search.answer.solutions import Solution
from induce.search.cost.prior import UNITS_PER_BIT
from induce.search.task.problem import Problem

SUM, PRODUCT, LAST = "sum(xs)", "product(xs)", "last(xs)"


def candidate(body: str, cost: int, *predictions: Any, behaviour: Any = None) -> Candidate:
    """A program found; it behaves like no other, or as is said."""
    program = parse(f"(xs: List[Int]) -> {body}")
    return Candidate(program, cost, parts=cost, predictions=predictions, behaviour=(behaviour or body,))


def bodies(ranked: tuple[Candidate, ...]) -> list[str]:
    return [str(one.program).partition("-> ")[2] for one in ranked]


def test_the_cheaper_comes_first_where_predictions_are_the_same() -> None:
    ranked = rank([candidate(LAST, 9, 1), candidate(SUM, 5, 1), candidate(PRODUCT, 7, 1)])
    assert bodies(ranked) == [SUM, PRODUCT, LAST]
    assert sum(one.probability for one in ranked) == pytest.approx(1)
    assert ranked[0].probability / ranked[1].probability == pytest.approx(2 ** (2 / UNITS_PER_BIT))


def test_two_that_agree_outweigh_one_that_is_a_little_cheaper() -> None:
    assert bodies(rank([candidate(SUM, 5, 1), candidate(PRODUCT, 6, 2), candidate(LAST, 7, 2)])) == [PRODUCT, LAST, SUM]
    assert bodies(rank([candidate(SUM, 5, 1), candidate(PRODUCT, 9, 2), candidate(LAST, 9, 2)]))[0] == SUM


def test_an_undefined_prediction_comes_last() -> None:
    assert bodies(rank([candidate(LAST, 3, NO_VALUE), candidate(SUM, 30, 1)])) == [SUM, LAST]


def test_what_predicts_that_a_value_is_missing_is_not_undefined() -> None:
    assert bodies(rank([candidate(LAST, 3, None), candidate(SUM, 30, 1)])) == [LAST, SUM]


def test_two_ways_to_write_a_function_are_no_more_probable_than_one() -> None:
    found = [candidate(SUM, 5, 1), candidate(PRODUCT, 6, 2, behaviour="same"), candidate(LAST, 7, 2, behaviour="same")]
    ranked = rank(found)
    assert bodies(ranked) == [SUM, PRODUCT]
    assert sum(one.probability for one in ranked) == pytest.approx(1)


def test_what_behaves_alike_but_predicts_otherwise_is_a_rival() -> None:
    found = [candidate(SUM, 5, 1, behaviour="same"), candidate(PRODUCT, 6, True, behaviour="same")]
    assert bodies(rank(found)) == [SUM, PRODUCT]


def test_those_that_predict_the_same_have_one_key() -> None:
    ranked = rank([candidate(SUM, 5, 4, 8), candidate("sum(sort(xs))", 7, 4, 8), candidate(PRODUCT, 5, 4, 15)])
    assert bodies(ranked)[-1] == PRODUCT
    assert ranked[0].key == ranked[1].key != ranked[2].key


def test_without_inputs_the_key_is_the_behaviour() -> None:
    ranked = rank([candidate(SUM, 5), candidate(LAST, 5, behaviour=SUM), candidate(PRODUCT, 5)])
    assert [one.probability for one in ranked] == pytest.approx([0.5, 0.5])
    assert len({one.key for one in ranked}) == 2


def test_true_and_one_are_not_the_same_prediction() -> None:
    assert len({one.key for one in rank([candidate(SUM, 5, 1), candidate(PRODUCT, 5, True)])}) == 2


def test_probes_are_few_and_spread() -> None:
    few = Task.from_examples([(1, 2)])
    assert 0 < len(probes(few)) <= MOST_PROBES
    many = Task.from_examples([(list(range(n)), n) for n in range(9)])
    assert len(probes(many)) > MOST_PROBES // 2
    assert len(probes(many)) <= MOST_PROBES
    assert max(len(inputs[0]) for inputs in probes(many)) > 4


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
    found = verified(Solution(5, program.body, 5), Problem.of(task))
    assert found is not None
    found = observed(found, [([6],), ([],)])
    assert (found.program, found.cost, found.predictions, found.behaviour) == (program, 5, (15, 1), (6, 1))
    assert verified(Solution(5, program.body, 5), Problem.of(task.with_example(([3, 5],), 8))) is None
