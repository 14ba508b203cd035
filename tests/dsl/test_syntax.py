"""The concrete syntax: print-parse-print, and errors that point at the place."""

from __future__ import annotations

import pytest

from induce.dsl.syntax import ProgramError, parse


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
        ("(xs: List[Float]) -> xs", "unknown type Float", 11),
        ("(xs: List[Int], xs: Int) -> xs", "two parameters are called xs", 17),
        ("(xs: List[Int]) -> xs +", "the program ends too early", 24),
        ("(xs: List[Int]) -> xs ? 2", "'?' is not expected here", 23),
        ("(n: Int) -> n + 99999999999999999999", "an integer outside of +-2^53", 17),
        ("(n: Int) -> [1, true]", "mixed", 13),
        ("(n: Int) -> [n]", "constants only", 13),
        ("", "the program ends too early", 1),
    ],
)
def test_an_error_points_at_its_place(text: str, message: str, column: int) -> None:
    with pytest.raises(ProgramError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert (caught.value.line, caught.value.column) == (1, column)


def test_nesting_has_a_limit() -> None:
    with pytest.raises(ProgramError, match="nested too deeply"):
        parse(f"(xs: List[Int]) -> {'reverse(' * 300}xs{')' * 300}")


def test_length_has_a_limit() -> None:
    with pytest.raises(ProgramError, match="characters"):
        parse("(n: Int) -> " + "1 + " * 100_000 + "1")
