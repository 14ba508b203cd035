"""Loops with a step of their own do what Python's do, within bounds."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.application import resolve
from induce.dsl.core.expression import (
    Function,
    Literal,
    Undefined,
    Variable,
    bound_variables,
    call,
    free_variables,
    walk,
)
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import BOOL, INT, STR, Type, function_of, list_of
from induce.dsl.language.language import BUILTIN
from induce.dsl.program import Program, parse
from induce.dsl.text.variables import fresh_variables, parameters_for

NUMBERS = st.lists(st.integers(-20, 20), max_size=12)
STEPS: dict[str, Callable[[int, int], int]] = {
    "acc * 2 + x": lambda acc, x: acc * 2 + x,
    "acc - x * x": lambda acc, x: acc - x * x,
    "if_else(x < 0, acc, acc + 1)": lambda acc, x: acc if x < 0 else acc + 1,
}


def value(body: str, *arguments: Any) -> Any:
    return parse(f"(xs: List[Int], n: Int) -> {body}", exact=False)(*arguments)


@pytest.mark.parametrize("step", STEPS)
@settings(max_examples=50, deadline=None)
@given(xs=NUMBERS, n=st.integers(-5, 5))
def test_fold_and_scan(step: str, xs: list[int], n: int) -> None:
    function = f"(acc: Int, x: Int) -> {step}"
    assert value(f"fold(xs, n, {function})", xs, n) == functools.reduce(STEPS[step], xs, n)
    expected = list(itertools.accumulate(xs, STEPS[step], initial=n))[1:]
    assert value(f"scan(xs, n, {function})", xs, n) == expected


@settings(max_examples=50, deadline=None)
@given(n=st.integers(0, 20), start=st.integers(-5, 5))
def test_iterate_and_unfold(n: int, start: int) -> None:
    values = [start]
    for _ in range(n):
        values.append(3 - values[-1] * 2)
    step = "(v: Int) -> 3 - v * 2"
    assert value(f"iterate(n, {start}, {step})", [], n) == values[n]
    assert value(f"unfold(n, {start}, {step})", [], n) == values[:n]


@settings(max_examples=50, deadline=None)
@given(xs=NUMBERS, n=st.integers(-5, 5))
def test_map_and_filter(xs: list[int], n: int) -> None:
    assert value("map(xs, (x: Int) -> x < n)", xs, n) == [x < n for x in xs]
    assert value("filter(xs, (x: Int) -> x % 3 == n)", xs, n) == [x for x in xs if x % 3 == n]


def test_a_step_may_change_the_type_and_know_what_is_around_it() -> None:
    assert value("fold(xs, empty[List[Int]], (acc: List[Int], x: Int) -> append(acc, x + n))", [1, 2], 3) == [4, 5]
    inner = "fold(xs, v, (acc: Int, x: Int) -> acc + x * v + n)"
    assert value(f"iterate(2, 1, (v: Int) -> {inner})", [1, 2], 0) == 16


@pytest.mark.parametrize(
    "body",
    [
        "fold(xs, 0, (acc: Int, x: Int) -> 1 // x)",
        "map(xs, (x: Int) -> 1 // x)",
        "iterate(n, 1, (v: Int) -> v)",
        "unfold(n, 1, (v: Int) -> v)",
        "iterate(100001, 1, (v: Int) -> v)",
        "iterate(60, 1, (v: Int) -> v * 2) // 1000000",
        "fold(iota(60), 1, (acc: Int, x: Int) -> if_else(x < 54, acc * 2, 0))",
        "iterate(20, single(1), (v: List[Int]) -> concat(v, v))",
        'iterate(20, "a", (v: Str) -> concat(v, v))',
    ],
)
def test_undefined(body: str) -> None:
    with pytest.raises(Undefined):
        value(body, [2, 0], -1)


def test_no_step_is_taken_that_is_not_needed() -> None:
    assert value("unfold(2, 1, (v: Int) -> (v - 1) // v)", [], 0) == [1, 0]
    assert value("unfold(0, 0, (v: Int) -> 1 // v)", [], 0) == []
    assert value("iterate(0, 0, (v: Int) -> 1 // v)", [], 0) == 0


@pytest.mark.parametrize(
    "body",
    [
        "iterate(n, 0, (v: Int) -> iterate(n, v, (w: Int) -> w + 1))",
        "fold(iota(n), 0, (acc: Int, x: Int) -> acc + len(iota(n)))",
        "fold(iota(n), 0, (acc: Int, x: Int) -> acc + len(xs))",
    ],
)
def test_loops_end(body: str) -> None:
    with pytest.raises(Undefined, match="take too long"):
        value(body, [0] * 100_000, 100_000)


def test_long_loops_are_allowed() -> None:
    assert value("fold(xs, 0, (acc: Int, x: Int) -> acc + x)", [1] * 100_000, 0) == 100_000


def test_a_loop_is_built_from_python() -> None:
    parameters = parameters_for([list_of(INT)])
    acc, x = fresh_variables([("acc", INT), ("x", INT)], scope=parameters)
    step = Function((acc, x), call(BUILTIN.searched["add"], acc, x))
    assert step.type == function_of([INT, INT], INT)
    program = Program(parameters, call(BUILTIN.searched["fold"], *parameters, Literal(0, INT), step))
    assert str(program) == "(xs: List[Int]) -> fold(xs, 0, (acc: Int, x: Int) -> acc + x)"
    assert parse(str(program)) == program
    assert hash(parse(str(program))) == hash(program)
    assert program([1, 2, 3]) == 6


def test_fresh_variables_collide_with_nothing() -> None:
    scope = (Variable("acc", INT), Variable("x2", INT))
    wanted = [("acc", INT), ("x", INT), ("x", BOOL), ("sum", INT), ("lambda", INT), ("true", INT)]
    names = [variable.name for variable in fresh_variables(wanted, scope=scope)]
    assert names == ["acc2", "x", "x3", "sum2", "lambda2", "true2"]


def test_free_variables_and_parts() -> None:
    program = parse("(xs: List[Int], n: Int) -> map(xs, (x: Int) -> x + n)")
    assert {variable.name for variable in free_variables(program.body)} == {"xs", "n"}
    assert bound_variables(program.body) == {Variable("x", INT)}
    assert [len(list(walk(program.body, bodies=bodies))) for bodies in (True, False)] == [6, 3]
    assert program.size == 5


@pytest.mark.parametrize(
    ("name", "types", "result"),
    [
        ("fold", ["List[Str]", "Int", "(Int, Str) -> Int"], "Int"),
        ("scan", ["List[Int]", "List[Int]", "(List[Int], Int) -> List[Int]"], "List[List[Int]]"),
        ("unfold", ["Int", "Str", "(Str) -> Str"], "List[Str]"),
        ("map", ["List[List[Int]]", "(List[Int]) -> Bool"], "List[Bool]"),
        ("filter", ["List[Str]", "(Str) -> Bool"], "List[Str]"),
        ("filter", ["List[Str]", "(Str) -> Int"], None),
        ("fold", ["List[Str]", "Int", "(Int, Int) -> Int"], None),
        ("fold", ["List[Str]", "Int", "(Int, Str) -> Str"], None),
        ("fold", ["List[Str]", "Int", "(Int) -> Int"], None),
        ("fold", ["Str", "Int", "(Int, Str) -> Int"], None),
        ("map", ["List[Int]", "Int"], None),
        ("map", ["List[Int]", "(Int) -> (Int) -> Int"], None),
        ("single", ["(Int) -> Int"], None),
    ],
)
def test_resolution(name: str, types: list[str], result: str | None) -> None:
    given_ = [parse_type(text) for text in types]
    application = resolve(BUILTIN.searched[name], given_)
    assert (None if application is None else str(application.result)) == result
    assert not BUILTIN.searched[name].takes_function or resolve(BUILTIN.searched[name], given_, each=True) is None


@pytest.mark.parametrize(
    "text", ["(Int) -> Int", "(List[t], u, (u, t) -> u) -> u", "((Int) -> Bool, Str) -> List[Str]"]
)
def test_function_types_read_back(text: str) -> None:
    type_ = parse_type(text)
    assert str(type_) == text
    assert type_.is_function
    assert not type_.is_list
    assert not type_.is_scalar
    assert not type_.is_sequence


def test_each_is_refused() -> None:
    rows, step = Variable("rows", list_of(list_of(INT))), Function((Variable("x", INT),), Variable("x", INT))
    with pytest.raises(
        TypeError, match=r"^each\.map: a primitive that takes a function does not go with each; use map$"
    ):
        call(BUILTIN.searched["map"], rows, step, each=True)


def test_types_of_functions_are_those_of_their_parts() -> None:
    types: list[Type] = [INT, STR]
    assert function_of(types, BOOL) != function_of(types[::-1], BOOL)
    assert str(function_of(types, BOOL)) == "(Int, Str) -> Bool"
