"""The question that tells rivals apart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.types import infer_type, settle
from induce.dsl.program import parse
from induce.search.answer.question import Answer, Question, telling_question, variants

from .rivals import rivals

SUM, PRODUCT, LAST = "(xs: List[Int]) -> sum(xs)", "(xs: List[Int]) -> product(xs)", "(xs: List[Int]) -> last(xs)"


def test_an_input_to_be_predicted_is_asked_first() -> None:
    question = telling_question(rivals(SUM, PRODUCT), asked=[([2, 2],), ([3, 5],)], given=[([1, 2, 3],)])
    assert question == Question(([3, 5],), (Answer(8, 2 / 3), Answer(15, 1 / 3)))


def test_the_input_that_says_most_is_asked() -> None:
    question = telling_question(rivals(SUM, PRODUCT, LAST), asked=[([0, 0, 7],), ([3, 5],)], given=[])
    assert question is not None
    assert question.inputs == ([3, 5],)
    assert [answer.output for answer in question.answers] == [8, 15, 5]
    assert sum(answer.probability for answer in question.answers) == pytest.approx(1)


def test_where_rivals_agree_a_variant_is_asked() -> None:
    question = telling_question(rivals(SUM, PRODUCT), asked=[([2, 2],)], given=[([1, 2, 3],)])
    assert question is not None
    assert sum(question.inputs[0]) == question.answers[0].output
    assert question.answers[0].output != question.answers[1].output


def test_nobody_is_asked_what_the_best_program_does_not_answer() -> None:
    assert telling_question(rivals(LAST, SUM), asked=[([],)], given=[]) is None


def test_programs_that_always_agree_leave_no_question() -> None:
    twins = rivals("(xs: List[Int]) -> xs + xs", "(xs: List[Int]) -> xs * 2")
    assert telling_question(twins, asked=[([1],)], given=[([1, 2],), ([-3],)]) is None
    assert telling_question(twins[:1], asked=[], given=[([1],)]) is None


@pytest.mark.parametrize("value", [3, True, "ab c", [], [4, 1], ["x", ""], [[1], []], [True, False]])
def test_variants_have_the_type_of_the_given(value: Any) -> None:
    found = list(variants([(value, 1)]))
    assert found
    for inputs in found:
        assert len(inputs) == 2
        assert settle(infer_type([inputs[0], value])) == settle(infer_type([value, value]))


def test_the_answer_to_the_question_settles_it() -> None:
    examples = [([2, 2], 4)]
    first = synthesize(examples, timeout=None, max_candidates=200_000)
    question = first.question()
    assert question is not None
    for answer in question.answers:
        if answer.output is None:
            continue
        again = synthesize([*examples, (question.inputs, answer.output)], timeout=None, max_candidates=200_000)
        assert again.program is not None
        assert again.program(*question.inputs) == answer.output


def test_without_a_program_there_is_no_question() -> None:
    assert synthesize([([1], 977), ([1, 2], -3114)], timeout=None, max_candidates=20_000).question() is None


def test_ways_of_rounding_are_told_apart() -> None:
    result = synthesize([(2.35, 2.4), (1.04, 1.0), (7.77, 7.8)], inputs=[1.5], max_candidates=100_000)
    assert {"(x: Decimal) -> round_half_even(x, 1)", "(x: Decimal) -> round_half_up(x, 1)"} <= {
        str(one.program) for one in result.programs
    }
    question = result.question()
    assert question is not None
    assert all(type(one) is float for one in question.inputs)
    up = parse("(x: Decimal) -> round_half_up(x, 1)")
    answered = result.answered(question.inputs, up(*question.inputs))
    assert str(answered.program) == str(up)


def test_the_numbers_of_a_text_are_changed() -> None:
    changed = {text for (text,) in variants([("03/12 at 9",)])}
    assert {"12/03 at 9", "04/12 at 9", "03/07 at 9", "03/9 at 12", "03/12 at 10"} <= changed


def test_variants_of_the_largest_decimal_are_decimals() -> None:
    most = Decimal("9007199254.740992")
    assert all(abs(value) <= most for (value,) in variants([(most,)]))
    assert (
        synthesize([(most, Decimal(1)), (Decimal(1), Decimal(1))], max_candidates=1000, timeout=None).status == "solved"
    )


def test_of_very_large_inputs_there_are_few_variants() -> None:
    small = [([*range(20)],)]
    large = [([*range(70_000)],)]
    assert 0 < len(list(variants(large))) < 5 < len(list(variants(small)))
