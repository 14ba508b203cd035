"""Names that are not worth a statement, and statements of which nothing is left."""

from __future__ import annotations

import pytest

from induce import parse

IDLE = "iterate(x, true, (loop: Bool) -> loop)"


@pytest.mark.parametrize(
    ("text", "inputs"),
    [
        (f"(xs: List[Int]) -> fold(xs, 0, (acc: Int, x: Int) -> if_else({IDLE}, acc, acc))", [3, 1]),
        (f"(xs: List[Int]) -> fold(xs, 7, (acc: Int, x: Int) -> if_else({IDLE}, acc + x, acc))", [3, 1]),
        ("(xs: List[Int]) -> fold(xs, 5, (acc: Int, x: Int) -> acc)", [2, 2]),
        ("(xs: List[Int]) -> fold(xs, 5, (acc: Int, x: Int) -> x)", [2, 9]),
    ],
    ids=["nothing in it", "something beside it", "no step", "the last step"],
)
def test_a_loop_of_which_nothing_is_left_is_not_printed(text: str, inputs: list[int]) -> None:
    program = parse(text)
    space: dict[str, object] = {}
    source = program.python()
    exec(source, space)
    solve = space["solve"]
    assert callable(solve)
    assert [solve(xs) for xs in (inputs, [], inputs[:1])] == [program(xs) for xs in (inputs, [], inputs[:1])]
    assert "loop" not in source
