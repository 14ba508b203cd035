"""Results as HTML."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Result, Task, solve_task, synthesize
from induce.notebook.results import result_as_html

from .running import Page, safe

SCRIPT = "<script>alert(1)</script>"
ENOUGH = 50_000


def solved(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, timeout=None, max_candidates=ENOUGH, **options)


def shown(result: Result) -> Page:
    return safe(result_as_html(result))


@pytest.fixture(scope="module")
def ambiguous() -> Result:
    return solved([([3, 8, 5], 8), ([1, 9], 9)], inputs=[[7, 2, 4]])


def test_all_parts_of_an_answer_in_doubt_are_shown(ambiguous: Result) -> None:
    page = shown(ambiguous)
    assert "(xs: List[Int]) -> max(xs) def solve" in page.words
    assert "predictions [7, 2, 4] → 7 confidence" in page.words
    assert f"{100 * ambiguous.confidence:.0f}% low" in page.words
    assert f"note {ambiguous.notes[0]}" in page.words
    assert f"hint {ambiguous.hint} would help" in page.words
    question = ambiguous.question()
    assert question is not None
    first, second = (f"{100 * answer.probability:.0f}% {answer.output}" for answer in question.answers)
    assert f"question What is the output for [7, 2, 4] ? {first} {second}" in page.words
    assert "rivals probability program cost" in page.words
    assert "(xs: List[Int]) -> at(xs, 1)" in page.words
    assert ("details", {"class": "induce-section", "open": "open"}) in page.elements


def test_a_bar_is_as_long_as_the_confidence(ambiguous: Result) -> None:
    widths = [attributes["style"] for _, attributes in shown(ambiguous).elements if "style" in attributes]
    assert widths[0] == f"width: {100 * ambiguous.confidence:.0f}%"


def test_keywords_have_a_colour(ambiguous: Result) -> None:
    html = result_as_html(ambiguous)
    assert '<span class="induce-k">def</span>' in html
    assert ".induce .induce-k," in html


def test_whatever_is_given_is_escaped() -> None:
    examples = [("ab", f"{SCRIPT}ab"), ("c", f"{SCRIPT}c")]
    page = shown(solved(examples, inputs=[f"'\"{SCRIPT}"]))
    assert page.text.count(SCRIPT) >= 3  # In the program, in its Python, in the prediction.


def test_a_question_is_escaped() -> None:
    result = solved([(f"{SCRIPT}b", f"{SCRIPT}b")], inputs=[f"b{SCRIPT}"])
    assert result.question() is not None
    assert SCRIPT in shown(result).text


def test_without_a_program_the_reason_stands_first() -> None:
    page = shown(solved([([1, 2], [2, 1]), ([5, 6], [917, 12, 3]), ([3, 4], [4, 3]), ([8, 9], [77])]))
    assert page.words.startswith("no program: reverse(xs) is right on 2 of 4 examples")
    assert "right on 2 of 4 examples example input expected output 1 [5, 6] [917, 12, 3] [6, 5] 3" in page.words
    assert "confidence" not in page.words
    assert "stopped by: candidates" in page.words


def test_examples_that_are_not_believed_are_named() -> None:
    examples = [([1, 2], 3), ([4, 5], 9), ([2, 2, 2], 6), ([7, 1], 99)]
    page = shown(solved(examples, noise=1))
    assert "not believed example input expected output 3 [7, 1] 99 8" in page.words


def test_predictions_are_compared_with_what_is_expected() -> None:
    task = Task.from_examples([([1, 2], 3), ([4, 5, 1], 10)], inputs=[[1], [5, 5]], expected=[1, 11])
    page = shown(solve_task(task, timeout=None, max_candidates=ENOUGH))
    assert "✓ [1] → 1 ✗ [5, 5] → 10" in page.words


def test_a_prediction_that_there_is_none_of_is_undefined() -> None:
    result = solved([([4, 1], 4), ([7, 7, 2], 7), ([-3, 9], -3), ([0, 3], 0)], inputs=[[]])
    assert "[] → undefined" in shown(result).words


def test_a_result_is_short_as_a_part_of_something_else(ambiguous: Result) -> None:
    assert repr(ambiguous) == "Result(solved: (xs: List[Int]) -> max(xs); predictions: [7])"
    nothing = synthesize([([1], [917]), ([2], [4])], timeout=None, max_candidates=1)
    assert repr(nothing).startswith(f"Result({nothing.status}: ")
