"""The printed Python says what the program says."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.dsl.expression import Expression, Literal, Undefined, call
from induce.dsl.program import Program, parameters_for
from induce.dsl.syntax import parse
from induce.dsl.table import primitives
from induce.dsl.types import BOOL, INT, STR, Type, list_of

from ..strategies import values

SIGNATURES: list[tuple[Type, ...]] = [
    (list_of(INT),),
    (list_of(INT), INT),
    (list_of(list_of(INT)),),
    (STR,),
    (list_of(STR), INT),
    (list_of(BOOL), list_of(INT)),
]
ROWS = list(primitives().values())


def run(source: str, arguments: tuple[Any, ...]) -> Any:
    space: dict[str, Any] = {}
    exec(source, space)
    names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return space[names[-1]](*arguments)


def drawn_program(data: st.DataObject) -> Program:
    """A random program: primitives applied to what there is already, as far as the types fit."""
    parameters = parameters_for(data.draw(st.sampled_from(SIGNATURES)))
    pool: list[Expression] = [
        *parameters,
        Literal(data.draw(st.integers(0, 3)), INT),
        Literal(True, BOOL),
        Literal(" ", STR),
    ]
    random = data.draw(st.randoms(use_true_random=False))
    for _ in range(60):
        row = random.choice(ROWS)
        arguments = [random.choice(pool[-6:] if random.random() < 0.6 else pool) for _ in range(row.arity)]
        try:
            pool.append(call(row, *arguments, each=random.random() < 0.2))
        except TypeError:
            continue
        if len(pool) > 16:
            break
    return Program(parameters, pool[-1])


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_python_agrees_with_the_program(data: st.DataObject) -> None:
    program = drawn_program(data)
    source = program.python()
    arguments = tuple(data.draw(values(parameter.type)) for parameter in program.parameters)
    try:
        expected = program(*arguments)
    except Undefined:
        ast.parse(source)
        return
    got = run(source, arguments)
    assert got == expected, (str(program), source, arguments)
    assert type(got) is type(expected)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_text_reads_back(data: st.DataObject) -> None:
    program = drawn_program(data)
    assert parse(str(program)) == program
    assert str(parse(str(program))) == str(program)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("(xs: List[Int]) -> compress(xs, is_even(xs))", "return [x for x in xs if x % 2 == 0]"),
        ("(xs: List[Int]) -> xs * 2 + 1", "return [x * 2 + 1 for x in xs]"),
        ("(xs: List[Int]) -> indices(xs) * xs", "return [i * x for i, x in enumerate(xs)]"),
        ("(xs: List[Int]) -> sum(square(xs))", "return sum(x * x for x in xs)"),
        ("(xs: List[Int]) -> compress(xs, counts(xs) == 1)", "return [x for x in xs if xs.count(x) == 1]"),
        ("(xs: List[Int], ys: List[Int]) -> xs * ys", "return [x * y for x, y in zip(xs, ys)]"),
        ("(s: Str) -> compress(s, is_upper(s))", 'return "".join(c for c in s if c.isupper())'),
        ('(s: Str) -> join(each.reverse(words(s)), " ")', 'return " ".join(word[::-1] for word in s.split())'),
        ("(rows: List[List[Int]]) -> each.sum(rows)", "return [sum(row) for row in rows]"),
        ("(xs: List[Int]) -> concat([1], concat(concat(xs, [2]), [3]))", "return [1] + xs + [2] + [3]"),
        ("(n: Int) -> n - (n + (2 + n))", "return n - (n + 2 + n)"),
    ],
)
def test_python_is_what_a_person_would_write(text: str, line: str) -> None:
    assert parse(text).python().splitlines()[-1].strip() == line


def test_a_value_used_in_every_step_of_a_loop_is_computed_once() -> None:
    source = parse("(xs: List[Int]) -> xs + max(xs)").python()
    assert "    n = max(xs)\n    return [x + n for x in xs]" in source


def test_helpers_come_first_and_the_program_last() -> None:
    source = parse("(xs: List[Int]) -> rotate(xs, 2)").python(name="turn")
    names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    assert names == ["rotate", "turn"]


def test_only_the_chosen_branch_is_evaluated() -> None:
    program = parse("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(xs) + max(xs))")
    assert run(program.python(), ([],)) == program([]) == 0
    nested = parse("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(xs) + max(xs)) + 1")
    assert run(nested.python(), ([],)) == nested([]) == 1
