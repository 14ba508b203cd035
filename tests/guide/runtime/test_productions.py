"""Productions: every node of every program has one, under a numbering that is pinned by its digest."""

from __future__ import annotations

import numpy as np
import pytest

from induce import parse
from induce.dsl.core.expression import Call, Function, walk
from induce.dsl.core.types import INT
from induce.dsl.language.language import BUILTIN
from induce.guide.runtime.prior import GuidedPrior
from induce.guide.runtime.productions import (
    NONTERMINALS,
    TypeClass,
    nodes_of,
    numbering_hash,
    production_of,
    productions,
)
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.instances import instance_of


def test_names_are_different_and_hold_the_common_primitives() -> None:
    names = productions()
    assert len(set(names)) == len(names)
    assert set(BUILTIN.common) < set(names)


def test_another_numbering_has_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    names = productions()
    found = {numbering_hash()}
    for other in ((*names[1:], names[0]), names[:-1], (*names, "more")):
        monkeypatch.setattr("induce.guide.runtime.productions.productions", lambda other=other: other)
        found.add(numbering_hash.__wrapped__())
    assert len(found) == 4


def test_the_nodes_of_a_program() -> None:
    body = parse("(xs: List[Int], n: Int) -> fold(sort(xs), 0, (acc: Int, x: Int) -> acc * 20 + x)").body
    names = [*(type_id.name for type_id in TypeClass), "START"]
    named = [(names[nonterminal], productions()[production]) for nonterminal, production in nodes_of(body)]
    assert named == [
        ("INTS", "variable"),
        ("INTS", "sort"),
        ("INT", "integer 0"),
        ("INT", "variable"),
        ("INT", "integer"),
        ("INT", "mul"),
        ("INT", "variable"),
        ("INT", "add"),
        ("START", "fold"),
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
def test_terminals(text: str, name: str) -> None:
    number = production_of(parse(text).body)
    assert number is not None
    assert productions()[number] == name


def test_a_primitive_for_integers_as_inputs_is_unknown_and_costs_what_it_usually_does() -> None:
    body = parse("(n: Int) -> totient(n) + 1").body
    assert production_of(body.arguments[0]) is None  # type: ignore[union-attr]
    assert [productions()[production] for _, production in nodes_of(body)] == ["variable", "integer 1", "add"]
    dearer = GuidedPrior(DefaultPrior(), np.full((NONTERMINALS, len(productions())), 1))
    costs = [dearer.instance_cost(instance_of(part), (INT,)) for part in walk(body) if isinstance(part, Call)]
    assert costs == [BUILTIN.searched["totient"].cost, BUILTIN.searched["add"].cost + 1]


def test_a_function_has_none() -> None:
    body = parse("(rows: List[List[Int]]) -> map(rows, (row: List[Int]) -> sum(row))").body
    function = body.arguments[1]  # type: ignore[union-attr]
    assert isinstance(function, Function)
    with pytest.raises(TypeError, match="no production"):
        production_of(function)
