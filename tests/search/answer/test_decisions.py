"""On how many examples decisions rest."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse
from induce.search.answer.decisions import lone_decisions
from induce.search.task.task import Task


@pytest.mark.parametrize(
    ("text", "inputs", "lone"),
    [
        ("(n: Int) -> if_else(n < 5, 1, 2)", [1, 9, 8], 1),
        ("(n: Int) -> if_else(n < 5, 1, 2)", [1, 2, 9, 8], 0),
        ("(n: Int) -> if_else(n < 5, 1, if_else(n < 7, 2, 3))", [1, 2, 6, 8, 9], 0),
        ("(n: Int) -> if_else(n < 5, 1, if_else(n < 0, 2, 3))", [1, 2, 6, 9], 1),
        ("(n: Int) -> n + 1", [1, 2], 0),
        ("(n: Int) -> if_else(7 // n < 2, 1, 2)", [0, 1, 2, 9, 8], 0),
    ],
)
def test_the_rarer_way_is_counted(text: str, inputs: list[int], lone: int) -> None:
    program = parse(text)
    examples = Task.from_examples([(n, 0) for n in inputs]).train
    assert lone_decisions(program.body, program.parameters, examples) == lone


def test_choices_within_a_loop_are_not_counted() -> None:
    program = parse("(xs: List[Int]) -> map(xs, (x: Int) -> if_else(x < 5, 1, 2))")
    examples = Task.from_examples([([1, 9], [1, 2]), ([2], [1])]).train
    assert lone_decisions(program.body, program.parameters, examples) == 0
