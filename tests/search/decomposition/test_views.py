"""The plain values in structured parameters."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.program import NO_VALUE
from induce.dsl.text.printer import print_expression
from induce.search.decomposition.views import MOST_VIEWS, Views

from .helping import problem_of


@pytest.mark.parametrize(
    ("inputs", "views"),
    [
        ([1, 2], ["n"]),
        ([{"a": 1, "b": "x"}, {"a": 2, "b": "y"}], ['field(row, "a")', 'field(row, "b")']),
        ([["x", 1], ["y", 2]], ["part(row, 0)", "part(row, 1)"]),
        ([{"a": {"b": 1}}, {"a": {"b": 2}}], ['field(field(row, "a"), "b")']),
        ([[{"a": 1}, {"a": 2}], [{"a": 3}]], ['each.field(rows, "a")']),
        ([[{"a": 1}, {"a": 1}], [{"a": 3}]], ['each.field(rows, "a")', 'field(head(rows), "a")']),
        ([None, 2], ["is_missing(n)", "coalesce(n, 0)"]),
        (
            [[1, None, 2], [4]],
            ["drop_missing(xs)", "each.is_missing(xs)", "fill_down(xs)", "fill_up(xs)", "each.coalesce(xs, 0)"],
        ),
    ],
    ids=str,
)
def test_views(inputs: list[Any], views: list[str]) -> None:
    problem = problem_of([(value, number) for number, value in enumerate(inputs)])
    assert [print_expression(view.body) for view in Views(problem).plain] == views


def test_what_is_undefined_in_an_example_is_no_view() -> None:
    views = Views(problem_of([([None, 1], 1), ([2, 3], 2)]))
    assert not any("fill_down" in print_expression(view.body) for view in views.all)


def test_an_input_asked_may_have_no_value() -> None:
    (present,) = (view for view in Views(problem_of([(1, 1), (2, 2)], [None])).plain)
    assert print_expression(present.body) == "present(n)"
    assert present.asked == (NO_VALUE,)


def test_what_is_the_same_in_all_examples_is_seen_once() -> None:
    assert len(Views(problem_of([({"a": 1, "b": 1}, 1), ({"a": 2, "b": 2}, 1)])).plain) == 1


def test_there_are_not_too_many() -> None:
    record = {f"k{number}": number for number in range(100)}
    assert len(Views(problem_of([(record, 1)])).plain) == MOST_VIEWS
