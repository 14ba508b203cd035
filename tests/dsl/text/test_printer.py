"""Programs are printed as a person would write them, and read back as they were."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Literal
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import Type
from induce.dsl.program import parse
from induce.dsl.text.printer import print_literal

from ...strategies import values
from ..python.test_source import drawn_program


@pytest.mark.parametrize(
    "text",
    [
        "(xs: List[Int], n: Int) -> compress(xs, xs % n == 0)",
        "(xs: List[Int]) -> (xs + 1) * 2 - -3",
        "(xs: List[Int]) -> xs - (xs - 1)",
        "(xs: List[Int]) -> where(not xs > 3 or xs == 0, 0, xs)",
        "(rows: List[List[Int]]) -> each.sum(each.reverse(rows))",
        '(s: Str) -> join(words(s), ", \\"é\\\\n")',
        "(n: Int) -> empty[List[Int]]",
        "(n: Int) -> [[1, -2], [3]]",
        "(n: Int) -> [empty[List[Int]], [1]]",
        "() -> true",
        "(xs: List[Int]) -> scan(xs, 0, (acc: Int, x: Int) -> acc // 2 + x)",
        "(n: Int) -> iterate(n, 1, (v: Int) -> fold(iota(v), n, (acc: Int, x: Int) -> acc + x * v)) + 1",
        "(xs: List[Int]) -> map(filter(xs, (x: Int) -> x > 0), (x: Int) -> x - 1)",
    ],
)
def test_print_parse_print(text: str) -> None:
    program = parse(text)
    assert str(parse(str(program))) == str(program)
    assert parse(str(program)) == program


def test_spaces_and_greater_than_are_normalised() -> None:
    assert str(parse("( xs:List[Int] )\n->\n compress(xs,xs>2)")) == "(xs: List[Int]) -> compress(xs, xs > 2)"


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_drawn_program_is_read_back(data: st.DataObject) -> None:
    program = drawn_program(data, loops=0.2)
    assert parse(str(program)) == program


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(a + b) + c", "a + b + c"),
        ("a + (b + c)", "a + (b + c)"),
        ("a * (b + c)", "a * (b + c)"),
        ("(a * b) + c", "a * b + c"),
        ("not (a < b)", "not a < b"),
        ("not (a < b and b < c)", "not (a < b and b < c)"),
        ("(a < b or b < c) and a < c", "(a < b or b < c) and a < c"),
        ("3 < a", "a > 3"),
        ("3 <= a + 1", "a + 1 >= 3"),
        ("b > a", "a < b"),
        ("a - -3", "a - -3"),
    ],
)
def test_brackets_are_written_where_they_are_needed(text: str, printed: str) -> None:
    head = "(a: Int, b: Int, c: Int) -> "
    assert str(parse(head + text)) == head + printed


@pytest.mark.parametrize("type_", ["Int", "Bool", "Str", "List[Int]", "List[Str]", "List[List[Bool]]"])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_constant_is_read_back(type_: str, data: st.DataObject) -> None:
    wanted: Type = parse_type(type_)
    value: Any = data.draw(values(wanted))
    assert parse(f"() -> {print_literal(value, wanted)}").body == Literal(value, wanted)
