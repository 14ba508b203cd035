"""Which functions read nothing but the parts of a tuple, and what the parts are called."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Call, Function
from induce.dsl.program import parse
from induce.dsl.python.unpacking import part_names, parts_read

from .test_source import run


def function_of(body: str) -> Function:
    program = parse(f"(xs: List[Int]) -> map(pairs_of(xs), (p: Tuple[Int, Int]) -> {body})").body
    assert isinstance(program, Call)
    function = program.arguments[1]
    assert isinstance(function, Function)
    return function


def test_parts_that_are_read() -> None:
    parts = parts_read(function_of("part(p, 1) * part(p, 1) - part(p, 0)"))
    assert parts is not None
    assert sorted(parts.values()) == [0, 1]
    assert parts_read(function_of("p")) is None
    assert parts_read(function_of("tuple(p, part(p, 0))")) is None


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("enumerated(chars(s))", ["i", "c"]),
        ("filter(pairs_of(xs), (p: Tuple[Int, Int]) -> part(p, 0) < 2)", ["x", "x"]),
        ("take(most_common(words(s)), 2)", ["word", "count"]),
        ("zipped(lines, indices(xs))", ["line", "i"]),
    ],
)
def test_names_say_what_the_parts_are(rows: str, names: list[str]) -> None:
    body = parse(f"(s: Str, xs: List[Int], lines: List[Str]) -> {rows}").body
    assert [pool[0] for pool in part_names(body)] == names


@pytest.mark.parametrize(
    "body",
    [
        "map(pairs_of(xs), (p: Tuple[Int, Int]) -> p)",
        "map(pairs_of(xs), (p: Tuple[Int, Int]) -> tuple(p, part(p, 0)))",
        "map(filter(enumerated(xs), (p: Tuple[Int, Int]) -> part(p, 0) > 0), (q: Tuple[Int, Int]) -> q)",
        "map(pairs_of(xs), (p: Tuple[Int, Int]) -> map(pairs_of(xs), (q: Tuple[Int, Int]) -> part(p, 0) - part(q, 1)))",
        "map(map(xs, (x: Int) -> tuple(x, x * x)), (p: Tuple[Int, Int]) -> part(p, 1) - part(p, 1) * part(p, 0))",
        "map(pairs_of(xs), (p: Tuple[Int, Int]) -> if_else(part(p, 0) > 1, sum(xs), part(p, 1) // part(p, 0)))",
        "sum_of(zipped(pairs_of(xs), xs), (p: Tuple[Tuple[Int, Int], Int]) -> part(part(p, 0), 1) - part(p, 1))",
    ],
)
def test_printed_programs_say_the_same(body: str) -> None:
    program = parse(f"(xs: List[Int]) -> {body}")
    for xs in ([3, 1, 2, 4], [5], []):
        assert run(program.python(), (xs,)) == program(xs), program.python()
