"""Programs are functions that check what they get and can say what they do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from induce.check.drawing.limits import short_loops
from induce.dsl.core.expression import Call, Undefined
from induce.dsl.program import Program, parse

from ..strategies import values
from .python.test_source import drawn_program

MULTIPLES = "(xs: List[Int], n: Int) -> compress(xs, xs % n == 0)"
MIXED = "(n: Int, s: Str, rows: List[List[Int]]) -> len(s) * n - max(each.sum(rows))"


def value_of(program: Program, arguments: tuple[Any, ...]) -> Any:
    """The value on an input, or the error that says that there is none."""
    try:
        return program(*arguments)
    except Undefined as error:
        return error


@pytest.mark.parametrize(
    ("text", "arguments", "value"),
    [
        (MULTIPLES, ([1, 2, 3, 4], 2), [2, 4]),
        (MIXED, (2, "abc", [[1], [2, 3]]), 1),
        ("(s: Str, p: Bool) -> if_else(p, upper(s), s)", ("ab", True), "AB"),
        ("(xs: List[Int]) -> xs", ([],), []),
        ("() -> true", (), True),
        ("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(xs))", ([],), 0),
    ],
)
def test_a_program_is_a_function(text: str, arguments: tuple[Any, ...], value: Any) -> None:
    program = parse(text)
    assert repr(program(*arguments)) == repr(value)
    assert str(program) == text


@pytest.mark.parametrize("arguments", [(), ([1],), ([1], 2, 3)], ids=len)
def test_the_number_of_arguments_is_checked(arguments: tuple[Any, ...]) -> None:
    program = parse(MULTIPLES)
    for action in (program, program.explain):
        with pytest.raises(TypeError, match=f"^the program takes 2 arguments, not {len(arguments)}$"):
            action(*arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((1, 1), "xs is to be List[Int], not 1"),
        (("12", 1), "xs is to be List[Int], not '12'"),
        ((None, 1), "xs is to be List[Int], not None"),
        ((("a",), 1), "xs is to be List[Int], not ['a']"),
        (([1, True], 1), "xs is to be List[Int], not [1, True]"),
        (([1, "a"], 1), "xs is to be List[Int], not [1, 'a']"),
        (([[1]], 1), "xs is to be List[Int], not [[1]]"),
        (([1], True), "n is to be Int, not True"),
        (([1], 1.0), "n is to be Int, not 1.0"),
        (([1], 2**53 + 1), "n is to be Int, not 9007199254740993"),
        ((["a"] * 1000, 1), f"xs is to be List[Int], not {str(['a'] * 1000)[:80]}"),
    ],
    ids=lambda part: str(part)[:40],
)
def test_the_types_of_the_arguments_are_checked(arguments: tuple[Any, ...], message: str) -> None:
    program = parse(MULTIPLES)
    for action in (program, program.explain):
        with pytest.raises(TypeError) as caught:
            action(*arguments)
        assert str(caught.value) == message


def test_what_cannot_be_printed_is_a_type_error_too() -> None:
    nested: Any = 0
    for _ in range(100_000):
        nested = [nested]
    for argument in (10**5000, nested):
        with pytest.raises(TypeError, match=r"^n is to be Int, not "):
            parse("(n: Int) -> n + 1")(argument)


@pytest.mark.parametrize(
    ("text", "arguments", "culprit"),
    [
        ("(xs: List[Int]) -> max(xs) + 1", ([],), "max"),
        ("(n: Int) -> 7 // n", (0,), "div"),
        ("(n: Int) -> n + 1", (2**53,), "add"),
        ("(xs: List[Int]) -> xs * xs", ([2, 2**30],), "mul"),
        ("(xs: List[Int]) -> if_else(len(xs) == 0, 0, max(tail(xs)))", ([5],), "max"),
    ],
)
def test_without_a_value_it_is_undefined(text: str, arguments: tuple[Any, ...], culprit: str) -> None:
    program = parse(text, exact=False)
    with pytest.raises(Undefined, match=f"^{culprit}: "):
        program(*arguments)
    last = program.explain(*arguments).steps[-1]
    assert last.text == text.partition(" -> ")[2]
    assert isinstance(last.value, Undefined)


def test_equal_is_what_reads_the_same() -> None:
    program = parse(MULTIPLES)
    assert program == parse(MULTIPLES.replace(" ", ""))
    assert hash(program) == hash(parse(MULTIPLES))
    others = [
        MULTIPLES.replace("0", "1"),
        MULTIPLES.replace("n:", "m:").replace("% n", "% m"),
        "(rows: List[List[Int]]) -> reverse(rows)",
        "(rows: List[List[Int]]) -> each.reverse(rows)",
        "(rows: List[List[Bool]]) -> each.reverse(rows)",
        "() -> empty[List[Int]]",
        "() -> empty[List[Bool]]",
        "() -> 1",
        "() -> true",
    ]
    assert len({program, *map(parse, others)}) == 1 + len(others)


def test_a_caller_cannot_change_a_program() -> None:
    program = parse("() -> [1, 2]")
    program().append(3)
    assert program() == [1, 2]
    assert str(program) == "() -> [1, 2]"


def test_size_counts_every_part() -> None:
    assert [parse(text).size for text in ("() -> 1", MULTIPLES, MIXED)] == [1, 7, 8]


def test_explain_shows_each_step_once_and_the_output_last() -> None:
    explanation = parse(MULTIPLES).explain([1, 2, 3, 4], 2)
    assert [(step.text, step.value) for step in explanation.steps] == [
        ("xs", [1, 2, 3, 4]),
        ("n", 2),
        ("xs % n", [1, 0, 1, 0]),
        ("xs % n == 0", [False, True, False, True]),
        ("compress(xs, xs % n == 0)", [2, 4]),
    ]
    assert str(explanation).splitlines() == [
        "xs                         =  [1, 2, 3, 4]",
        "n                          =  2",
        "xs % n                     =  [1, 0, 1, 0]",
        "xs % n == 0                =  [False, True, False, True]",
        "compress(xs, xs % n == 0)  =  [2, 4]",
    ]


def test_explain_on_an_undefined_input_shows_where_it_fails() -> None:
    steps = parse("(xs: List[Int]) -> max(xs) + len(xs)").explain([]).steps
    assert [(step.text, isinstance(step.value, Undefined)) for step in steps] == [
        ("xs", False),
        ("max(xs)", True),
        ("len(xs)", False),
        ("max(xs) + len(xs)", True),
    ]
    assert str(steps[-1].value).startswith("max: ")


def test_explain_shows_no_integer_that_python_does_not_print() -> None:
    text = str(parse("(n: Int) -> power(10, n) + 1").explain(10_000))
    assert text.endswith("=  what is too large to print (of type int)")


def test_explain_leaves_out_what_is_within_a_function() -> None:
    steps = parse("(xs: List[Int]) -> sum(map(xs, (x: Int) -> x * x)) + 1").explain([1, 2]).steps
    assert [(step.text, step.value) for step in steps] == [
        ("xs", [1, 2]),
        ("map(xs, (x: Int) -> x * x)", [1, 4]),
        ("sum(map(xs, (x: Int) -> x * x))", 5),
        ("sum(map(xs, (x: Int) -> x * x)) + 1", 6),
    ]


@pytest.mark.parametrize("text", ["() -> true", "(xs: List[Int]) -> [7, 7]", '(n: Int) -> "a"'])
def test_explain_shows_the_output_of_a_constant_program(text: str) -> None:
    program = parse(text)
    arguments = [[1]] if "xs" in text else [1] * len(program.parameters)
    steps = program.explain(*arguments).steps
    assert [step.value for step in steps] == [program(*arguments)]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_step_is_a_program_and_the_last_is_the_whole(data: st.DataObject) -> None:
    with short_loops():
        check_steps(drawn_program(data, loops=0.1), data)


def check_steps(program: Program, data: st.DataObject) -> None:
    assume(isinstance(program.body, Call))
    arguments = tuple(data.draw(values(parameter.type)) for parameter in program.parameters)
    before = repr(arguments)
    steps = program.explain(*arguments).steps
    assert repr(steps[-1].value) == repr(value_of(program, arguments))
    head = str(program).partition(" -> ")[0]
    for step in steps:
        assert repr(step.value) == repr(value_of(parse(f"{head} -> {step.text}", exact=False), arguments))
    assert repr(arguments) == before


def test_python_of_several_parameters() -> None:
    program = parse(MIXED)
    source = program.python("score")
    assert source.startswith("def score(n: int, s: str, rows: list[list[int]]) -> int:\n")
    assert program.python().replace("def solve(", "def score(") == source
    space: dict[str, Any] = {}
    exec(source, space)
    arguments = (2, "abc", [[1], [2, 3]])
    assert space["score"](*arguments) == program(*arguments) == 1


def test_a_program_is_shown_as_what_reads_it() -> None:
    program = parse('(s: Str) -> concat(s, "\'")')
    assert eval(repr(program), {"parse": parse}) == program
