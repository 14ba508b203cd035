"""Phrases mean by rules what plain splitting says, within bounds, and what is printed does the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse

from .printed import check, run

RULES = ["{x} after {y} -> {y} {x}", "rep {x} -> {x} {x}", "{x} {y} -> {x} {y}", "{x} loud -> {x}!", "a -> A", "b -> B"]


def text(rules: list[str]) -> str:
    return f"(s: Str) -> interpret(s, {json.dumps(rules)})"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a", "A"),
        ("a after b", "B A"),
        ("a after b after a", "A B A"),
        ("rep b after a", "A B B"),
        ("a b loud", None),  # The first rule of the form counts: "loud" by itself means nothing.
        ("a b b", "A B B"),
        ("c", None),
        ("after", None),
        ("a after", None),
        ("", None),
    ],
)
def test_the_first_rule_of_the_form_of_a_phrase_says_what_it_means(phrase: str, expected: str | None) -> None:
    check(text(RULES), phrase, expected)


PIECES = st.sampled_from(["a", "b", "{x}", "{y}", " ", "after", "(", ".*", "\\"])
PATTERNS = st.lists(PIECES, min_size=1, max_size=4).map("".join)
WORDS = st.lists(st.sampled_from(["a", "b", "after", "rep", "loud", "(", ".*"]), max_size=6).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PATTERNS, PATTERNS).map(" -> ".join), min_size=1, max_size=4), WORDS)
def test_printed_python_gives_the_same(rules: list[str], phrase: str) -> None:
    try:
        expected = parse(text(rules))(phrase)
    except Undefined:
        return
    assert run(text(rules), phrase) == expected


@pytest.mark.parametrize(
    "rules",
    [
        ["{x} -> {x}"],
        ["{x}{y} -> {y}"],
        ["{x} and {x} -> {x}", "a -> A"],
        ["no arrow"],
        ["a -> b -> c"],
        ["a -> A"] * 201,
    ],
)
def test_rules_that_say_nothing_or_would_not_end_are_undefined(rules: list[str]) -> None:
    with pytest.raises(Undefined):
        parse(text(rules))("a and a")


def test_what_would_take_long_is_undefined() -> None:
    doubling = parse(text(["{x} twice -> {x}{x}", "a -> A"]))
    assert doubling("a twice twice") == "AAAA"
    for phrase in ("a" + " twice" * 30, "a" + " twice" * 190, "a " * 501, "a\ntwice"):
        with pytest.raises(Undefined):
            doubling(phrase)


def test_a_helper_that_calls_itself_does_so_under_the_name_it_is_printed_with() -> None:
    program = parse('(interpret: Str) -> interpret(interpret, ["{x} twice -> {x} {x}", "a -> A"])')
    scope: dict[str, object] = {}
    exec(program.python(), scope)
    assert scope["solve"]("a twice") == "A A"  # type: ignore[operator]
