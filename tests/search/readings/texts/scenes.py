"""What readers find in examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from induce import Task
from induce.dsl.program import Program
from induce.search.readings.readings import Reader
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

Examples = Sequence[tuple[Any, Any]]


def readings(reader: Reader, examples: Examples) -> dict[str, tuple[Any, ...]]:
    """The readings as text, with their values in the order of the examples."""
    problem = Problem.of(Task.from_examples(list(examples)))
    found: dict[str, tuple[Any, ...]] = {}
    for reading in reader(Scene(problem)):
        assert reading.values == tuple(Scene(problem).read(reading.body).values)  # type: ignore[union-attr]
        text = str(Program(problem.parameters, reading.body)).partition(") -> ")[2]
        found[text] = tuple(reading.values[place] for place in problem.in_given_order)
    return found


def exact(reader: Reader, examples: Examples) -> list[str]:
    """The readings that have the outputs as their values."""
    outputs = tuple(output for _, output in examples)
    return [text for text, values in readings(reader, examples).items() if values == outputs]
