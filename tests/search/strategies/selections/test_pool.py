"""Conditions on a number, as vectors over many numbers."""

from __future__ import annotations

from math import prod

import numpy as np

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import INT
from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.selections.pool import Pool
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.task import Task

NUMBER = Variable("x", INT)
NUMBERS = [*range(1, 60)]


def pool() -> Pool:
    problem = Problem.of(Task.from_examples([((n,), n % 5) for n in range(1, 8)]))
    search = Enumeration(problem, DefaultPrior(), Budget(timeout=None, max_candidates=100_000, memory=10**8))
    return Pool(search.context.subsearch, NUMBER, NUMBERS)


def test_vectors_say_what_the_interpreter_says() -> None:
    made = pool()
    conditions = made.conditions
    assert len(conditions) > 500
    assert (np.diff(conditions.costs) >= 0).all()
    for index in range(0, len(conditions), 97):
        body = made.expression(int(conditions.entries[index]))
        values = [evaluate(body, {"x": number}) for number in NUMBERS]
        assert conditions.values[index].tolist() == values


def test_it_has_what_people_ask_of_numbers() -> None:
    values = pool().conditions.values
    for wanted in (
        [str(n) == str(n)[::-1] for n in NUMBERS],
        [sum(d for d in range(1, n) if n % d == 0) > n for n in NUMBERS],
        [prod(map(int, str(n))) > sum(map(int, str(n))) for n in NUMBERS],
        [n & (n - 1) == 0 for n in NUMBERS],
    ):
        assert (values == np.array(wanted)).all(axis=1).any()
