"""Loops that a condition ends, and the values that loops pass, do what Python's do, within bounds."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined
from induce.dsl.program import parse

NUMBERS = st.lists(st.integers(-20, 20), max_size=12)


def value(body: str, *arguments: Any) -> Any:
    return parse(f"(xs: List[Int], n: Int) -> {body}", exact=False)(*arguments)


def printed(body: str, parameters: str = "xs: List[Int], n: Int") -> Any:
    """The printed Python of a program, run in a bare namespace."""
    space: dict[str, Any] = {}
    exec(parse(f"({parameters}) -> {body}").python(), space)
    return space["solve"]


STEP = "(acc: Int, x: Int) -> larger(acc + x, 0)"
HALVE = "(v: Int) -> where(is_even(v), v // 2, v * 3 + 1)"
BODIES = (
    f"states(xs, n, {STEP})",
    f"max(states(xs, n, {STEP}))",
    f"min(states(xs, n, {STEP})) + n",
    f"max(states(xs, 0, {STEP})) + len(states(xs, 0, {STEP}))",
    f"repeat_while(n, (v: Int) -> v > 1, {HALVE})",
    f"steps_while(n, (v: Int) -> v > 1, {HALVE})",
    f"trail_while(n, (v: Int) -> v > 1, {HALVE})",
    f"init(trail_while(n, (v: Int) -> v > 1, {HALVE}))",
    "repeat_while(xs, (v: List[Int]) -> len(v) > 1, (v: List[Int]) -> v + tail(v))",
    "repeat_while(n, (v: Int) -> v > 5, (v: Int) -> if_else(v > 9, v - 7, if_else(is_odd(v), v - 2, v - 1)))",
    "if_else(n > 3, steps_while(n, (v: Int) -> v > 1, (v: Int) -> v // 2), n)",
    "orbit(n, (v: Int) -> v * v % 11)",
    "contains(orbit(n, (v: Int) -> sum(square(digits(v)))), 1)",
    "len(orbit(xs, (v: List[Int]) -> rotate(v, 1)))",
    "recursion(n, 0, 1, (a: Int, b: Int, k: Int) -> a + b)",
    "recursion(n, 1, 0, (a: Int, b: Int, k: Int) -> (a + b) * (k - 1))",
    "recursion(n, n, 2, (a: Int, b: Int, k: Int) -> if_else(is_even(k), a + n, b - a))",
)


@pytest.mark.parametrize("body", BODIES)
@settings(max_examples=40, deadline=None)
@given(xs=NUMBERS, n=st.integers(0, 14))
def test_printed_loops_do_the_same(body: str, xs: list[int], n: int) -> None:
    assert printed(body)([*xs], n) == value(body, xs, n)


@settings(max_examples=50, deadline=None)
@given(xs=NUMBERS, n=st.integers(-5, 5))
def test_states_begin_with_the_start(xs: list[int], n: int) -> None:
    expected = list(itertools.accumulate(xs, lambda acc, x: acc * 2 - x, initial=n))
    assert value("states(xs, n, (acc: Int, x: Int) -> acc * 2 - x)", xs, n) == expected


def test_conditions_are_looked_at_before_each_step() -> None:
    assert value("trail_while(n, (v: Int) -> v > 1, (v: Int) -> v // 2)", [], 9) == [9, 4, 2, 1]
    assert value("steps_while(n, (v: Int) -> v > 1, (v: Int) -> v // 2)", [], 9) == 3
    assert value("repeat_while(n, (v: Int) -> v > 1, (v: Int) -> v // 0)", [], 1) == 1


@pytest.mark.parametrize(
    "body",
    [
        "repeat_while(n, (v: Int) -> v < 5, (v: Int) -> v)",
        "steps_while(n, (v: Int) -> v < 20000, (v: Int) -> v + 1)",
        "trail_while(xs, (v: List[Int]) -> len(v) > 1, (v: List[Int]) -> v + v)",
        "recursion(n - 2, 0, 1, (a: Int, b: Int, k: Int) -> a)",
        "recursion(90, 0, 1, (a: Int, b: Int, k: Int) -> a + b)",
    ],
)
def test_undefined(body: str) -> None:
    with pytest.raises(Undefined):
        value(body, [2, 0], 1)


def test_ten_thousand_steps_are_allowed() -> None:
    assert value("steps_while(n, (v: Int) -> v > 0, (v: Int) -> v - 1)", [], 10_000) == 10_000


def test_items_of_a_recursion() -> None:
    step = "(a: Int, b: Int, k: Int) -> (a + b) * (k - 1)"
    assert [value(f"recursion(n, 1, 0, {step})", [], n) for n in range(7)] == [1, 0, 1, 2, 9, 44, 265]


@pytest.mark.parametrize(
    ("text", "nested", "depth"),
    [("", True, 0), ("a(b)c", True, 1), ("([])", True, 2), ("([)]", False, 2), (")(", False, 0), ("((", False, 2)],
)
def test_brackets(text: str, nested: bool, depth: int) -> None:
    for body, expected in (('is_nested(s, "()[]")', nested), ('nesting_depth(s, "()[]")', depth)):
        assert parse(f"(s: Str) -> {body}")(text) == expected
        assert printed(body, "s: Str")(text) == expected


@given(st.text("([x])", max_size=10))
def test_nested_brackets_are_those_that_vanish_in_pairs(text: str) -> None:
    rest = text.replace("x", "")
    while "()" in rest or "[]" in rest:
        rest = rest.replace("()", "").replace("[]", "")
    assert parse('(s: Str) -> is_nested(s, "()[]")')(text) == (rest == "")


def test_a_loop_reads_as_a_person_would_write_it() -> None:
    best = parse(f"(xs: List[Int]) -> max(states(xs, 0, {STEP}))").python()
    assert best == (
        "def solve(xs: list[int]) -> int:\n"
        "    acc = 0\n"
        "    best = acc\n"
        "    for x in xs:\n"
        "        acc = max(acc + x, 0)\n"
        "        best = max(best, acc)\n"
        "    return best\n"
    )
    kept = parse('(s: Str) -> fold(chars(s), "", (acc: Str, c: Str) -> if_else(has(acc, c), acc, concat(acc, c)))')
    assert kept.python() == (
        "def solve(s: str) -> str:\n"
        '    acc = ""\n'
        "    for c in s:\n"
        "        if c not in acc:\n"
        "            acc += c\n"
        "    return acc\n"
    )
    steps = parse("(n: Int) -> steps_while(n, (value: Int) -> value > 1, (value: Int) -> value // 2)").python()
    assert steps == (
        "def solve(n: int) -> int:\n"
        "    value = n\n"
        "    steps = 0\n"
        "    while value > 1:\n"
        "        value //= 2\n"
        "        steps += 1\n"
        "    return steps\n"
    )
