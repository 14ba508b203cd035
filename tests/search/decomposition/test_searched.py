"""The search for a plain result, over structured parameters."""

from __future__ import annotations

from datetime import date

from induce import synthesize

from .helping import right, solved


def test_fields_are_what_a_search_starts_from() -> None:
    examples = [({"a": 3, "b": 4}, 12), ({"a": 2, "b": 9}, 18), ({"a": 5, "b": 1}, 5)]
    assert 'row["a"] * row["b"]' in right(examples, [({"a": 7, "b": 3}, 21)])


def test_columns_are() -> None:
    examples = [([{"p": 4, "q": 2}, {"p": 9, "q": 1}], 17), ([{"p": 1, "q": 5}, {"p": 2, "q": 3}], 11)]
    right(examples, [([{"p": 2, "q": 2}, {"p": 3, "q": 3}], 13)])


def test_names_of_functions_do_not_clash_with_those_of_parameters() -> None:
    examples = [([{"x": 1}, {"x": 2}], {"x": [1, 3]}), ([{"x": 5}, {"x": 5}, {"x": 1}], {"x": [5, 10, 11]})]
    right(examples, [([{"x": 4}, {"x": 4}], {"x": [4, 8]})])


def test_an_answer_is_asked_for_like_any_other() -> None:
    result = solved([({"a": 2, "b": 2}, {"c": 4}), ({"a": 0, "b": 0}, {"c": 0})])
    question = result.question()
    assert question is not None
    assert question.inputs[0].keys() == {"a", "b"}
    assert len(result.programs) > 1


def test_columns_of_dates_beside_lists_of_lists_are_searched() -> None:
    first = [{"day": date(1994, 11, 20), "price": 4}, {"day": date(2025, 9, 14), "price": 9}]
    second = [{"day": date(2006, 8, 23), "price": 1}, {"day": date(2022, 10, 19), "price": 30}]
    examples = [((first, [[31, 11, 6], [7], [2, 48]]), 331322), ((second, [[12, 34, 9], [], []]), 11)]
    assert synthesize(examples, max_candidates=1_500_000, timeout=None).status != "solved"
