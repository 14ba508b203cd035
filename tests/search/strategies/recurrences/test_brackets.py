"""Texts with brackets."""

from __future__ import annotations

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import BOOL, INT, STR
from induce.dsl.program import Program
from induce.search.strategies.recurrences.brackets import bracketed

TEXT, NUMBER = Variable("s", STR), Variable("n", INT)


def asked(texts: list[str], result: object) -> list[str]:
    found = bracketed((NUMBER, TEXT), [(1, text) for text in texts], result)  # type: ignore[arg-type]
    return [str(Program((NUMBER, TEXT), body)) for _, body in found]


def test_the_brackets_that_occur_are_asked_about() -> None:
    assert asked(["a[b]", "(c]", "()"], BOOL) == ['(n: Int, s: Str) -> is_nested(s, "()[]")']
    assert asked(["<<>>", "<>", ""], INT) == ['(n: Int, s: Str) -> nesting_depth(s, "<>")']


def test_most_texts_have_brackets_and_the_result_is_a_number_or_truth_value() -> None:
    assert asked(["a (b)", "c", "d"], BOOL) == []
    assert asked(["(a)", "(b)"], STR) == []
