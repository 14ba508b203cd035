"""What the variables of printed Python are called."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.program import parse


@pytest.mark.parametrize(
    ("text", "header", "inputs", "expected"),
    [
        ("(max: List[Int]) -> max(max)", "def solve(max_: list[int]) -> int:", ([3, 5],), 5),
        ("(sum: List[Int], len: List[Int]) -> sum(sum) + len(len)", "sum_: list[int], len_", ([3, 5], [1]), 9),
        ("(zip: List[Int]) -> map(zipped(zip, zip), (p: Tuple[Int, Int]) -> part(p, 0))", "zip_", ([3],), [3]),
        ("(class: List[Int]) -> sum(class)", "class_", ([3, 5],), 8),
        ("(math: Int) -> gcd(math, 12)", "math_", (8,), 4),
        ("(max: List[Int], max_: Int) -> max(max) + max_", "max__: list[int], max_: int", ([3, 5], 1), 6),
        ("(max: List[Int]) -> map(max, (max_: Int) -> max_ - max(max))", "max__", ([3, 5],), [-2, 0]),
        ("(total: List[Int]) -> sum(total)", "def solve(total: list[int]) -> int:", ([3, 5],), 8),
    ],
)
def test_parameters_hide_nothing_of_python(text: str, header: str, inputs: tuple[Any, ...], expected: Any) -> None:
    program = parse(text)
    source = program.python()
    space: dict[str, Any] = {}
    exec(source, space)
    assert header in source
    assert space["solve"](*inputs) == program(*inputs) == expected
