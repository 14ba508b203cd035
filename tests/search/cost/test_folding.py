"""Constant parts of programs become constants, and nothing else changes."""

from __future__ import annotations

import pytest

from induce import synthesize
from induce.dsl.core.expression import Literal
from induce.dsl.program import Program, parse
from induce.search.cost.folding import folded
from induce.search.cost.prior import expression_cost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('(s: Str) -> concat(concat(",", " "), s)', '(s: Str) -> concat(", ", s)'),
        ("(xs: List[Int]) -> concat(single(1), xs)", "(xs: List[Int]) -> concat([1], xs)"),
        ("(n: Int) -> n + (2 + 3) * 2", "(n: Int) -> n + 10"),
        ("(n: Int) -> n + max(empty[List[Int]])", "(n: Int) -> n + max(empty[List[Int]])"),
        ("(xs: List[Int]) -> concat(iota(9), xs)", "(xs: List[Int]) -> concat(iota(9), xs)"),
        ("(xs: List[Int]) -> reverse(xs)", "(xs: List[Int]) -> reverse(xs)"),
        ("() -> not true", "() -> false"),
        ("(n: Int) -> n + fold([1, 2], 0, (acc: Int, x: Int) -> acc + x)", "(n: Int) -> n + 3"),
        ("(xs: List[Int]) -> map(xs, (x: Int) -> x + (2 + 3))", "(xs: List[Int]) -> map(xs, (x: Int) -> x + 5)"),
        ("(n: Int) -> map([1, 2], (x: Int) -> x + n)", "(n: Int) -> map([1, 2], (x: Int) -> x + n)"),
    ],
)
def test_what_is_folded(text: str, expected: str) -> None:
    program = parse(text)
    body, saved = folded(program.body)
    assert str(Program(program.parameters, body)) == expected
    assert saved == expression_cost(program.body) - expression_cost(body)
    assert parse(expected).body == body


def test_programs_found_have_no_constant_part_that_could_be_shorter() -> None:
    result = synthesize(
        [("Ada Lovelace", "Lovelace, Ada"), ("Alan Turing", "Turing, Alan"), ("Grace Hopper", "Hopper, Grace")],
        inputs=["Edsger Dijkstra"],
        timeout=None,
        max_candidates=1_000_000,
    )
    assert result.predictions == ["Dijkstra, Edsger"]
    for rival in result.programs:
        assert folded(rival.program.body) == (rival.program.body, 0)


def test_a_constant_program_is_written_as_the_constant() -> None:
    body, saved = folded(parse("(xs: List[Int]) -> [8, 32, 100, 6] - 1").body)
    assert isinstance(body, Literal)
    assert body.value == [7, 31, 99, 5]
    assert saved >= 0
