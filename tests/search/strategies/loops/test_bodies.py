"""The examples of a body."""

from __future__ import annotations

from induce import parse
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT
from induce.search.strategies.loops.bodies import Row, consistent, gives, spread


def test_rows_are_kept_once_and_do_not_contradict_each_other() -> None:
    rows = [Row((1,), 2), Row((3,), 4), Row((1,), 2)]
    assert consistent(rows) == rows[:2]
    assert consistent([*rows, Row((3,), 5)]) == []
    assert consistent([Row((1,), 1), Row((True,), 2)]) == [Row((1,), 1), Row((True,), 2)]


def test_what_a_body_gives() -> None:
    body, variables = parse("(x: Int) -> 6 // x").body, [Variable("x", INT)]
    assert gives(body, variables, Row((2,), 3))
    assert not gives(body, variables, Row((2,), 4))
    assert not gives(body, variables, Row((0,), 0)), "it is undefined"


def test_different_outputs_come_first() -> None:
    rows = [Row((number,), number // 8) for number in range(24)]
    chosen = spread(rows, 6)
    assert {row.output for row in chosen} == {0, 1, 2}
    assert len(chosen) == len({row.inputs for row in chosen}) == 6
    assert spread(rows[:4], 6) == rows[:4]
