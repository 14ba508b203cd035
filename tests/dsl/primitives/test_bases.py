"""Integers in bases and as names of columns: known values, and how they are printed."""

from __future__ import annotations

from typing import Any

import pytest

from induce import parse
from induce.dsl.core.expression import Undefined


@pytest.mark.parametrize(
    ("text", "argument", "expected"),
    [
        ("(n: Int) -> in_base(n, 2)", 10, "1010"),
        ("(n: Int) -> in_base(n, 16)", -255, "-ff"),
        ("(n: Int) -> in_base(n, 36)", 35, "z"),
        ("(n: Int) -> in_base(n, 3)", 0, "0"),
        ("(s: Str) -> from_base_text(s, 16)", "Ff", 255),
        ("(s: Str) -> from_base_text(s, 2)", "-101", -5),
        ("(s: Str) -> from_base_text(s, 16)", "0xff", 255),
        ("(n: Int) -> column_name(n)", 28, "AB"),
        ("(s: Str) -> column_number(s)", "ab", 28),
        ("(xs: List[Int]) -> gcd_of(xs)", [12, 18], 6),
        ("(xs: List[Int]) -> gcd_of(xs)", [], 0),
        ("(xs: List[Int]) -> lcm_of(xs)", [4, 6, 10], 60),
    ],
)
def test_known_values_and_their_python(text: str, argument: Any, expected: Any) -> None:
    program = parse(text)
    space: dict[str, Any] = {}
    exec(program.python(), space)
    assert program(argument) == expected == space["solve"](argument)


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("(n: Int) -> in_base(n, 1)", 5),
        ("(n: Int) -> in_base(n, 37)", 5),
        ("(s: Str) -> from_base_text(s, 2)", "102"),
        ("(s: Str) -> from_base_text(s, 16)", " ff"),
        ("(s: Str) -> from_base_text(s, 16)", ""),
        ("(n: Int) -> column_name(n)", 0),
        ("(s: Str) -> column_number(s)", "A1"),
    ],
)
def test_undefined(text: str, argument: Any) -> None:
    with pytest.raises(Undefined):
        parse(text)(argument)


def test_common_bases_are_printed_as_formats() -> None:
    assert 'f"{n:x}"' in parse("(n: Int) -> in_base(n, 16)").python()
    assert "def digits_in" in parse("(n: Int) -> in_base(n, 7)").python()
