"""Conditions that people have a word for: what they say, as reference and as printed Python."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.dsl.primitives import predicates

CASES = [
    ("(s: Str) -> is_match(s, '[A-Z]+')", ("ABC",), True),
    ("(s: Str) -> is_match(s, '[A-Z]+')", ("ABc",), False),
    ("(s: Str) -> has_match(s, '[A-Z]')", ("abC",), True),
    ("(n: Int) -> is_power_of_two(n)", (64,), True),
    ("(n: Int) -> is_power_of_two(n)", (0,), False),
    ("(n: Int) -> is_power_of_two(n)", (-4,), False),
    ("(n: Int) -> is_power_of(n, 3)", (81,), True),
    ("(n: Int) -> is_power_of(n, 3)", (0,), False),
    ("(n: Int) -> is_power_of(n, 3)", (6,), False),
    ("(n: Int) -> is_root_whole(n, 3)", (-125,), True),
    ("(n: Int) -> is_root_whole(n, 3)", (9,), False),
    ("(n: Int, m: Int, k: Int) -> is_triangle(n, m, k)", (3, 4, 5), True),
    ("(n: Int, m: Int, k: Int) -> is_triangle(n, m, k)", (3, 8, 5), False),
    ("(n: Int, m: Int, k: Int) -> is_between(n, m, k)", (3, 3, 3), True),
    ("(s: Str) -> is_bracketed(s)", ("f[a](b{c})",), True),
    ("(s: Str) -> is_bracketed(s)", ("([)]",), False),
    ("(s: Str) -> is_bracketed(s)", ("(",), False),
    ("(s: Str) -> is_bracketed(s)", (">",), False),
    ("(xs: List[Int], ys: List[Int]) -> is_subsequence(xs, ys)", ([1, 3], [1, 2, 3]), True),
    ("(xs: List[Int], ys: List[Int]) -> is_subsequence(xs, ys)", ([3, 1], [1, 2, 3]), False),
    ("(xs: List[Int], ys: List[Int]) -> is_part(xs, ys)", ([2, 3], [1, 2, 3]), True),
    ("(xs: List[Int], ys: List[Int]) -> is_part(xs, ys)", ([1, 3], [1, 2, 3]), False),
    ("(xs: List[Int], ys: List[Int]) -> is_rotation(xs, ys)", ([1, 2, 3], [3, 1, 2]), True),
    ("(xs: List[Int], ys: List[Int]) -> is_rotation(xs, ys)", ([1, 2, 3], [3, 2, 1]), False),
    ("(xs: List[Int], ys: List[Int]) -> is_rotation(xs, ys)", ([], []), True),
    ("(s: Str, t: Str) -> is_same_pattern(chars(s), words(t))", ("aba", "x y x"), True),
    ("(s: Str, t: Str) -> is_same_pattern(chars(s), words(t))", ("aba", "x x x"), False),
    ("(xs: List[Int], ys: List[Int]) -> is_sub_multiset(xs, ys)", ([1, 1], [1, 2, 1]), True),
    ("(xs: List[Int], ys: List[Int]) -> is_sub_multiset(xs, ys)", ([1, 1], [1, 2]), False),
]


@pytest.mark.parametrize(("text", "inputs", "expected"), CASES)
def test_what_they_say(text: str, inputs: tuple[Any, ...], expected: bool) -> None:
    program = parse(text.replace("'", '"'))
    assert program(*inputs) is expected
    scope: dict[str, Any] = {}
    exec(program.python(), scope)
    assert scope["solve"](*inputs) is expected


@pytest.mark.parametrize(("text", "value"), [("is_power_of(n, 1)", 4), ("is_root_whole(n, 1)", 4)])
def test_where_they_are_undefined(text: str, value: int) -> None:
    with pytest.raises(Undefined):
        parse(f"(n: Int) -> {text}")(value)


@given(st.integers(0, 50), st.integers(2, 9))
def test_powers_have_whole_roots(base: int, exponent: int) -> None:
    power = base**exponent
    if power < 2**53:
        assert predicates.is_root_whole(power, exponent)
    if power > 1:
        assert predicates.is_power_of(power, base)


@given(st.text("([x])", max_size=10))
def test_brackets_are_those_that_vanish_in_pairs(text: str) -> None:
    rest = text.replace("x", "")
    while "()" in rest or "[]" in rest:
        rest = rest.replace("()", "").replace("[]", "")
    assert predicates.is_bracketed(text) == (rest == "")
