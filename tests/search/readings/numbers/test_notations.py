"""Spans and Roman numerals."""

from __future__ import annotations

from typing import Any

from induce import Task
from induce.search.readings.numbers.notations import write_notations
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def written(*examples: tuple[Any, str]) -> list[tuple[Any, ...]]:
    scene = Scene(Problem.of(Task.from_examples(list(examples))))
    return [reading.values for reading in write_notations(scene)]


def test_outputs_say_which_notation() -> None:
    assert written((4, "No. IV"), (9, "No. IX")) == [("IV", "IX")]
    assert written((4, "four"), (9, "nine")) == [("four", "nine")]
    assert written(([1, 2, 4], "1-2,4"), ([3], "3")) == [("1-2,4", "3")]
    assert written((4, "5"), (9, "10")) == []


def test_a_span_alone_is_read() -> None:
    assert written(("2-4", [2, 3, 4]), ("9-10", [9, 10])) == [([2, 3, 4], [9, 10])]  # type: ignore[arg-type]
    assert written(("2-4", [2, 4]), ("9-10", [9, 10])) == []  # type: ignore[arg-type]
