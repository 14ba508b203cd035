"""What people ask about: inputs, their forms, and several of them together."""

from __future__ import annotations

from typing import Any

from induce import Task, synthesize
from induce.search.readings.predicates.subjects import listed_arguments, subjects_of
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

from ..texts.scenes import readings


def subjects(examples: list[tuple[Any, Any]]) -> list[str]:
    scene = Scene(Problem.of(Task.from_examples(examples)))
    return [", ".join(map(str, values)) for _, values in subjects_of(scene)]


def test_texts_are_looked_at_in_other_forms() -> None:
    assert len(subjects([("ab", True), ("c", False)])) == len(set(subjects([("ab", True), ("c", False)]))) == 4


def test_pairs_and_triples() -> None:
    assert len(subjects([((1, 2), True), ((2, 1), False)])) > 4
    assert len(subjects([((1, 2, 3), True), ((2, 1, 3), False)])) > 6 + 6


def test_the_items_of_pairs_are_asked_about() -> None:
    alike = subjects([([1, 2], True), ([2, 1], False)])
    others = subjects([([1, 2], True), ([2], False)])
    assert len(alike) > len(others)


def test_arguments_are_listed_for_a_number() -> None:
    assert list(readings(listed_arguments, [((3, 9, 5), 5), ((8, 1, 4), 4)]).values()) == [([3, 9, 5], [8, 1, 4])]
    assert not readings(listed_arguments, [((3, 9), 5), ((8, 1), 4)])
    assert not readings(listed_arguments, [((3, 9, 5), [5]), ((8, 1, 4), [4])])


def test_the_middle_of_three_and_the_largest_of_four() -> None:
    middle = [((3, 9, 5), 5), ((8, 1, 4), 4), ((2, 7, 10), 7), ((6, 6, 1), 6)]
    assert synthesize(middle, inputs=[(9, 2, 4)], max_candidates=200_000).predictions == [4]
    largest = [((3, 9, 5, 1), 9), ((8, 1, 4, 2), 8), ((2, 7, 10, 4), 10), ((1, 2, 3, 4), 4)]
    result = synthesize(largest, inputs=[(9, 2, 4, 11)], max_candidates=200_000)
    assert result.predictions == [11]
