"""What values can be read as: readings are kept once, and are defined where they have to be."""

from __future__ import annotations

from induce import Task
from induce.dsl.core.expression import Expression, Literal, call
from induce.dsl.core.types import INT, STR
from induce.dsl.language.language import BUILTIN
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

TASK = Task.from_examples([("7", 8), ("12", 1300)], inputs=["x"])


def number(scene: Scene) -> Expression:
    return call(BUILTIN.vocabulary["to_number"], scene.problem.parameters[0])


def test_values_are_in_the_order_of_the_search() -> None:
    scene = Scene(Problem.of(TASK))
    reading = scene.read(number(scene))
    assert reading is not None
    assert dict(zip(reading.values, scene.outputs, strict=True)) == {7: 8, 12: 1300}


def test_a_reading_is_kept_once() -> None:
    scene = Scene(Problem.of(TASK))
    reading = scene.read(number(scene), extra=3)
    assert reading is not None
    assert scene.add(reading)
    assert not scene.add(reading)
    assert scene.of_type(INT) == [reading]
    assert len(scene.of_type(STR, INT)) == 2


def test_what_is_undefined_is_no_reading() -> None:
    scene = Scene(Problem.of(TASK))
    mark = Literal("-", STR)
    assert scene.read(call(BUILTIN.vocabulary["before"], scene.problem.parameters[0], mark)) is None


def test_a_reading_may_be_undefined_on_what_is_to_be_predicted() -> None:
    scene = Scene(Problem.of(TASK))
    assert scene.read(number(scene))
    assert not scene.foretells(number(scene))
