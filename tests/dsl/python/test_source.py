"""The printed Python says what the program says."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.check.drawing.limits import short_loops
from induce.check.drawing.programs import drawn_from
from induce.dsl.core.decimals import returned
from induce.dsl.core.expression import Undefined
from induce.dsl.core.types import Type
from induce.dsl.program import Program, parse

from ...strategies import values


@lru_cache(maxsize=1)
def function_of(source: str) -> Callable[..., Any]:
    """The last function of a source, which many inputs in turn are given to."""
    space: dict[str, Any] = {}
    exec(source, space)
    names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    function: Callable[..., Any] = space[names[-1]]
    return function


def run(source: str, arguments: tuple[Any, ...]) -> Any:
    return function_of(source)(*arguments)


def drawn_program(data: st.DataObject, *, loops: float) -> Program:
    """A random program; drawing every choice by itself takes minutes."""
    return drawn_from(data.draw(st.integers(0, 2**32 - 1)), loops=loops)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_python_agrees_with_the_program(data: st.DataObject) -> None:
    agrees(drawn_program(data, loops=0.0), data)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_python_of_loops_agrees_with_the_program(data: st.DataObject) -> None:
    with short_loops():
        agrees(drawn_program(data, loops=0.5), data)


def test_a_digit_in_a_place_that_no_number_has_is_printed_without_its_power() -> None:
    """A power of ten with 2^53 zeros would never be worked out; this was found by a drawn program."""
    program = parse("(n: Int, m: Int) -> digit_at(n, m)")
    assert run(program.python(), (734, 2**53 - 1)) == program(734, 2**53 - 1) == 0
    assert "10**2" in parse("(n: Int) -> digit_at(n, 2)").python()


@lru_cache(maxsize=1)
def source_of(program: Program) -> str:
    """The Python of a program, which many inputs in turn are given to."""
    return program.python()


def agrees(program: Program, data: st.DataObject, drawn: Callable[[Type], st.SearchStrategy[Any]] = values) -> None:
    source = source_of(program)
    drawn_values = [returned(data.draw(drawn(parameter.type)), parameter.type) for parameter in program.parameters]
    arguments = program.signature.called(drawn_values)
    try:
        expected = program(*arguments)
    except Undefined:
        ast.parse(source)
        return
    got = run(source, arguments)
    assert got == expected, (str(program), source, arguments)
    assert type(got) is type(expected)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_text_reads_back(data: st.DataObject) -> None:
    program = drawn_program(data, loops=0.3)
    assert parse(str(program)) == program
    assert str(parse(str(program))) == str(program)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("(xs: List[Int]) -> compress(xs, is_even(xs))", "return [x for x in xs if x % 2 == 0]"),
        ("(xs: List[Int]) -> xs * 2 + 1", "return [x * 2 + 1 for x in xs]"),
        ("(xs: List[Int]) -> indices(xs) * xs", "return [i * x for i, x in enumerate(xs)]"),
        ("(xs: List[Int]) -> sum(square(xs))", "return sum(x**2 for x in xs)"),
        ("(xs: List[Int]) -> compress(xs, counts(xs) == 1)", "return [x for x in xs if xs.count(x) == 1]"),
        ("(xs: List[Int], ys: List[Int]) -> xs * ys", "return [x * y for x, y in zip(xs, ys)]"),
        ("(s: Str) -> compress(s, is_upper(s))", 'return "".join(c for c in s if c.isupper())'),
        ('(s: Str) -> join(each.reverse(words(s)), " ")', 'return " ".join(word[::-1] for word in s.split())'),
        ("(rows: List[List[Int]]) -> each.sum(rows)", "return [sum(row) for row in rows]"),
        ("(xs: List[Int]) -> concat([1], concat(concat(xs, [2]), [3]))", "return [1] + xs + [2, 3]"),
        ("(n: Int) -> n - (n + (2 + n))", "return n - (n + 2 + n)"),
        ("(xs: List[Int]) -> map(xs, (v: Int) -> v * v)", "return [v**2 for v in xs]"),
        ("(xs: List[Int]) -> filter(xs, (v: Int) -> v > 1)", "return [v for v in xs if v > 1]"),
        ("(xs: List[Int]) -> map(xs + 1, (x: Int) -> x * x)", "return [(x + 1) ** 2 for x in xs]"),
        (
            "(xs: List[Int]) -> map(filter(xs, (x: Int) -> x > 1), (x: Int) -> if_else(x > 9, 9, x))",
            "return [9 if x > 9 else x for x in xs if x > 1]",
        ),
        ("(xs: List[Int]) -> map(xs, (x: Int) -> sum(xs * x))", "return [sum(y * x for y in xs) for x in xs]"),
    ],
)
def test_python_is_what_a_person_would_write(text: str, line: str) -> None:
    assert parse(text).python().splitlines()[-1].strip() == line


def test_a_value_used_in_every_step_of_a_loop_is_computed_once() -> None:
    source = parse("(xs: List[Int]) -> xs + max(xs)").python()
    assert "    largest = max(xs)\n    return [x + largest for x in xs]" in source


def test_sums_of_real_numbers_are_not_regrouped() -> None:
    tenths = [f"divide_real(real({n}), real(10))" for n in (1, 2, 3)]
    program = parse(f"() -> add_real({tenths[0]}, add_real({tenths[1]}, {tenths[2]}))")
    assert run(program.python(), ()) == program() == 0.6


@pytest.mark.parametrize("name", ["rotate", "with_swapped", "nth_prime"])
def test_a_parameter_may_be_called_like_a_helper(name: str) -> None:
    program = parse(f"({name}: List[Int]) -> rotate(swap(append({name}, prime(len({name}))), 0, 1), len({name}) + 2)")
    assert run(program.python(), ([5, 6, 7],)) == program([5, 6, 7])


def test_helpers_come_first_and_the_program_last() -> None:
    source = parse("(xs: List[Int]) -> rotate(xs, 3)").python(name="turn")
    names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    assert names == ["rotate", "turn"]


def test_only_the_chosen_branch_is_evaluated() -> None:
    program = parse("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(xs) + max(xs))")
    assert run(program.python(), ([],)) == program([]) == 0
    nested = parse("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(xs) + max(xs)) + 1")
    assert run(nested.python(), ([],)) == nested([]) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "(xs: List[Int]) -> scan(xs, 0, (acc: Int, x: Int) -> acc // 2 + x)",
            "acc = 0|ys = []|for x in xs:|    acc = acc // 2 + x|    ys.append(acc)|return ys",
        ),
        (
            "(xs: List[Int]) -> fold(xs, 0, (acc: Int, x: Int) -> if_else(x > 2, acc + x, acc))",
            "acc = 0|for x in xs:|    if x > 2:|        acc += x|return acc",
        ),
        (
            "(xs: List[Int]) -> fold(xs, empty[List[Int]], (acc: List[Int], x: Int) -> append(acc, x))",
            "acc = []|for x in xs:|    acc.append(x)|return acc",
        ),
        ("(n: Int) -> iterate(n, 1, (v: Int) -> v * 2) + 1", "v = 1|for _ in range(n):|    v *= 2|return v + 1"),
        (
            "(n: Int) -> unfold(n, 1, (v: Int) -> v * 2)",
            "v = 1|xs = [v][:n]|for _ in range(n - 1):|    v *= 2|    xs.append(v)|return xs",
        ),
        (
            "(rows: List[List[Int]]) -> map(rows, (row: List[Int]) -> row + max(row))",
            "def step(row: list[int]) -> list[int]:|    largest = max(row)|    return [x + largest for x in row]||"
            "return [step(row) for row in rows]",
        ),
    ],
)
def test_loops_are_statements(text: str, lines: str) -> None:
    _, *body = parse(text).python().splitlines()
    assert [line.removeprefix("    ") for line in body] == lines.split("|")


@pytest.mark.parametrize("name", ["max", "sum", "len", "lambda", "_", "step", "math", "x", "solve", "range"])
def test_names_of_bound_variables_mean_nothing_else_in_python(name: str) -> None:
    text = f"(xs: List[Int]) -> fold(xs, 0, ({name}: Int, v: Int) -> max(xs) + {name} * sum(xs + v) + len(iota(v)))"
    program = parse(text)
    assert run(program.python(), ([1, 2, 3],)) == program([1, 2, 3])


def test_a_step_may_contain_a_comprehension_over_its_own_name() -> None:
    program = parse("(xs: List[Int]) -> map(xs, (c: Int) -> each.is_positive(digit_sum(countdown(c))))")
    assert run(program.python(), ([2, 0],)) == program([2, 0]) == [[True, True], []]


def test_a_loop_in_a_branch_runs_only_where_it_is_chosen() -> None:
    program = parse("(n: Int) -> if_else(n == 0, 0, iterate(3, 8, (v: Int) -> v // n)) + 1")
    for n in (0, 2):
        assert run(program.python(), (n,)) == program(n)


def test_a_loop_takes_no_step_too_many() -> None:
    program = parse("(n: Int) -> unfold(n, 1, (v: Int) -> (v - 1) // v)")
    for n in (0, 1, 2):
        assert run(program.python(), (n,)) == program(n) == [1, 0][:n]


def test_a_name_goes_only_where_it_is_read() -> None:
    text = "map(xs, (x: Int) -> xs * x)"
    program = parse(
        f"(xs: List[Int]) -> filter(iterate(0, {text}, (x: List[List[Int]]) -> x), (ys: List[Int]) -> is_sorted(ys))"
    )
    assert run(program.python(), ([1, 2],)) == program([1, 2]) == [[1, 2], [2, 4]]


def test_a_sum_before_a_call_keeps_its_parentheses() -> None:
    program = parse("(xs: List[Int], n: Int) -> (n + n) * max(xs)")
    assert run(program.python(), ([1, 3], 2)) == program([1, 3], 2) == 12


def test_the_start_is_not_changed_in_place() -> None:
    program = parse("(xs: List[Int]) -> fold(xs, xs, (acc: List[Int], x: Int) -> append(acc, x))")
    given_ = [1, 2]
    assert run(program.python(), (given_,)) == [1, 2, 1, 2]
    assert given_ == [1, 2]
    step = "(acc: List[Int], x: Int) -> if_else(x > 1, append(acc, x), xs)"
    program = parse(f"(xs: List[Int]) -> fold(xs, empty[List[Int]], {step})")
    assert run(program.python(), (given_,)) == program(given_) == [1, 2, 2]
    assert given_ == [1, 2]


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("(n: Int) -> is_power_of_two(8)", (1,)),  # "8.bit_count()" is not Python.
        ('(n: Int) -> in_parentheses("-a\\"\'")', (1,)),  # Texts in a format string.
        ('(n: Int) -> in_parentheses("-\\\\d+")', (1,)),
        ("(s: Str) -> times_in(s, s)", ("9:41",)),  # A pattern that is not known before.
        ("(s: Str, t: Str) -> read_date(s, t)", ("2021-03-04", "YYYY-MM-DD")),
        ("(xs: List[Bool]) -> all_different(runs_of(xs))", ([True, True, False],)),  # Rows are lists, without a hash.
        ("(xs: List[Int]) -> unique(triples_of(xs))", ([1, 2, 3, 1],)),
        ("(s: Str, t: Str) -> not is_subset(s, t)", ("ab", "bc")),  # Sets are in no order.
        ("(xs: List[Int]) -> counted(unique(xs))", ([1, 2, 1],)),  # The values of a dictionary would be counts.
        ("(day: Date, s: Str) -> write_date(day, s)", (date(2021, 3, 4), "at D 'o\\clock")),
        ("(xs: List[Int], n: Optional[Int]) -> states(xs, n, (m: Optional[Int], x: Int) -> m)", ([], None)),
        ("(xs: List[Int], n: Optional[Int]) -> scan(xs, n, (m: Optional[Int], x: Int) -> m)", ([1, 2], None)),
        (
            "(rows: List[Record{a: Decimal}]) -> fold(rows, 0.5, (x: Decimal, r: Record{a: Decimal}) -> "
            'x + field(r, "a"))',
            ([{"a": 1.25}],),
        ),
        ("(n: Optional[Int]) -> unfold(2, n, (m: Optional[Int]) -> m)", (None,)),
        ("(rows: List[Record{a: Int}]) -> is_subset(rows, rows)", ([{"a": 1}],)),
    ],
)
def test_python_of_what_was_drawn_can_be_run(text: str, arguments: tuple[Any, ...]) -> None:
    program = parse(text)
    assert run(program.python(), arguments) == program(*arguments)


def test_python_of_a_pattern_that_there_is_not_raises() -> None:
    program = parse('(day: Date) -> write_date(day, "H:mm")')
    with pytest.raises(Undefined):
        program(date(2021, 3, 4))
    with pytest.raises(ValueError, match="a date has no H"):
        run(program.python(), (date(2021, 3, 4),))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(xs: List[Record{a: Int}]) -> sort(xs)", [{"a": 2}, {"a": 1}]),
        ("(xs: List[Optional[Int]]) -> grade(xs)", [2, None]),
        ('(xs: List[Int]) -> sorted_by(xs, (x: Int) -> record("a", x))', [2, 1]),
    ],
)
def test_what_has_no_order_is_undefined(text: str, value: list[Any]) -> None:
    with pytest.raises(Undefined, match=r"'<' not supported|no order"):
        parse(text)(value)
