"""Conditions that people have a word for: what they say, as reference and as printed Python."""

from __future__ import annotations

from typing import Any

import pytest

from induce import parse

CASES = [
    ("(s: Str) -> is_match(s, '[A-Z]+')", ("ABC",), True),
    ("(s: Str) -> is_match(s, '[A-Z]+')", ("ABc",), False),
    ("(s: Str) -> has_match(s, '[A-Z]')", ("abC",), True),
    ("(n: Int) -> is_power_of_two(n)", (64,), True),
    ("(n: Int) -> is_power_of_two(n)", (0,), False),
    ("(n: Int) -> is_power_of_two(n)", (-4,), False),
    ("(n: Int, m: Int, k: Int) -> is_triangle(n, m, k)", (3, 4, 5), True),
    ("(n: Int, m: Int, k: Int) -> is_triangle(n, m, k)", (3, 8, 5), False),
    ("(n: Int, m: Int, k: Int) -> is_between(n, m, k)", (3, 3, 3), True),
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
