"""Small functions of a few variables, each behaviour once, and choices between them."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce.dsl.core.expression import Undefined, Variable, evaluate, free_variables
from induce.dsl.core.primitive import UNDEFINED_ERRORS
from induce.dsl.core.types import BOOL, INT, STR
from induce.dsl.text.printer import print_expression
from induce.search.strategies.recurrences.steps import EARLIER_OF_SEQUENCES, Steps

from .small import steps_of

ACC, X = Variable("acc", INT), Variable("x", INT)
TEXT, LETTER = Variable("acc", STR), Variable("c", STR)


def rows() -> list[tuple[int, int]]:
    draw = random.Random(3)
    return [(draw.randint(-5, 20), draw.randint(-3, 9)) for _ in range(24)]


@pytest.fixture(scope="module")
def steps() -> Steps:
    return steps_of((ACC, X), rows(), INT)


@pytest.fixture(scope="module")
def of_texts() -> Steps:
    draw = random.Random(3)
    texts = ["", "a", "b", "ab", "ba", "abb", "bab"]
    return steps_of((TEXT, LETTER), [(draw.choice(texts), draw.choice("ab")) for _ in range(24)], STR)


def test_a_sum_is_among_them_at_its_cost(steps: Steps) -> None:
    assert "acc + x" in {print_expression(one.express()) for one in steps.of(INT, 4)}


def test_functions_do_what_their_expressions_say_and_use_their_variables(steps: Steps) -> None:
    for step in [one for type_ in (INT, BOOL) for one in steps.cheapest(type_, 300)]:
        body = step.express()
        used = [variable in free_variables(body) for variable in (ACC, X)]
        assert [step.needs(1), step.needs(2)] == used
        for row in rows()[:6]:
            expected: Any
            try:
                expected = evaluate(body, dict(zip(("acc", "x"), row, strict=True)))
            except Undefined:
                with pytest.raises(UNDEFINED_ERRORS):
                    step.run(row)
            else:
                assert step.run(row) == expected


def test_no_two_do_the_same_to_the_probes(steps: Steps) -> None:
    seen = [repr([one.run(row) for row in rows()]) for one in steps.cheapest(INT, 500)]
    assert len(seen) == len(set(seen))


def test_the_cheapest_come_first_and_use_what_is_asked_for(steps: Steps) -> None:
    found = steps.cheapest(INT, 50, places=2)
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert all(one.uses & 2 for one in found)


def test_choices_follow_that_the_bank_does_not_hold(of_texts: Steps) -> None:
    wanted = "if_else(ends_with(acc, c), init(acc), concat(acc, c))"
    cost = 6 + 7 + 4 + 5
    assert wanted not in {print_expression(one.express()) for one in of_texts.of(STR, cost)}
    early = of_texts.batches(STR, cost - EARLIER_OF_SEQUENCES, 3)
    steps = (of_texts.step(batch.cost, row) for batch in early for row in batch.rows.tolist())
    step = next(one for one in steps if print_expression(one.express()) == wanted)
    assert step.cost == cost
    assert [step.run(row) for row in [("ab", "b"), ("ab", "a"), ("", "a")]] == ["a", "aba", "a"]
