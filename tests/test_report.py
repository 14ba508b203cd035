"""What is printed of a result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from induce import synthesize
from induce.report import print_result


def test_a_partial_answer_says_which_examples_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    examples = [([1, 2], [2, 1]), ([5, 6], [917, 12, 3]), ([3, 4], [4, 3]), ([8, 9], [77])]
    print_result(synthesize(examples, timeout=None, max_candidates=50_000))
    out = capsys.readouterr().out
    missing = "reverse(xs) is right on 2 of 4 examples; train[1]: expected [917, 12, 3], got [6, 5]"
    assert out.startswith(f"no program: {missing}; try ")
    assert out.index("; try more candidates") < out.index("; nothing of type List[Int] and cost up to ")
    assert (
        "the best found is right on 2 of 4 examples:\n\n"
        "  ✓ train[0]\n"
        "  ✗ train[1]: expected [917, 12, 3], got [6, 5]\n"
        "  ✓ train[2]\n"
        "  ✗ train[3]\n"
    ) in out
    assert "program   (xs: List[Int]) -> reverse(xs)\n" in out
    assert "confidence" not in out


def test_confidence_is_told_with_an_exact_answer(capsys: pytest.CaptureFixture[str]) -> None:
    result = synthesize([([2, 2], 4)], inputs=[[3, 5]], timeout=None, max_candidates=50_000)
    print_result(result)
    assert result.trust == "low"
    assert f"confidence {100 * result.confidence:.0f}% (low), found among " in capsys.readouterr().out


@pytest.mark.parametrize(("confidence", "is_asked"), [(0.5, True), (0.95, False)])
def test_a_question_and_a_hint_come_with_an_answer_in_doubt(
    confidence: float, is_asked: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    result = synthesize([([2, 7], 9)], inputs=[[3, 5]], timeout=None, max_candidates=50_000)
    question = result.question()
    assert question is not None
    likely, *others = question.answers
    unlikely = [replace(one, probability=likely.probability / 100) for one in others]
    result.__dict__.update(confidence=confidence, _question=replace(question, answers=(likely, *unlikely)))
    print_result(result)
    out = capsys.readouterr().out
    assert ("\nquestion: what is the output for " in out) == is_asked
    assert ("\nhint: an example with " in out) == is_asked
    if is_asked:
        assert out.index("note: ") < out.index("question: ") < out.index("hint: ") < out.index("rivals")


def test_a_question_that_is_close_is_printed_with_a_confident_answer(capsys: pytest.CaptureFixture[str]) -> None:
    result = synthesize([([2, 2], 4)], inputs=[[3, 5]], timeout=None, max_candidates=50_000)
    result.__dict__["confidence"] = 0.95
    print_result(result)
    out = capsys.readouterr().out
    assert "\nquestion: what is the output for [3, 5]?" in out
    assert "hint: " not in out
