"""What predictions say of the program that makes them."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.program import NO_VALUE
from induce.search.cost.omens import ALIKE, BROKEN, KNOWN, OFTEN, UNDEFINED, UNLIKE, omens_in
from induce.search.task.task import Task

DOUBLES = [([1, 2], [2, 4]), ([5], [10]), ([3, 3], [6, 6])]
WORDS = [("a cat", "cat"), ("the dog", "dog"), ("my hen", "hen")]


def omens(examples: list[tuple[Any, Any]], inputs: list[Any], predictions: list[Any]) -> dict[str, int]:
    return dict(omens_in(Task.from_examples(examples, inputs=inputs))(predictions))


@pytest.mark.parametrize(
    ("predictions", "found"),
    [
        ([[2, 8], [4]], {}),
        ([[2, 8], NO_VALUE], {UNDEFINED: 1}),
        ([[-2, 8], [4]], {UNLIKE: 1}),
        ([[2, 4], [4]], {KNOWN: 1}),
        ([[2, 8], [2, 8]], {ALIKE: 1, BROKEN: 4}),
    ],
)
def test_each_omen_is_counted(predictions: list[Any], found: dict[str, int]) -> None:
    assert omens(DOUBLES, [[1, 4], [2]], predictions) == found


def test_an_input_that_was_shown_may_have_its_output() -> None:
    assert omens(WORDS, ["a cat"], ["cat"]) == {}
    assert omens(WORDS, ["a cow"], ["cat"])[BROKEN] == 3  # It is no piece of the input either.


def test_texts_that_break_something_are_counted() -> None:
    names = [("Roe, Ann", "Roe"), ("Fox, Bo", "Fox")]
    asked = ["Ito, Mo", "van Ray, Al", "de Wit, Ed", "El Far, Di"]
    assert omens(names, asked, ["Ito", "van Ray", "de Wit", "El Far"]).keys() <= {UNLIKE}
    assert omens(names, asked, ["Ito", "van", "de", "El Far"])[OFTEN] == 2
    assert omens(names, ["a b", "c d", "e f", "g h", "i j"], ["a", "c", "e", "g", "i"])[OFTEN] == 4


def test_truth_values_come_again() -> None:
    examples = [([1], True), ([2], False), ([3], True)]
    assert omens(examples, [[4], [5]], [False, True]) == {}
    assert omens(examples, [[4], [5]], [True, True]) == {ALIKE: 1}


@pytest.mark.parametrize(
    ("number", "undefined", "counted"), [(8, 3, 3), (9, 1, 1), (16, 5, 3), (800, 1, 1), (800, 800, 8)]
)
def test_omens_among_many_predictions_count_as_among_few(number: int, undefined: int, counted: int) -> None:
    predictions = [NO_VALUE] * undefined + [[2 * n + 8, 6] for n in range(number - undefined)]
    found = omens([([1, 2], [2, 4]), ([2], [4])], [[n + 4, 3] for n in range(number)], predictions)
    assert found[UNDEFINED] == counted


def test_numbers_unlike_the_outputs_count_as_among_few() -> None:
    found = omens([(1, 2), (2, 4)], [*range(100)], [1000] * 50 + [2] * 50)
    assert found[UNLIKE] == 4
