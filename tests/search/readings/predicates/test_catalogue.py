"""The catalogue of notions: each is a condition with a cost of its own."""

from __future__ import annotations

import pytest

from induce.dsl.core.expression import Variable, free_variables
from induce.dsl.core.types import BOOL, INT, STR
from induce.dsl.program import parse
from induce.search.readings.predicates.catalogue import OF_INTEGERS, OF_LISTS, OF_TEXTS, conditions_on


@pytest.mark.parametrize("text", [text for _, text in OF_INTEGERS + OF_TEXTS + OF_LISTS])
def test_each_is_a_condition(text: str) -> None:
    assert parse(text).body.type == BOOL


@pytest.mark.parametrize("cost", [cost for cost, _ in OF_INTEGERS + OF_TEXTS + OF_LISTS])
def test_each_is_said_in_one_breath(cost: int) -> None:
    assert 0 < cost < 10


def test_they_are_about_what_is_asked() -> None:
    word, number = Variable("word", STR), Variable("count", INT)
    found = [body for _, body in conditions_on([word])]
    assert found
    assert all(free_variables(body) == {word} for body in found)
    assert not list(conditions_on([word, number]))


def test_the_cheapest_come_first() -> None:
    costs = [cost for cost, _ in conditions_on([Variable("word", STR)])]
    assert costs == sorted(costs)
