"""Printed functions take what their programs take."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.decimals import Style
from induce.dsl.text.parser import ProgramError


def run(source: str, *arguments: Any) -> Any:
    space: dict[str, Any] = {}
    exec(source, space)
    return space["solve"](*arguments)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("(*xs: Int) -> sum(xs)", "def solve(*xs: int) -> int:"),
        ("(s: Str, *xs: Int) -> at(xs, len(s))", "def solve(s: str, *xs: int) -> int:"),
        ("(n: Int, m: Int = 10) -> n % m", "def solve(n: int, m: int = 10) -> int:"),
        ("(n: Int, m: Int = -1) -> n % m", "def solve(n: int, m: int = -1) -> int:"),
        ('(s: Str, t: Str = ", ") -> concat(s, t)', 'def solve(s: str, t: str = ", ") -> str:'),
        ("(x: Decimal, y: Decimal = 2.5) -> x + y", "def solve(x: float, y: float = 2.5) -> float:"),
        ("(n: Int, m: Optional[Int] = missing[Int]) -> n", "def solve(n: int, m: int | None = None) -> int:"),
        ("(xs: List[Any]) -> reverse(xs)", "def solve(xs: list) -> list:"),
        ("(x: Any, *xs: Any) -> contains(xs, x)", "def solve(x: object, *xs: object) -> bool:"),
    ],
)
def test_text_and_head(text: str, head: str) -> None:
    program = parse(text)
    assert str(program) == text
    assert parse(str(program)) == program
    assert head in program.python()


@pytest.mark.parametrize(
    "body", ["sum(xs)", "reverse(xs)", "xs * 2", "same(xs, sort(xs))", "concat(xs, xs)", "take(xs, 2)", "len(xs)",
             "append(xs, 7)", "xs", "contains(xs, 3)", "last(cons(1, xs))"],
)  # fmt: skip
@given(st.lists(st.integers(-9, 9), max_size=5))
def test_further_arguments_are_a_list(body: str, xs: list[int]) -> None:
    program = parse(f"(*xs: Int) -> {body}")
    value, expected = run(program.python(), *xs), program(*xs)
    assert (value, type(value)) == (expected, type(expected))


def test_a_tuple_becomes_a_list_only_where_that_is_seen() -> None:
    assert "list(xs)" in parse("(*xs: Int) -> reverse(xs)").python()
    assert "list(xs)" not in parse("(*xs: Int) -> sum(xs) + len(xs) + head(xs)").python()


def test_a_default_is_taken_where_an_argument_is_left_out() -> None:
    program = parse("(n: Int, m: Int = 10) -> n // m")
    assert (program(75), program(75, 7)) == (7, 10)
    assert (run(program.python(), 75), run(program.python(), 75, 7)) == (7, 10)
    assert str(program.explain(75)).endswith("n // m  =  7")


def test_a_default_is_a_decimal_among_decimals() -> None:
    program = replace(parse("(x: Decimal, y: Decimal = 2.5) -> x + y"), style=Style.EXACT)
    assert 'y: Decimal = Decimal("2.5")' in program.python()
    assert run(program.python(), Decimal("1.1")) == program(Decimal("1.1")) == Decimal("3.6")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(*xs: Int, n: Int) -> n", "only the last parameter may be"),
        ("(*xs: Int, *ys: Int) -> 1", "only the last parameter may be"),
        ("(n: Int = 1, *xs: Int) -> n", "only the last parameter may be"),
        ("(n: Int = 1, m: Int) -> n", "a parameter without a default after one that has one"),
        ('(n: Int = "a") -> n', "expected a constant of type Int"),
        ("(n: Int = 1 + 1) -> n", "expected a constant of type Int"),
        ("(n: Int = n) -> n", "unknown variable n"),
        ("(*xs: Int = 3) -> 1", "'=' is not expected here"),
        ("(xs: List[Int]) -> map(xs, (x: Int = 1) -> x)", "'=' is not expected here"),
        ("(x: Any) -> x + 1", "add takes"),
    ],
)
def test_what_is_no_signature(text: str, message: str) -> None:
    with pytest.raises(ProgramError, match=message):
        parse(text)
