"""Expressions and their meaning: parts, variables, and where a program has no value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core import expression
from induce.dsl.core.bounds import MAX_BITS, MAX_LENGTH, within_bounds
from induce.dsl.core.expression import (
    PRINTABLE_BITS,
    Call,
    Expression,
    Function,
    Literal,
    Undefined,
    Variable,
    bound_variables,
    call,
    evaluate,
    free_variables,
    is_printable,
    renamed,
    walk,
)
from induce.dsl.core.types import INT, LIMIT, STR, list_of

from ...strategies import values
from ..python.test_source import drawn_program

XS, N = Variable("xs", list_of(INT)), Variable("n", INT)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def body_of(text: str) -> Expression:
    return parse(f"(xs: List[Int], n: Int) -> {text}").body


def test_parts_come_before_what_they_serve() -> None:
    body = body_of("fold(xs, n, (acc: Int, x: Int) -> acc + x * n)")
    parts = list(walk(body))
    assert parts[:2] == [XS, N]
    assert parts[-1] == body
    for part in parts:
        if isinstance(part, Call):
            assert max(parts.index(argument) for argument in part.arguments) < parts.index(part)
    assert len(parts) - len(list(walk(body, bodies=False))) == 5


def test_variables_are_free_or_bound() -> None:
    body = body_of("map(xs, (x: Int) -> fold(xs, x, (acc: Int, y: Int) -> acc + y * n))")
    assert free_variables(body) == {XS, N}
    assert {one.name for one in bound_variables(body)} == {"x", "acc", "y"}
    assert isinstance(body, Call)
    step = body.arguments[1]
    assert isinstance(step, Function)
    assert {one.name for one in free_variables(step.body)} == {"xs", "n", "x"}


@QUICK
@given(data=st.data())
def test_a_program_with_other_names_means_the_same(data: st.DataObject) -> None:
    program = drawn_program(data, loops=0.1)
    names = {one: Variable(f"{one.name}_new", one.type) for one in program.parameters}
    other = renamed(program.body, names)
    assert free_variables(other) == {names[one] for one in free_variables(program.body)}
    inputs = {one.name: data.draw(values(one.type)) for one in program.parameters}
    found = outcome(program.body, inputs)
    assert outcome(other, {f"{name}_new": value for name, value in inputs.items()}) == found


def outcome(body: Expression, inputs: dict[str, Any]) -> str:
    try:
        return repr(evaluate(body, inputs))
    except Undefined:
        return "undefined"


@QUICK
@given(data=st.data())
def test_equal_expressions_have_equal_hashes(data: st.DataObject) -> None:
    program = drawn_program(data, loops=0.1)
    again = parse(str(program)).body
    assert again == program.body
    assert hash(again) == hash(program.body)


@pytest.mark.parametrize("arguments", [(XS, XS), (XS,), (N, Literal("a", STR))])
def test_a_primitive_is_not_applied_to_other_types(arguments: tuple[Expression, ...]) -> None:
    take = body_of("take(xs, n)")
    assert isinstance(take, Call)
    with pytest.raises(TypeError, match=r"^take takes \(s, Int\) -> s, not \("):
        call(take.primitive, *arguments)


@pytest.mark.parametrize(
    ("text", "n", "value"),
    [
        ("n + 1", LIMIT - 1, LIMIT),
        ("n + 1", LIMIT, None),
        ("n - 1", -LIMIT, None),
        ("xs + n", LIMIT - 2, None),
        ("7 // n", 0, None),
        ("if_else(n == 0, 0, 7 // n)", 0, 0),
        ("if_else(n == 0, 7 // n, 5)", 0, None),
        ("len(iota(n))", MAX_LENGTH, MAX_LENGTH),
        ("len(iota(n))", MAX_LENGTH + 1, None),
    ],
)
def test_a_program_is_undefined_beyond_the_bounds(text: str, n: int, value: int | None) -> None:
    inputs = {"xs": [1, 2, 3], "n": n}
    if value is not None:
        assert evaluate(body_of(text), inputs) == value
    else:
        with pytest.raises(Undefined):
            evaluate(body_of(text), inputs)


def test_exact_integers_leave_the_bounds_as_in_python() -> None:
    assert evaluate(body_of("n * n"), {"xs": [], "n": 2**60}, exact=True) == 2**120
    with pytest.raises(Undefined):
        evaluate(body_of("n * n"), {"xs": [], "n": 1 << (MAX_BITS // 2 + 1)}, exact=True)


def test_loops_share_a_bound_on_their_work(monkeypatch: pytest.MonkeyPatch) -> None:
    body = body_of("map(iota(n), (x: Int) -> sum(iota(x)))")
    assert len(evaluate(body, {"xs": [], "n": 20})) == 20
    monkeypatch.setattr(expression, "MAX_WORK", 300)
    with pytest.raises(Undefined, match="the loops take too long"):
        evaluate(body, {"xs": [], "n": 20})
    assert evaluate(body_of("sum(iota(n))"), {"xs": [], "n": 10_000}) > 0, "what is not in a loop is not counted"


def test_what_becomes_of_a_value_does_not_change_the_program() -> None:
    literal = Literal([[1], [2]], list_of(list_of(INT)))
    evaluate(literal, {})[0].append(9)
    assert evaluate(literal, {}) == [[1], [2]]


@pytest.mark.parametrize(
    ("value", "within", "printable"),
    [
        (LIMIT, True, True),
        (-LIMIT - 1, False, True),
        ([[0], [LIMIT + 1]], False, True),
        ([0] * MAX_LENGTH, True, True),
        ("a" * (MAX_LENGTH + 1), False, True),
        ([1 << PRINTABLE_BITS], False, False),
        (float("inf"), False, True),
        (1.5, True, True),
    ],
    ids=["greatest", "too little", "inside", "longest", "too long", "digits", "infinity", "real"],
)
def test_bounds_hold_for_everything_in_a_value(value: Any, within: bool, printable: bool) -> None:
    assert within_bounds(value) == within
    assert is_printable(value) == printable
