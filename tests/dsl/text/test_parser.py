"""Program texts are read; what is none is told with its place."""

from __future__ import annotations

import pickle

import pytest

from induce.dsl.program import parse
from induce.dsl.text.parser import ProgramError


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


def test_an_integer_has_a_limit() -> None:
    assert parse(f"(n: Int) -> n + {'1' * 4300}")(0) == int("1" * 4300)
    with pytest.raises(ProgramError, match="an integer of 4301 digits; expected at most 4300"):
        parse(f"(n: Int) -> n + {'1' * 4301}")


def test_length_has_a_limit() -> None:
    with pytest.raises(ProgramError, match="characters"):
        parse("(n: Int) -> " + "1 + " * 100_000 + "1")


def test_an_error_goes_through_pickle() -> None:
    """Else a pool of processes breaks down at the first one."""
    with pytest.raises(ProgramError) as raised:
        parse("(n: Int) -> foo(n)")
    copy = pickle.loads(pickle.dumps(raised.value))
    assert (str(copy), copy.line, copy.column, copy.told) == (
        str(raised.value), raised.value.line, raised.value.column, raised.value.told,
    )  # fmt: skip
