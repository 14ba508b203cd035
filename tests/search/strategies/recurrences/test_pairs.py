"""Recursions on a number."""

from __future__ import annotations

import random

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT
from induce.search.strategies.context.context import Known
from induce.search.strategies.recurrences.pairs import Recursions, beginnings, item

from .small import programs, steps_of

NUMBERS = [3, 6, 1, 9, 4]
N = Variable("n", INT)
NUMBER = Known(1, INT, NUMBERS, lambda: N)


def values(numbers: list[int]) -> list[int]:
    return [item(lambda row: row[1] + row[0] * row[2], 2, 1, n, ()) for n in numbers]


def test_items_begin_with_the_first_two() -> None:
    assert values([0, 1, 2, 3, 4]) == [2, 1, 5, 8, 28]


def test_examples_say_how_a_recursion_begins() -> None:
    found = beginnings([NUMBER], values(NUMBERS))
    assert {one.second for one in found} == {1}
    assert {one.first for one in found} == {0, 1, 2}
    assert [one.cost for one in found] == sorted(one.cost for one in found)


def test_numbers_that_are_negative_or_too_large_begin_nothing() -> None:
    assert not beginnings([Known(1, INT, [-1, 5], lambda: N), Known(1, INT, [3, 5000], lambda: N)], [1, 2])


def test_a_step_is_found_from_items_that_are_not_in_a_row() -> None:
    draw = random.Random(4)
    variables = (Variable("a", INT), Variable("b", INT), Variable("k", INT))
    steps = steps_of(variables, [tuple(draw.randint(0, 12) for _ in range(3)) for _ in range(24)], INT)
    wanted = values(NUMBERS)
    form = Recursions(wanted, steps, beginnings([NUMBER], wanted), [()] * len(NUMBERS))
    _, body = next(programs(form, 26))
    assert [evaluate(body, {"n": n}) for n in range(8)] == values(list(range(8)))
