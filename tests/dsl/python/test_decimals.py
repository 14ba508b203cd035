"""Programs over decimals as Python over floats: readable, and the same in value and type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.decimals import Style, as_double, mapped
from induce.dsl.core.expression import Undefined
from induce.dsl.core.types import BOOL, DECIMAL, INT, STR, Type
from induce.dsl.program import Program

PROGRAMS = {
    "(xs: List[Decimal]) -> sort_desc(xs)": "    return sorted(xs, reverse=True)\n",
    "(xs: List[Decimal]) -> compress(xs, xs > 9.99)": "    return [x for x in xs if x > 9.99]\n",
    "(x: Decimal) -> ceil(x)": "    return math.ceil(x)\n",
    "(xs: List[Int]) -> average(decimal(xs))": "    return sum(xs) / len(xs)\n",
    "(n: Int, m: Int) -> decimal(n) / decimal(m)": "    return n / m\n",
    "(n: Int) -> decimal(n) / 100.0": "    return n / 100\n",
    "(x: Decimal, n: Int) -> x * decimal(n)": "    return float(Decimal(str(x)) * n)\n",
    "(x: Decimal) -> round_half_even(x * 1.19, 2)": ('    return float(round(Decimal(str(x)) * Decimal("1.19"), 2))\n'),
    "(xs: List[Decimal]) -> round_half_up(xs, 2)": (
        '    return [float(Decimal(str(x)).quantize(Decimal("0.01"), ROUND_HALF_UP)) for x in xs]\n'
    ),
    "(xs: List[Decimal]) -> sum(xs)": "    return float(sum(Decimal(str(x)) for x in xs))\n",
    "(x: Decimal) -> fixed(x, 2)": '    return f"{Decimal(str(x)):z.2f}"\n',
    "(s: Str) -> to_decimal(s) + 1": "    return float(Decimal(s) + 1)\n",
    "(x: Decimal, y: Decimal) -> x - y": "    return float(Decimal(str(x)) - Decimal(str(y)))\n",
}
OTHERS = [
    "(x: Decimal) -> round_to(x, 0.05)",
    "(x: Decimal) -> floor_to(x, 0.25) + ceil_to(x, 0.1)",
    "(x: Decimal) -> truncate(x, 1)",
    "(x: Decimal, y: Decimal) -> round_half_even(percent(y - x, x), 2)",
    "(xs: List[Decimal]) -> running_sum(xs)",
    "(xs: List[Decimal]) -> midpoint(xs)",
    "(xs: List[Decimal]) -> xs / sum(xs)",
    "(xs: List[Decimal]) -> average(xs)",
    "(xs: List[Decimal]) -> max(xs) - min(xs)",
    "(x: Decimal) -> if_else(x < 50.0, x + 4.99, x)",
    "(x: Decimal) -> nearest_up(x * 3.0) + nearest_even(x) + whole(x)",
    "(x: Decimal) -> decimal_text(x * 2.0)",
    "(xs: List[Decimal], n: Int) -> take(sort(xs), 2)",
    "(xs: List[Int], ys: List[Decimal]) -> sum(decimal(xs) * ys)",
    "(n: Int) -> decimal(n) * 0.5 + decimal(n) / 3.0",
    "(x: Decimal) -> smaller(1.0, larger(x, 0.0))",
    "(rows: List[List[Decimal]]) -> each.sum(rows)",
    "(rows: List[List[Decimal]]) -> each.running_sum(rows)",
    "(xs: List[Decimal]) -> map(xs, (x: Decimal) -> chunks(xs + x, 2))",
    "(xs: List[Decimal]) -> where(xs > 1.0, xs, 0.0)",
    "(xs: List[Decimal]) -> fold(xs, 1.0, (acc: Decimal, x: Decimal) -> acc * x)",
]
NUMBERS = st.one_of(st.integers(-9999, 99999).map(lambda cents: cents / 100), st.sampled_from([0.5, 2.5, 0.125, 1.005]))


def floats_of(type_: Type) -> st.SearchStrategy[Any]:
    """Values of a type as JSON has them."""
    if type_.item is not None:
        return st.lists(floats_of(type_.item), max_size=4)
    texts = st.sampled_from(["1", "-2.50", ".5", "x"])
    return {DECIMAL: NUMBERS, INT: st.integers(-20, 20), STR: texts, BOOL: st.booleans()}[type_]


def run(program: Program, arguments: list[Any]) -> Any:
    scope: dict[str, Any] = {}
    exec(program.python(), scope)
    return scope["solve"](*arguments)


@pytest.mark.parametrize("text", PROGRAMS)
def test_what_is_printed(text: str) -> None:
    assert parse(text).python().endswith(PROGRAMS[text])


@pytest.mark.parametrize("text", [*PROGRAMS, *OTHERS])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_python_over_floats_says_what_the_program_says(text: str, data: st.DataObject) -> None:
    style = data.draw(st.sampled_from([Style.FLOAT, Style.EXACT]))
    program = replace(parse(text), style=style)
    arguments = [data.draw(floats_of(one.type)) for one in program.parameters]
    try:
        expected = program(*arguments)
    except Undefined:
        return
    if style is Style.EXACT:
        arguments = [exactly(value, one.type) for value, one in zip(arguments, program.parameters, strict=True)]
    got = run(program, arguments)
    if style is Style.EXACT:  # It has all the digits of Python's decimals.
        got = mapped(lambda number: as_double(Decimal(number)), got, program.body.type)
    assert got == expected
    assert kinds(got) == kinds(expected)


def exactly(value: Any, type_: Type) -> Any:
    if isinstance(value, list) and type_.item is not None:
        return [exactly(item, type_.item) for item in value]
    return Decimal(str(value)) if type_ == DECIMAL else value


def kinds(value: Any) -> Any:
    return [kinds(item) for item in value] if isinstance(value, list) else type(value)


def test_whole_outputs_are_integers_where_the_examples_have_them() -> None:
    program = replace(parse("(x: Decimal) -> x * 2.0"), style=Style.SHORT)
    assert [repr(program(x)) for x in (1.5, 1.25, 2)] == ["3", "2.5", "4"]
    assert [repr(run(program, [x])) for x in (1.5, 1.25, 2)] == ["3", "2.5", "4"]


@pytest.mark.parametrize("text", ["scaled(sum(xs), 1)", "round_half_up(sum(xs), 2)", "round_down(sum(xs), 1)"])
def test_a_sum_of_no_decimals_is_a_decimal_too(text: str) -> None:
    """In Python the sum of nothing is an integer, which has no `quantize`; this was found by a drawn program."""
    program = parse(f"(xs: List[Decimal]) -> {text}")
    for xs in ([], [1.25, 2.5]):
        assert repr(run(program, [xs])) == repr(program(xs))


def test_a_sum_of_no_decimals_that_a_helper_is_given_is_one() -> None:
    program = parse("(xs: List[Decimal]) -> scale_letter(sum(xs))")
    assert [run(program, [values]) for values in ([], [1200.0, 300.5])] == ["", "K"]


def test_a_whole_number_keeps_the_digits_that_no_double_has() -> None:
    program = replace(parse("(xs: List[Int]) -> decimal(difference(running_sum(xs), xs))"), style=Style.SHORT)
    given = [9007199254740991, 8]
    assert program(given) == run(program, [given]) == [9007199254740999]


def test_a_zero_that_is_rounded_to_thousands_is_as_small_as_any() -> None:
    program = parse("(n: Int) -> scale_letter(round_down(4.75, n))")
    assert [program(n) for n in (0, -7, -9)] == [run(program, [n]) for n in (0, -7, -9)] == ["", "", ""]


def test_a_sum_of_no_decimals_beside_variables_of_comprehensions() -> None:
    program = parse(
        '(xs: List[Int], x: Decimal) -> record("a", all_of(xs, (c: Int) -> c > 0), "b", sum_of(xs, (n: Int) -> x))'
    )
    assert run(program, [[], 2.5]) == program([], 2.5) == {"a": True, "b": 0.0}
    assert run(program, [[1, 2], 2.5]) == program([1, 2], 2.5) == {"a": True, "b": 5.0}


def test_records_are_sorted_by_decimals() -> None:
    program = parse("(rows: List[Tuple[Decimal, Str]], xs: List[Decimal]) -> sort_by(rows, xs)")
    given: list[Any] = [[[1.5, "a"], [0.5, "b"], [2.0, "c"]], [3.25, 1.0, 2.5]]
    assert run(program, given) == program(*given) == [[0.5, "b"], [2.0, "c"], [1.5, "a"]]
