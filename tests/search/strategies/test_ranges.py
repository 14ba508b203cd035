"""Ranges of a number, and where they begin."""

from __future__ import annotations

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT, STR
from induce.search.strategies.ranges import range_of

AGES = [(3, "child"), (11, "child"), (14, "youth"), (19, "youth"), (25, "adult"), (60, "adult")]


def starts(pairs: list[tuple[int, str]]) -> tuple[int, ...]:
    found = range_of([number for number, _ in pairs], [value for _, value in pairs])
    assert found is not None
    return found.starts


def test_thresholds_are_round() -> None:
    assert starts(AGES) == (12, 24) or starts(AGES) == (12, 20)
    assert starts([(1, "a"), (40, "a"), (60, "b"), (90, "b"), (101, "c"), (999, "c")]) == (50, 100)


def test_thresholds_are_at_equal_distances_if_that_is_possible() -> None:
    marks = [
        (45, "E"),
        (59, "E"),
        (62, "D"),
        (66, "D"),
        (71, "C"),
        (79, "C"),
        (83, "B"),
        (88, "B"),
        (91, "A"),
        (97, "A"),
    ]
    assert starts(marks) == (60, 70, 80, 90)


def test_distant_numbers_take_no_longer() -> None:
    assert starts([(0, "a"), (1, "a"), (10**15, "b"), (10**15 + 1, "b"), (10**15 + 2, "c"), (9 * 10**15, "c")])


def test_a_value_has_one_range() -> None:
    assert range_of([1, 2, 3, 4, 5, 6], ["a", "a", "b", "b", "a", "c"]) is None
    assert range_of([1, 1, 2, 3, 4, 5], ["a", "b", "b", "b", "c", "c"]) is None


def test_a_range_for_each_example_is_learning_by_heart() -> None:
    assert range_of([1, 2, 3, 4], ["a", "b", "c", "d"]) is None


def test_the_chain_says_what_the_examples_say() -> None:
    found = range_of([number for number, _ in AGES], [value for _, value in AGES])
    assert found is not None
    body = found.chain(Variable("n", INT), STR)
    assert [evaluate(body, {"n": number}) for number, _ in AGES] == [value for _, value in AGES]


def test_two_ranges_are_enough_if_they_are_asked_for() -> None:
    numbers, wanted = [31, 12, 25, 3], ["warm", "cold", "warm", "cold"]
    assert range_of(numbers, wanted) is None
    found = range_of(numbers, wanted, least=2)
    assert found is not None
    assert (found.values, found.starts) == (("cold", "warm"), (20,))
