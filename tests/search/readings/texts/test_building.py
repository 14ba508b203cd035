"""What readers of texts share."""

from __future__ import annotations

from induce import Task
from induce.dsl.core.expression import Literal
from induce.dsl.core.types import STR
from induce.search.cost.literals import constant_cost
from induce.search.readings.scene.applying import applied
from induce.search.readings.scene.scene import Reading, Scene
from induce.search.readings.texts.building import (
    cuts_of,
    given_texts,
    is_of_use,
    items_of,
    marks_of,
    priced,
)
from induce.search.task.problem import Problem


def scene_of(*examples: tuple[object, object]) -> Scene:
    return Scene(Problem.of(Task.from_examples(list(examples))))


def test_texts_are_read_for_texts_alone() -> None:
    assert len(given_texts(scene_of(("a", "b")))) == 1
    assert len(given_texts(scene_of(("a", ["b"])))) == 1
    assert not given_texts(scene_of(("a", 1)))


def test_a_value_is_of_use_where_it_stands_in_every_output() -> None:
    assert is_of_use(["ab", "c"], ["xABx", "c"])
    assert is_of_use(["ab"], [["x", "ab"]])
    assert not is_of_use(["ab"], [["a", "b"]])
    assert not is_of_use(["ab", "c"], ["ab", "d"])
    assert not is_of_use([""], ["a"])


def test_a_constant_has_the_price_that_it_is_given() -> None:
    assert constant_cost("a long pattern", STR) + priced("a long pattern", 3) == 3


def test_only_items_that_all_lists_have_are_read() -> None:
    rows = Reading(Literal([], STR), (["a", "b"], ["c", "d", "e"]), extra=-4)
    scene = scene_of(("a b", "a"), ("c d e", "c"))
    rows = Reading(applied("words", scene.problem.parameters[0]), rows.values, rows.extra)
    found = {reading.body.arguments[1].value: reading for reading in items_of(rows)}  # type: ignore[union-attr]
    assert {place: reading.values for place, reading in found.items()} == {
        0: ("a", "c"), -1: ("b", "e"), 1: ("b", "d"), -2: ("a", "d"),
    }  # fmt: skip
    assert all(reading.extra == -4 for reading in found.values())


def test_texts_are_cut_at_the_marks_that_all_of_them_have() -> None:
    assert marks_of(["a-b-c,d", "e-f,g!"]) == ["-", ","]
    scene = scene_of(("a-b", "b"), ("c-d!", "d!"))
    values = [reading.values for reading in cuts_of(scene)]
    assert values[0] == tuple(example.inputs[0] for example in scene.problem.examples)
    assert {frozenset(one) for one in values[1:]} == {frozenset({"a", "c"}), frozenset({"b", "d!"})}
    assert all(scene.read(reading.body).values == reading.values for reading in cuts_of(scene))  # type: ignore[union-attr]


def test_a_primitive_is_applied_to_expressions() -> None:
    assert str(applied("before", Literal("a-b", STR), "-").type) == "Str"
