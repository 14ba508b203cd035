"""Conditions that people have a word for, as readings and as answers."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, Task, synthesize
from induce.search.readings.predicates.notions import idle_notions, notions
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

from ..texts.scenes import readings


@pytest.mark.parametrize(
    ("examples", "asked", "expected"),
    [
        ([("Otto", True), ("Tango", False), ("Noon", True), ("River", False), ("Kayak", True)], "Anna", True),
        ([("storm", True), ("cocoa", False), ("planet", True), ("erne", False), ("sky", True)], "banana", False),
        ([(8, True), (12, False), (64, True), (20, False), (1, True), (6, False)], 32, True),
        ([(19, True), (4, False), (7, True), (3, False), (10, True), (20, False)], 28, True),
        (
            [([2, 4, 6], True), ([1, 2, 4], False), ([10, 7, 4, 1], True), ([5, 5, 6], False), ([3, 3], True)],
            [1, 11, 21],
            True,
        ),
        (
            [
                (("1.2.3", "1.10.0"), True),
                (("2.0", "1.9.9"), False),
                (("1.0.10", "1.0.9"), False),
                (("0.9", "0.10"), True),
                (("5.1", "5.1"), False),
                (("3.4", "3.4.1"), True),
            ],
            ("2.11.0", "2.9"),
            False,
        ),
        (
            [(("tea", "ate"), True), (("tea", "tee"), False), (("no", "on"), True), (("a", "b"), False)],
            ("pan", "nap"),
            True,
        ),
        ([((5, 1, 9), True), ((0, 1, 9), False), ((12, 10, 11), False), ((10, 10, 20), True)], (7, 2, 7), True),
        ([("[a](b)", True), ("(a", False), ("((x))", True), ("(]", False), (")(", False)], "{[()]}", True),
    ],
)
def test_answers(examples: list[tuple[Any, bool]], asked: Any, expected: bool) -> None:
    assert synthesize(examples, inputs=[asked], max_candidates=200_000).predictions == [expected]


def test_the_printed_python_searches_by_a_pattern() -> None:
    examples = [("KX-204", True), ("kx-204", False), ("PQ-77", False), ("MN-318", True), ("ZT-950", True)]
    result = synthesize(examples, inputs=["AB-000", "AB-00"], max_candidates=100_000)
    assert result.predictions == [True, False]
    assert r'return re.fullmatch(r"[A-Z]{2}-\d{3}", s) is not None' in result.program.python()  # type: ignore[union-attr]


def test_what_is_the_same_everywhere_is_not_a_condition() -> None:
    found = readings(notions, [("ab", True), ("ba", False), ("abc", True)])
    assert found
    assert all(len(set(values)) == 2 for values in found.values())


def test_outputs_that_are_no_choice_are_left_alone() -> None:
    assert not readings(notions, [("ab", "x"), ("ba", "y"), ("abc", "z")])
    assert not readings(notions, [([1, 2], [2]), ([3], [4]), ([5], [6])])


def test_truth_values_beside_numbers_are_refused() -> None:
    with pytest.raises(InputError, match="mixed"):
        synthesize([("ab", True), ("ba", 0)])


def test_lengths_are_those_of_texts_as_they_are() -> None:
    examples = [("a-b", "even"), ("a, c d", "odd"), ("xy", "even"), ("no!", "even"), ("p q r", "odd"), ("seven", "odd")]
    assert not [one for one in readings(notions, examples) if "is_even(len(glue" in one or "is_even(len(lower" in one]


def test_notions_that_choose_the_same_for_all_that_is_asked_for_come_later() -> None:
    examples = [("anna", "x"), ("otto", "x"), ("river", "y"), ("tango", "y")]

    def split(inputs: list[str]) -> tuple[set[str], set[str]]:
        scene = Scene(Problem.of(Task.from_examples(examples, inputs=inputs)))
        first, later = ({str(one.body) for one in reader(scene)} for reader in (notions, idle_notions))
        return first, later

    every, none = split([])
    assert every
    assert not none
    first, later = split(["noon", "kayak", "level"])
    assert later
    assert first | later == every
    assert not first & later
