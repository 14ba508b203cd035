"""Texts with units."""

from __future__ import annotations

from induce import Task
from induce.search.readings.numbers.measures import read_measures
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def read(*examples: tuple[str, int]) -> list[tuple[object, ...]]:
    scene = Scene(Problem.of(Task.from_examples(list(examples))))
    return [reading.values for reading in read_measures(scene)]


def test_units_are_counted_in_what_the_outputs_count_in() -> None:
    assert (26, 50) in read(("1 day 2 hours", 26), ("2 days 2 hours", 50))
    assert (1500, 20) in read(("1.5K", 1500), ("20", 20))


def test_unknown_units_are_not_read() -> None:
    assert read(("3 parsecs", 3), ("4 parsecs", 4)) == []
