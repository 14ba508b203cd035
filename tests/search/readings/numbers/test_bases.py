"""Integers in other bases, names of columns, divisors of several."""

from __future__ import annotations

import math
from typing import Any

import pytest

from induce import Result, synthesize


def solved(function: Any, shown: list[Any], asked: list[Any]) -> Result:
    def output(value: Any) -> Any:
        return function(*value) if isinstance(value, tuple) else function(value)

    result = synthesize(
        [(value, output(value)) for value in shown], inputs=asked, timeout=None, max_candidates=1_000_000
    )
    assert result.predictions == [output(value) for value in asked], str(result.program)
    assert result.program is not None
    space: dict[str, Any] = {}
    exec(result.program.python(), space)
    for value in (*shown, *asked):
        assert space["solve"](*value if isinstance(value, tuple) else (value,)) == output(value)
    return result


NUMBERS = [5, 12, 133, 7, 100]


def _in_three(n: int) -> str:
    return (_in_three(n // 3) if n > 2 else "") + str(n % 3)


@pytest.mark.parametrize(
    "function",
    [
        lambda n: format(n, "b"),
        lambda n: format(n, "o"),
        lambda n: format(n, "x"),
        lambda n: format(n, "X"),
        bin,
        hex,
        oct,
        lambda n: format(n, "08b"),
        lambda n: "#" + format(n, "x"),
        _in_three,
    ],
)
def test_written(function: Any) -> None:
    solved(function, NUMBERS, [19, 64, 250])


@pytest.mark.parametrize("base", [2, 8, 16, 7])
def test_read(base: int) -> None:
    shown = ["101", "1100", "100001", "111", "10"]
    solved(lambda s: int(s, base), shown, ["1010", "110"])


def test_read_with_a_prefix() -> None:
    solved(lambda s: int(s, 16), ["0x1f", "0xa0", "0x33", "0x7"], ["0xff", "0x10"])


def test_numbers_side_by_side() -> None:
    """Colours, and bytes."""
    shown = ["#ff8000", "#00ff7f", "#102030", "#c0ffee"]
    solved(lambda s: [int(s[i : i + 2], 16) for i in (1, 3, 5)], shown, ["#0a0b0c", "#fedcba"])
    solved(lambda s: [*map(int, s)], ["0110", "10", "11101"], ["0011"])
    solved(lambda s: [*bytes.fromhex(s)], ["ff80", "0a0b0c", "7b"], ["00ff10"])


def test_a_base_may_be_given() -> None:
    shown = [(10, 2), (25, 5), (77, 8), (255, 16), (12, 3)]
    digits = "0123456789abcdef"

    def written(n: int, base: int) -> str:
        return (written(n // base, base) if n >= base else "") + digits[n % base]

    solved(written, shown, [(100, 7), (31, 16)])
    solved(int, [(written(*one), one[1]) for one in shown], [("21", 3), ("f0", 16)])


def test_columns_and_back() -> None:
    names = {1: "A", 5: "E", 26: "Z", 27: "AA", 53: "BA", 703: "AAA", 3: "C", 28: "AB"}
    numbers = {name: number for number, name in names.items()}
    solved(names.__getitem__, [1, 5, 26, 27, 53, 703], [3, 28])
    solved(numbers.__getitem__, ["A", "E", "Z", "AA", "BA", "AAA"], ["C", "AB"])


def test_each_code_in_binary() -> None:
    solved(lambda s: [format(ord(c), "08b") for c in s], ["go", "tree", "map"], ["pin"])


@pytest.mark.parametrize("function", [math.gcd, math.lcm])
def test_of_several(function: Any) -> None:
    solved(lambda xs: function(*xs), [[12, 18, 30], [8, 20], [9, 27, 6, 12], [35, 14]], [[24, 36, 60], [10, 4]])
    solved(function, [(12, 18, 30), (8, 20), (9, 27, 6, 12), (35, 14)], [(24, 36, 60), (10, 4)])


def test_digits_that_every_base_has_are_decimal() -> None:
    counted = [(3, "3 files"), (1, "1 file"), (5, "5 files"), (2, "2 files"), (7, "7 files"), (4, "4 files")]
    result = synthesize(counted, inputs=[11, 28], timeout=None, max_candidates=600_000)
    assert result.predictions == ["11 files", "28 files"]
