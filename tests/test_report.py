"""What is printed of a result."""

from __future__ import annotations

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
    assert f"confidence {100 * result.confidence:.0f}%, found among " in capsys.readouterr().out
