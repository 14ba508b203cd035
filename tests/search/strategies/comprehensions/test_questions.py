"""What is asked of items in one breath, against Python that says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from induce.dsl.core.expression import Expression, Variable, evaluate
from induce.dsl.core.types import BOOL, INT, STR, list_of
from induce.dsl.core.values import same_value
from induce.search.readings.scene.applying import applied
from induce.search.strategies.comprehensions.questions import (
    about_row,
    about_two,
    about_word,
    around_places,
    at_places,
    distances,
)

from .banks import items_of


def says(bodies: Iterable[Expression], **values: Any) -> list[Any]:
    return [evaluate(body, values) for body in bodies]


def test_of_a_row() -> None:
    assert says(about_row(Variable("row", list_of(INT))), row=[3, 5, 3]) == [2, 45, False, True, False]
    assert says(about_row(Variable("row", list_of(STR))), row=["a", "b"]) == [True, False, True]


def test_of_two() -> None:
    one, other = Variable("x", INT), Variable("y", INT)
    assert says(about_two(one, other), x=3, y=9) == [6, True]
    one, other = Variable("s", STR), Variable("t", STR)
    assert says(about_two(one, other), s="stop", t="pots") == [
        False,
        True,
        False,
        True,
        False,
        True,
        True,
        0,
        16,
        False,
        4,
    ]
    assert not list(about_two(Variable("p", BOOL), Variable("q", BOOL)))


@pytest.mark.parametrize("word", ["level", "abc", "queue"])
def test_of_a_word(word: str) -> None:
    said = says(about_word(Variable("word", STR)), word=word)
    for expected in (
        len(set(word)),
        sum(c in "aeiou" for c in word),
        "".join(sorted(word)),
        len(set(word)) == len(word),
    ):
        assert any(same_value(one, expected) for one in said)


def test_of_positions() -> None:
    xs, pair = Variable("xs", list_of(INT)), Variable("i", INT)
    places = applied("pairs_of", applied("indices", xs))
    assert says((body for _, body in at_places(places, [pair])), xs=[4, 7], i=1) == [7]
    assert not list(at_places(applied("pairs_of", xs), [pair]))


def test_of_what_is_around_a_position() -> None:
    rows = applied("enumerated", Variable("xs", list_of(INT)))
    assert rows.type.item is not None
    variable = Variable("pair", rows.type.item)
    found = [body for _, body in around_places(rows, variable)]
    before, behind = [4, 7], [9, 6]
    said = says(found, xs=[*before, 7, *behind], pair=[2, 7])
    assert said == [before, True, 1, 1, 0, -1, 4, behind, False, 0, 1, 1, 9, 6]
    assert not list(around_places(applied("adjacent", Variable("xs", list_of(INT))), variable))


@pytest.mark.parametrize(
    ("name", "asked"),
    [("pairs_of", lambda pair: abs(pair[0] - pair[1])), ("combinations_of", lambda row: max(row) - min(row))],
)
def test_banks_hold_what_is_asked(name: str, asked: Callable[[list[int]], int]) -> None:
    items = items_of([([3, 1, 4, 8], 0), ([9, 2, 6], 0), ([5, 8, 1], 0)], name)
    column = items.functions(INT)
    expected = [asked(item) for found in items.source.values for item in found]
    index = next(k for k, row in enumerate(column.values.tolist()) if row == expected)
    assert column.costs[index] <= 6


def test_how_far_the_nearest_is() -> None:
    text, mark = Variable("s", STR), Variable("t", STR)
    rows = applied("enumerated", applied("chars", text))
    assert rows.type.item is not None
    variable = Variable("pair", rows.type.item)
    (body,) = distances(rows, variable, [text, mark, Variable("n", INT)][1:])
    values = {"s": "abcdca", "t": "c"}
    assert [evaluate(body, {**values, "pair": [i, c]}) for i, c in enumerate("abcdca")] == [2, 1, 0, 1, 0, 1]
