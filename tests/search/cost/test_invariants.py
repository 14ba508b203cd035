"""What all examples have in common, and which predictions break it."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, synthesize
from induce.search.cost.invariants import invariants


def broken(examples: list[tuple[Any, Any]], before: Any, after: Any) -> int:
    return invariants(Task.from_examples(examples))((before,), after)


def test_a_prediction_that_keeps_everything_breaks_nothing() -> None:
    sorts: list[tuple[Any, Any]] = [([3, 1, 2], [1, 2, 3]), ([5, 4], [4, 5])]
    assert broken(sorts, [9, 7, 8], [7, 8, 9]) == 0
    assert broken(sorts, [9, 7, 8], [9, 8, 7]) == 1  # not ascending
    assert broken(sorts, [9, 7, 8], [7, 8]) > 1  # another length, other items


@pytest.mark.parametrize(
    ("examples", "before", "good", "bad"),
    [
        ([([1, 2, 3], [1, 3]), ([4, 6, 8, 1], [6, 1])], [7, 8, 9], [7, 9], [9, 7]),
        ([([0, 4, 0], [3, 4, 3]), ([5, 0], [5, 3])], [0, 9], [3, 9], [3, 8]),
        ([("in 7 days", "7"), ("12 or 13", "12")], "by 4 pm", "4", "by 4"),
        ([("a, b", "b"), ("xy, z.", "z.")], "c, d", "d", " d"),
        ([("a", "b-a"), ("xy", "z-xy")], "c", "d-c", ""),
        ([([[1], [2, 3]], [[2, 3], [1]])], [[4], [5]], [[5], [4]], [[5], [5]]),
    ],
)
def test_relations_of_all_kinds(examples: list[tuple[Any, Any]], before: Any, good: Any, bad: Any) -> None:
    assert broken(examples, before, good) == 0
    assert broken(examples, before, bad) > 0


def test_where_all_outputs_differ_other_inputs_have_other_outputs() -> None:
    cities: list[tuple[Any, Any]] = [("1 Rome", "Rome!"), ("22 Oslo", "Oslo!"), ("3 Kyiv", "Kyiv!")]
    assert broken(cities, "4 Bern", "Bern!") == 0
    assert broken(cities, "4 Bern", "Oslo!") == 1
    assert broken(cities, "22 Oslo", "Oslo!") == 0
    assert broken([*cities, ("9 Oslo", "Oslo!")], "4 Bern", "Rome!") == 0


def test_a_text_may_be_like_an_input_or_not() -> None:
    examples: list[tuple[Any, Any]] = [("pears 4", "pears!"), ("figs 12", "figs!")]
    assert broken(examples, "plums", "plums!") == broken(examples, "7 plums", "kiwis!") == 0


def test_words_and_numbers_are_not_cut() -> None:
    whole: list[tuple[Any, Any]] = [("pears 40", "40!"), ("12 figs", "12!")]
    assert broken(whole, "7 plums 312", "312!") == broken(whole, "7 plums 312", "9!") == 0
    assert broken(whole, "7 plums 312", "12!") == 1
    assert broken(whole, "plums 07", "7!") == 0
    assert broken([("pears 40", "pears!"), ("FIGS", "figs!")], "Plums", "lums!") == 1
    assert broken([("pears 40", "pe"), ("12 figs", "fi")], "plums 3", "pl") == 0


def test_without_an_argument_of_the_output_type_there_are_no_relations() -> None:
    assert broken([([1, 2], 3), ([4], 4)], [1], 100) == 0


def test_of_two_programs_that_fit_the_one_that_keeps_to_it_is_chosen() -> None:
    """`larger(xs, ...)` and the like fit as well; in all examples what is not 0 stays what it is."""
    examples: list[tuple[Any, Any]] = [([1, 3, 3, 0], [1, 3, 3, 5]), ([0, 2, 0], [5, 2, 5]), ([6, 6], [6, 6])]
    result = synthesize(examples, inputs=[[-4, 0, 7]], timeout=None, max_candidates=300_000)
    assert result.predictions == [[-4, 5, 7]]
