"""Ways to take a piece out of texts."""

from __future__ import annotations

from induce.dsl.program import Program
from induce.search.readings.scene.scene import Scene
from induce.search.readings.texts.extracting import extractions
from induce.search.task.problem import Problem
from induce.search.task.task import Task


def ways(texts: list[str], wanted: list[str]) -> set[str]:
    scene = Scene(Problem.of(Task.from_examples(list(zip(texts, wanted, strict=True)))))
    order = list(scene.outputs)
    found = list(extractions(scene, scene.readings[0], order))
    assert all(list(one.values) == order for one in found)
    return {str(Program(scene.problem.parameters, one.body)).partition(") -> ")[2] for one in found}


def test_words_are_counted_from_either_side() -> None:
    found = ways(["John Smith", "Li Na"], ["Smith", "Na"])
    assert {"last(words(s))", "at(words(s), 1)", 'after(s, " ")', 'after_last(s, " ")'} <= found
    assert "head(words(s))" not in found


def test_pieces_between_marks_and_numbers() -> None:
    found = ways(["GET /a: 200 12ms", "POST /b-c: 401 7ms"], ["200", "401"])
    assert {"at(words(s), 2)", "head(numbers(s))", "at(numbers(s), -2)"} <= found
    assert any("found" in one for one in found)


def test_several_marks_together() -> None:
    assert 'last(split(s, ": "))' in ways(["a:b: x y", "c: z w"], ["x y", "z w"])


def test_what_texts_do_not_hold_is_not_found() -> None:
    assert not ways(["a b", "c d"], ["B", "D"])
