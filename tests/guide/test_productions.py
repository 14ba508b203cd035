"""Productions: every node of every program has one, under a numbering that is pinned by its digest."""

from __future__ import annotations

import pytest

from induce import parse
from induce.dsl.expression import Function
from induce.dsl.table import primitives
from induce.guide.productions import Kind, nodes_of, numbering_hash, production_of, productions


def test_names_are_different_and_hold_all_primitives() -> None:
    names = productions()
    assert len(set(names)) == len(names)
    assert set(primitives()) < set(names)
    assert len(numbering_hash()) == 16


def test_the_nodes_of_a_program() -> None:
    body = parse("(xs: List[Int], n: Int) -> fold(sort(xs), 0, (acc: Int, x: Int) -> acc * 20 + x)").body
    named = [(Kind(kind).name, productions()[production]) for kind, production in nodes_of(body)]
    assert named == [
        ("INTS", "variable"),
        ("INTS", "sort"),
        ("INT", "integer 0"),
        ("INT", "variable"),
        ("INT", "integer"),
        ("INT", "mul"),
        ("INT", "variable"),
        ("INT", "add"),
        ("INT", "fold"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(n: Int) -> -1", "integer -1"),
        ("(n: Int) -> 11", "integer"),
        ('(n: Int) -> "x"', "text"),
        ("(n: Int) -> true", "truth"),
        ("(n: Int) -> [1, 2]", "list"),
        ("(n: Int) -> n", "variable"),
    ],
)
def test_leaves(text: str, name: str) -> None:
    assert productions()[production_of(parse(text).body)] == name


def test_a_function_has_none() -> None:
    body = parse("(rows: List[List[Int]]) -> map(rows, (row: List[Int]) -> sum(row))").body
    function = body.arguments[1]  # type: ignore[union-attr]
    assert isinstance(function, Function)
    with pytest.raises(TypeError, match="no production"):
        production_of(function)
