"""Problems for parts, and how programs for them are put together."""

from __future__ import annotations

import tracemalloc

from induce import parse
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import BOOL, INT, list_of
from induce.dsl.language.language import BUILTIN
from induce.dsl.program import NO_VALUE, Program
from induce.search.decomposition.pieces import (
    MOST_RIVALS,
    Piece,
    apart,
    apply,
    combined,
    pose,
    value_on,
    where,
    with_outputs,
)

from .helping import problem_of

N, M = Variable("n", INT), Variable("m", INT)


def test_the_same_inputs_with_two_outputs_are_no_problem() -> None:
    assert pose([N], [[1], [1]], [2, 3], INT) is None
    assert pose([N], [], [], INT) is None
    same = pose([N], [[1], [1], [2]], [2, 2, 3], INT, asked=[[4], [4]])
    assert same is not None
    assert len(same.given.train) == 2
    assert same.given.inputs == ((4,),)


def test_rows_beside_a_large_value_are_told_apart_without_writing_it_each_time() -> None:
    large = [*range(10_000)]
    rows = [[number, large] for number in range(1000)]
    tracemalloc.start()
    try:
        problem = pose([N, Variable("xs", list_of(INT))], rows, [*range(1000)], INT)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problem is not None
    assert len(problem.given.train) == 1000
    assert peak < 4_000_000


def test_a_problem_with_other_outputs() -> None:
    other = with_outputs(problem_of([(1, 1), (2, 2)], [3]), [True, False], BOOL)
    assert other is not None
    assert [example.output for example in other.given.train] == [True, False]
    assert other.result_type == BOOL
    assert other.given.inputs == ((3,),)


def test_a_problem_where_a_condition_holds() -> None:
    problem = problem_of([(1, 1), (2, 5), (4, 6)], [3, 8])
    even = parse("(n: Int) -> is_even(n)").body
    holds, not_ = (where(problem, even, holds=holds) for holds in (True, False))
    assert holds is not None
    assert not_ is not None
    assert [example.inputs for example in holds.given.train] == [(2,), (4,)]
    assert holds.given.inputs == ((8,),)
    assert not_.given.inputs == ((3,),)


def test_undefined_values() -> None:
    body = parse("(n: Int) -> 1 // n").body
    assert value_on(body, [N], [1]) == 1
    assert value_on(body, [N], [0]) is NO_VALUE


def test_the_best_parts_come_first_and_each_rival_once() -> None:
    pieces = [[Piece(1, N), Piece(5, M)], [Piece(2, M), Piece(3, N)]]
    found = combined(pieces, lambda *parts: apply(BUILTIN, "add", *parts))
    assert [str(Program((N, M), piece.body)).partition("-> ")[2] for piece in found] == ["n + m", "n + n", "m + m"]
    assert [piece.cost for piece in found] == [4, 5, 8]
    assert combined([pieces[0], []], lambda *parts: parts[0]) == []
    many = [[Piece(number, N) for number in range(50)]]
    assert len(combined(many, lambda *parts: parts[0])) == MOST_RIVALS


def test_functions_within_functions_have_names_of_their_own() -> None:
    text = "(xs: List[Int]) -> map(xs, (x: Int) -> sum(map(xs, (y: Int) -> x + y)))"
    program = parse(text)
    body = apart(program.body, frozenset({"xs", "x"}))
    assert str(Program(program.parameters, body)) == text.replace("(x: Int)", "(x2: Int)").replace("x + y", "x2 + y")
