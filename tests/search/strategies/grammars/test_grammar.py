"""A grammar gives a phrase the meaning that its rules have in the language."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse
from induce.search.strategies.grammars.grammar import LEFT, RIGHT, Grammar, Operator, Place, applied

OPERATORS = [
    Operator("after", Place.BETWEEN, (RIGHT, LEFT)),
    Operator("twice", Place.AFTER, (LEFT, LEFT)),
    Operator(None, Place.BETWEEN, (LEFT, RIGHT)),
    Operator("not", Place.BEFORE, ("NO", LEFT)),
]
LEXICON = {"go": ("GO",), "left": ("TURN", "LEFT")}


def test_operands() -> None:
    after, twice, beside, negated = OPERATORS
    assert after.operands(("a", "after", "b", "after", "c")) == [("a", "after", "b"), ("c",)]
    assert after.operands(("after", "a")) is after.operands(("a", "after")) is None
    assert twice.operands(("a", "b", "twice")) == [("a", "b")]
    assert twice.operands(("twice",)) is twice.operands(("twice", "a")) is None
    assert beside.operands(("a", "b", "c")) == [("a", "b"), ("c",)]
    assert beside.operands(("a",)) is None
    assert negated.operands(("not", "a", "b")) == [("a", "b")]
    assert negated.operands(("a", "not")) is None


def test_what_operands_mean_takes_their_places() -> None:
    assert applied((RIGHT, "and", LEFT), [("a", "b"), ("c",)]) == ("c", "and", "a", "b")


def test_a_phrase_without_a_meaning_has_none() -> None:
    grammar = Grammar(OPERATORS, LEXICON)
    assert grammar.meaning(("go", "after")) is None
    assert grammar.meaning(("up",)) is None
    assert grammar.meaning(()) is None
    assert grammar.meaning(("go", *["twice"] * 100)) is None


@given(
    st.lists(st.sampled_from(["go", "left", "after", "twice", "not"]), min_size=1, max_size=7),
    st.permutations(OPERATORS),
)
def test_the_rules_of_a_grammar_say_the_same(words: list[str], operators: list[Operator]) -> None:
    grammar = Grammar(operators, LEXICON)
    program = parse(f"(s: Str) -> interpret(s, {json.dumps(grammar.rules(' '))})")
    meaning = grammar.meaning(tuple(words))
    try:
        assert program(" ".join(words)) == " ".join(meaning or ("undefined",))
    except Undefined:
        assert meaning is None
