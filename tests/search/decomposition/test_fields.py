"""Records, tuples, and lists whose positions are different things."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.text.printer import print_expression
from induce.search.decomposition.fields import by_field, by_position, has_positions

from .helping import Fields, problem_of, right, unlimited


@pytest.mark.parametrize(
    ("examples", "body"),
    [
        ([({"a": 1, "b": "x"}, {"c": "x"}), ({"a": 2, "b": "y"}, {"c": "y"})], 'record("c", field(row, "b"))'),
        (
            [({"a": 1, "b": "x"}, {"a": 1, "b": "x", "c": 1}), ({"a": 2, "b": "y"}, {"a": 2, "b": "y", "c": 2})],
            'with_fields(row, "c", field(row, "a"))',
        ),
        ([({"a": 1, "b": "x"}, {"b": "x", "a": 1})], 'record("b", field(row, "b"), "a", field(row, "a"))'),
    ],
)
def test_a_program_for_each_field(examples: list[tuple[Any, Any]], body: str) -> None:
    found = by_field(Fields(), problem_of(examples), unlimited())
    assert print_expression(found[0].body) == body


def test_a_program_for_each_position() -> None:
    problem = problem_of([({"a": 1, "b": "x"}, ["x", 1]), ({"a": 2, "b": "y"}, ["y", 2])])
    found = by_position(Fields(), problem, unlimited())
    assert print_expression(found[0].body) == 'tuple(field(row, "b"), field(row, "a"))'


def test_a_part_without_a_program_ends_it() -> None:
    solver = Fields()
    problem = problem_of([({"a": 1}, {"x": 7, "y": 1}), ({"a": 2}, {"x": 9, "y": 2})])
    assert by_field(solver, problem, unlimited()) == []
    assert len(solver.asked) == 1


@pytest.mark.parametrize(
    ("examples", "wanted"),
    [
        ([("a b", ["a", "b"]), ("c d", ["c", "d"])], True),
        ([("a b", ["a", "b"])], False),
        ([("a b", ["a", "b"]), ("c", ["c"])], False),
        ([(["x", "y"], ["a", "b"]), (["u", "v"], ["c", "d"])], False),
        ([("12", [1, 2]), ("34", [3, 4])], True),
        ([("12345", [1, 2, 3, 4, 5]), ("34567", [3, 4, 5, 6, 7])], False),
    ],
)
def test_which_lists_have_positions(examples: list[tuple[Any, Any]], wanted: bool) -> None:
    assert has_positions(problem_of(examples)) is wanted


def test_a_text_is_split_into_fields() -> None:
    examples = [("Low, Mia 31", {"name": "Mia", "age": 31}), ("Fox, Tom 7", {"name": "Tom", "age": 7})]
    right(examples, [("Orr, Pia 44", {"name": "Pia", "age": 44})])
