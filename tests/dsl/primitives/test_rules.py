"""Primitives that no search tries: recurrences, and real numbers."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import ProgramError, parse
from induce.dsl.core.expression import Undefined
from induce.dsl.language.language import BUILTIN

FIBONACCI = "(n: Int) -> recurrence([1, 1], [0, 1], n)"
CATALAN = "(n: Int) -> p_recursive([[1, 1], [-2, 4]], [1], n)"
"""(k + 1) a(k) = (4k - 2) a(k - 1)"""


def run(text: str, *arguments: Any) -> Any:
    """What the printed Python gives."""
    scope: dict[str, Any] = {}
    exec(parse(text, exact=True).python(), scope)
    return scope["solve"](*arguments)


def test_no_search_tries_them() -> None:
    assert {"recurrence", "p_recursive", "add_real", "sin"} <= BUILTIN.vocabulary.keys() - BUILTIN.searched.keys()


@pytest.mark.parametrize(("text", "terms"), [(FIBONACCI, [0, 1, 1, 2, 3, 5, 8]), (CATALAN, [1, 1, 2, 5, 14, 42, 132])])
def test_recurrences(text: str, terms: list[int]) -> None:
    assert [parse(text)(n) for n in range(len(terms))] == terms
    assert [run(text, n) for n in range(len(terms))] == terms


def test_exact_programs_calculate_with_integers_of_any_size() -> None:
    assert parse(FIBONACCI, exact=True)(300) == run(FIBONACCI, 300) > 2**200
    assert parse(f"(n: Int) -> n + {10**30}")(1) == 10**30 + 1
    with pytest.raises(Undefined):
        parse(FIBONACCI, exact=False)(300)
    with pytest.raises(ProgramError, match="outside"):
        parse(f"(n: Int) -> n + {10**30}", exact=False)


@pytest.mark.parametrize(
    "text",
    [
        FIBONACCI,
        CATALAN,
        "(n: Int) -> recurrence([2], [1], n)",
        "(n: Int) -> choose(n, n // 2)",
        "(n: Int) -> power(n, n)",
        "(n: Int) -> product(one_to(n))",
        "(n: Int) -> euler_transform(one_to(n))",
    ],
)
def test_what_would_take_for_ever_is_undefined(text: str) -> None:
    program = parse(text)
    assert program(50) == run(text, 50)
    for n in (2_000_000, 10**15):
        with pytest.raises(Undefined):
            program(n)


def test_a_recurrence_is_as_long_as_its_terms_are_small() -> None:
    assert parse("(n: Int) -> recurrence([0, 0, 1], [4, 5, 6], n)")(300_001) == 5
    assert parse("(n: Int) -> recurrence([2, -1], [1, 2], n)")(200_000) == 200_001


def test_what_is_refused_is_too_large() -> None:
    """The tests of arguments refuse no number that the language has, but for coefficients that take seconds."""
    assert parse("(n: Int) -> power(2, n)")(399_999).bit_length() == 400_000
    assert parse("(n: Int) -> power(-3, n)")(252_000) == 3**252_000
    assert parse("(n: Int) -> power(-1, n)")(2**53 - 1) == -1
    assert parse("(n: Int) -> choose(9007199254740992, n)")(7_000) == math.comb(2**53, 7_000)
    assert parse("(n: Int) -> choose(n, n - 2)")(10**15) == math.comb(10**15, 2)
    assert parse("(n: Int) -> choose(3, n)")(10**15) == 0


def test_exact_integers_do_not_grow_for_ever() -> None:
    squared = parse("(n: Int) -> iterate(n, 3, (k: Int) -> k * k)")
    assert squared(10) == 3**1024
    with pytest.raises(Undefined):
        squared(90)


@pytest.mark.parametrize(
    "text",
    [
        "(n: Int) -> recurrence([1, 1], [0], n)",
        "(n: Int) -> recurrence([1], [0], n - 9)",
        "(n: Int) -> p_recursive([[1], [1]], empty[List[Int]], n)",
        "(n: Int) -> p_recursive([[0], [1]], [1], n)",
        "(n: Int) -> p_recursive([[2], [1]], [1], n)",
        "(n: Int) -> p_recursive(empty[List[List[Int]]], [1], n)",
    ],
)
def test_no_such_item(text: str) -> None:
    with pytest.raises(Undefined):
        parse(text)(5)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(n: Int) -> such_that(1, n, (k: Int) -> is_prime(k))", [2, 3, 5, 7]),
        ("(n: Int) -> such_that(n, 1, (k: Int) -> if_else(k % 3 == 0, true, is_square(sum(digits(k)))))", [1, 3, 4, 4]),
        ("(n: Int) -> n + sum(map(iota(n), (k: Int) -> such_that(k, 0, (m: Int) -> k * 2 < m)))", [0, 2, 6, 12]),
    ],
)
def test_integers_for_which_a_condition_holds(text: str, numbers: list[int]) -> None:
    assert [parse(text)(n) for n in range(4)] == numbers == [run(text, n) for n in range(4)]


@pytest.mark.parametrize("text", ["such_that(0, n, (k: Int) -> k < 3)", "such_that(0, 0 - n, (k: Int) -> true)"])
def test_no_such_integer(text: str) -> None:
    with pytest.raises(Undefined):
        parse(f"(n: Int) -> {text}")(5)


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("power(3, n)", [1, 3, 9, 27, 81, 243]),
        ("power(2, 100 * n)", [2 ** (100 * n) for n in range(6)]),
        ("choose(5, n)", [1, 5, 10, 10, 5, 1]),
        ("moebius(n + 1)", [1, -1, -1, 0, -1, 1]),
        ("last(invert_transform(copies(1, n)))", [1, 1, 2, 4, 8, 16]),
        ("last(exp_transform(copies(1, n)))", [1, 1, 2, 5, 15, 52]),
        ("last(euler_transform(copies(1, n)))", [1, 1, 2, 3, 5, 7]),
    ],
)
def test_powers_and_transforms(body: str, values: list[int]) -> None:
    text = f"(n: Int) -> {body}"
    assert [parse(text, exact=True)(n) for n in range(6)] == values
    assert [run(text, n) for n in range(6)] == values


@pytest.mark.parametrize("body", ["power(2, n)", "power(7, 1000000000 + n)", "choose(n, 2)", "moebius(n)"])
def test_undefined_powers(body: str) -> None:
    with pytest.raises(Undefined):
        parse(f"(n: Int) -> {body}", exact=True)(-1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(n: Int) -> 2.5 * real(n) - -1.5", 9.0),
        ("(n: Int) -> 10.0 * sin(0.5 * real(n)) / (1.0 + exp(real(n)))", 10 * math.sin(1.5) / (1 + math.exp(3))),
        ("(n: Int) -> rounded(power_real(1.5, real(n)) + sqrt_real(4.0))", 5),
        ("(n: Int) -> log(cos(1e-05 * real(n)))", math.log(math.cos(3e-05))),
        ("(xs: List[Float]) -> xs * 2.0 + [1.0, 2.0, 3.0]", None),
    ],
)
def test_real_numbers(text: str, value: Any) -> None:
    program = parse(text)
    assert parse(str(program)) == program
    arguments: Any = 3 if value is not None else [1.0, 0.5]
    value = [3.0, 3.0] if value is None else value
    assert program(arguments) == value
    assert run(text, arguments) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    "text", ["(n: Int) -> n / 2", "(n: Int) -> n + 1.0", "(x: Float) -> is_prime(x)", "() -> 1e999"]
)
def test_types_are_not_mixed(text: str) -> None:
    with pytest.raises(ProgramError):
        parse(text)


@pytest.mark.parametrize("text", ["(x: Float) -> 1.0 / x", "(x: Float) -> log(x)", "(x: Float) -> exp(1e3 + x)"])
def test_undefined_real_numbers(text: str) -> None:
    with pytest.raises(Undefined):
        parse(text)(0.0)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_real_constants_are_printed_exactly(value: float) -> None:
    program = parse(f"(x: Float) -> x + {value!r}")
    assert parse(str(program)) == program
    assert program(0.0) == value
