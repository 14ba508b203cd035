"""Expressions by the names of primitives."""

from __future__ import annotations

from induce.dsl.core.expression import evaluate
from induce.search.readings.scene.applying import applied, expression_of, over_rows


def test_constants_become_literals() -> None:
    assert evaluate(applied("concat", applied("to_text", 7), "!"), {}) == "7!"
    assert evaluate(over_rows("to_number", expression_of(["1", "2"])), {}) == [1, 2]
