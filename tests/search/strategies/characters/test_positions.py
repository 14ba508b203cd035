"""What an expression says at each place is what the interpreter says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Expression, Function, Undefined, evaluate
from induce.dsl.core.types import STR
from induce.dsl.text.variables import fresh_variables
from induce.search.readings.scene.applying import applied, over_rows
from induce.search.strategies.characters.conditions import conditions
from induce.search.strategies.characters.edits import plain_edits
from induce.search.strategies.characters.positions import UNDEFINED, numbers_in

from .places import POSITION, C, S, places_of


def interpreted(body: Expression, text: str, i: int) -> Any:
    try:
        return evaluate(body, {"s": text, "i": i, "c": text[i]})
    except Undefined:
        return UNDEFINED


@settings(max_examples=30, deadline=None)
@given(st.text("aAb1 é", max_size=6), st.data())
def test_values_are_those_of_the_interpreter(text: str, data: st.DataObject) -> None:
    places = places_of(text, "ab")
    body = data.draw(st.sampled_from([*plain_edits(places), *conditions(places)]))
    expected = [interpreted(body, one, i) for one in (text, "ab") for i in range(len(one))]
    assert places.values(body) == expected


def test_where_a_condition_holds() -> None:
    places = places_of("a1", "2b")
    assert places.truths(applied("is_numeric", C)) == (0b1111, 0b0110)
    assert places.truths(applied("is_even", applied("to_number", C))) == (0b0110, 0b0100)
    assert places.right(applied("upper", C), ["A", "x", "2", "B"]) == 0b1101
    assert places.truths(applied("is_even", POSITION))[1] == 0b0101


@pytest.mark.parametrize(("texts", "few"), [(["abcdefgh", "a", "", "bc"], [1, 3, 0]), (["a" * 9, "b" * 9], [0, 1])])
def test_few_examples_are_the_shortest(texts: list[str], few: list[int]) -> None:
    places = places_of(*texts)
    assert places.few == few
    assert places.restricted(few).texts == [texts[e] for e in few]


def test_numbers_in_a_set_of_places() -> None:
    assert numbers_in(0b10110) == [1, 2, 4]
    assert numbers_in(0) == []


def test_parts_over_rows_and_functions_on_items() -> None:
    places = places_of("ab c", "d")
    (word,) = fresh_variables([("word", STR)], scope=(S, C, POSITION))
    marked = applied("glue", over_rows("concat", applied("words", S), "-"))
    mapped = applied("glue", applied("map", applied("words", S), Function((word,), applied("upper", word))))
    assert places.values(applied("concat", C, marked)) == ["aab-c-", "bab-c-", " ab-c-", "cab-c-", "dd-"]
    assert places.values(mapped) == ["ABC"] * 4 + ["D"]
