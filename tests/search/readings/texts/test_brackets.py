"""Texts with brackets."""

from __future__ import annotations

from typing import Any

from induce import synthesize
from induce.search.readings.texts.brackets import brackets, without_brackets

from .scenes import exact, readings


def test_the_brackets_that_occur_are_asked_about() -> None:
    assert exact(brackets, [("a[b]", True), ("(c]", False), ("()", True)]) == ['is_nested(s, "()[]")']
    assert exact(brackets, [("<<>>", 2), ("<>", 1), ("", 0)]) == ['nesting_depth(s, "<>")']


def test_most_texts_have_brackets_and_the_output_is_a_number_or_depends_on_a_condition() -> None:
    assert not readings(brackets, [("a (b", True), ("c", False), ("d", False)])
    assert not readings(brackets, [("(a)", True), ("(b)", False)])
    assert not readings(brackets, [("(a)", ["a"]), ("(b", ["b"])])


def test_a_text_is_chosen_by_whether_brackets_are_closed() -> None:
    texts = ["(())", "()[", "([)]", "[]()", ")(", "((]]", "[()]", "(", "[[]]"]
    nested = {"(())", "[]()", "[()]", "[[]]"}
    for yes, no in ((True, False), ("fine", "broken")):
        shown: list[tuple[Any, Any]] = [(text, yes if text in nested else no) for text in texts]
        result = synthesize(shown, inputs=["[(])", "()"], timeout=None, max_candidates=400_000)
        assert result.predictions == [no, yes]
        assert 'is_nested(s, "()[]")' in str(result.program)


def test_what_is_in_brackets_is_left_out() -> None:
    cities = [("Lisbon (Portugal)", "Lisbon"), ("Oslo", "Oslo"), ("Nice (France)", "Nice")]
    assert exact(without_brackets, cities) == [r'remove_matches(s, " \\([^)]*\\)")']
    assert exact(without_brackets, [("[1] a", "a"), ("b [2] c", "b c")]) == [r'remove_matches(s, "\\[[^\\]]*\\] ")']
    assert not readings(without_brackets, [("a (b", "a"), ("c", "c")])
    assert not readings(without_brackets, [("a (b)", "b"), ("c (d)", "d")])


def test_brackets_may_hold_what_no_example_has_in_them() -> None:
    cities = [("Lisbon (Portugal)", "Lisbon"), ("Oslo", "Oslo"), ("Nice (France)", "Nice")]
    result = synthesize(cities, inputs=["New York (USA)", "San Jose"], timeout=None, max_candidates=200_000)
    assert result.predictions == ["New York", "San Jose"]
