"""Patterns learnt from texts: they say of all texts what was wanted, and are what a person would have written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.primitives.regexes import compiled
from induce.search.readings.predicates.patterns import FAMILIAR, learnt_patterns, patterns_between, tells


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [
        (["total", "_x", "Sum2", "a_b"], ["2x", "a-b", "a b"], r"[A-Za-z_]\w*"),
        (["555-0199", "123-4567", "800-1234"], ["5550199", "55-01999", "abc-defg"], r"\d{3}-\d{4}"),
        (["1.2.3", "10.0.1", "2.5"], ["1", "1.", "a.b", "1..2"], r"\d+(?:\.\d+)+"),
        (["AB-123", "XY-987", "QR-004"], ["ABC-12", "ab-123", "A1-B23"], r"[A-Z]{2}-\d{3}"),
        (["Ann Lee", "Bob Ray", "Cy Mo"], ["ann lee", "Ann", "Bob R2y"], "[A-Z][a-z]+ [A-Z][a-z]+"),
        (["secret12", "password1", "longenough"], ["short", "abc", "1234567"], "[a-z0-9]{8,}"),
        (["ACGT", "TTGA", "GATTACA"], ["ACGU", "acgt", "AC GT"], None),
    ],
)
def test_what_a_person_would_write(positives: list[str], negatives: list[str], expected: str | None) -> None:
    found = sorted(patterns_between(positives, negatives), key=lambda pair: pair[1])
    assert (found[0][0] if found else None) == expected


@given(st.lists(st.text("aB1-", max_size=6), max_size=8), st.lists(st.text("aB1- ", max_size=6), max_size=8))
def test_all_positives_match_and_no_negatives(positives: list[str], negatives: list[str]) -> None:
    negatives = [text for text in negatives if text not in positives]
    outputs = [True] * len(positives) + [False] * len(negatives)
    for pattern, cost in learnt_patterns(positives + negatives, outputs):
        says = [re.fullmatch(pattern, text) is not None for text in positives + negatives]
        assert outputs in (says, [not truth for truth in says])
        assert compiled(pattern)
        assert cost > 0


def test_texts_of_each_output_may_have_a_form() -> None:
    texts = ["12", "77", "ab", "xy", "3", "q"]
    outputs = ["number", "number", "word", "word", "number", "word"]
    found = {pattern for pattern, _ in learnt_patterns(texts, outputs)}
    assert {r"\d+", "[a-z]+"} <= found


def test_one_text_has_no_form() -> None:
    assert not list(learnt_patterns(["a1", "b"], [True, False]))


def test_what_is_wanted_of_equal_texts_is_not_told_apart() -> None:
    assert not list(learnt_patterns(["a", "a", "b"], [True, False, True]))


def test_a_familiar_form_is_likely_if_its_marks_are_there() -> None:
    dates = dict(patterns_between(["2031-02-03", "1987-12-30", "2000-01-01"], ["2031-13-03", "2031-2-3", "x"]))
    words = dict(patterns_between(["kelp", "moss", "fern"], ["Kelp", "m 1"]))
    assert min(dates.values()) == 8
    assert words["[a-z]+(?:-[a-z]+)*"] > min(words.values())


@pytest.mark.parametrize("pattern", FAMILIAR)
def test_familiar_forms_may_be_used(pattern: str) -> None:
    assert compiled(pattern)


def test_a_pattern_that_is_refused_tells_nothing() -> None:
    assert not tells("(?:a+)+", ["a"], ["b"])


def test_texts_whose_characters_have_no_class_in_common_have_no_form() -> None:
    texts, outputs = ["a – b,\n(c)! [d]? {e}", "f … g;\n<h>: \u201ci\u201d & j", "k"], [True, True, False]
    found = list(patterns_between(texts[:2], texts[2:]))
    assert all(re.fullmatch(pattern, text) for pattern, _ in found for text in texts[:2])
    assert list(learnt_patterns(texts, outputs)) == found
