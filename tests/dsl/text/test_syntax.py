"""The concrete syntax: print-parse-print, and errors that point at the place."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse
from induce.dsl.text.parser import ProgramError


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


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("(xs: List[Int]) -> revers(xs)", "unknown primitive revers; did you mean reverse?", 20),
        ("(xs: List[Int]) -> reverse(ys)", "unknown variable ys", 28),
        ("(xs: List[Int]) -> upper(xs)", "upper takes (Str) -> Str, not (List[Int])", 20),
        ("(xs: List[Real]) -> xs", "unknown type Real", 11),
        ("(xs: List[Int], xs: Int) -> xs", "two parameters are called xs", 17),
        ("(xs: List[Int]) -> xs +", "the program ends too early", 24),
        ("(xs: List[Int]) -> xs ? 2", "'?' is not expected here", 23),
        ("(n: Int) -> n + 99999999999999999999", "an integer outside of +-2^53", 17),
        ("(n: Int) -> [1, true]", "mixed", 13),
        ("(n: Int) -> [n]", "constants only", 13),
        ("", "the program ends too early", 1),
        ("(xs: List[Int]) -> map(xs, (xs: Int) -> xs)", "two parameters are called xs", 29),
        ("(xs: List[Int]) -> fold(xs, 0, (x: Int, x: Int) -> x)", "two parameters are called x", 41),
        ("(xs: List[Int]) -> map(xs, (x: Int) -> xx)", "unknown variable xx; did you mean", 40),
        ("(xs: List[Int]) -> map(map(xs, (v: Int) -> v), (w: Int) -> v)", "unknown variable v", 60),
        ("(xs: List[Int]) -> map(xs, (x: Bool) -> x)", "not (List[Int], (Bool) -> Bool)", 20),
        ("(xs: List[Int]) -> map(xs, 3)", "map takes (List[t], (t) -> u) -> List[u], not (List[Int], Int)", 20),
        ("(xs: List[Int]) -> reverse((x: Int) -> x)", "reverse takes (s) -> s, not ((Int) -> Int)", 20),
        ("(xs: List[Int]) -> (x: Int) -> x", "a function is written as an argument of a primitive only", 22),
        ("(xs: List[Int]) -> each.map(xs, (x: Int) -> x)", "does not go with each", 25),
    ],
)
def test_an_error_points_at_its_place(text: str, message: str, column: int) -> None:
    with pytest.raises(ProgramError) as caught:
        parse(text, exact=False)
    assert message in str(caught.value)
    assert (caught.value.line, caught.value.column) == (1, column)


def test_nesting_has_a_limit() -> None:
    with pytest.raises(ProgramError, match="nested too deeply"):
        parse(f"(xs: List[Int]) -> {'reverse(' * 300}xs{')' * 300}")


def test_length_has_a_limit() -> None:
    with pytest.raises(ProgramError, match="characters"):
        parse("(n: Int) -> " + "1 + " * 100_000 + "1")
