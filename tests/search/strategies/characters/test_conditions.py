"""Conditions that people ask of characters."""

from __future__ import annotations

import pytest

from induce.search.strategies.characters.conditions import classes, conditions
from induce.search.strategies.characters.positions import numbers_in

from .places import C, places_of


def holds_somewhere(text: str, where: list[int]) -> bool:
    """Whether a condition holds at just these positions of a text."""
    places = places_of(text)
    return any(numbers_in(places.truths(one)[1]) == where for one in conditions(places))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("tulip", [1, 3]),
        ("Aunt Bea", [0, 1, 6, 7]),
        ("a1 B", [0, 3]),
        ("banana", [1, 2, 3, 4, 5]),
        ("banana", [3, 4, 5]),
        ("abba cc", [1, 2, 5, 6]),
        ("orchid", [0, 2, 4]),
        ("orchid", [0, 5]),
        ("orchid", [0, 1, 2]),
        ("go on up", [0, 3, 6]),
        ("orchids", [0, 3, 6]),
    ],
)
def test_what_people_ask(text: str, where: list[int]) -> None:
    assert holds_somewhere(text, where)


def test_every_condition_is_another() -> None:
    found = list(conditions(places_of("ab")))
    assert len(found) == len(set(found))
    assert set(classes(C)) <= set(found)
