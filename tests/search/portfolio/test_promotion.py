"""What a guide takes for parts of the program becomes cheap in its search, and costs what it did in the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from induce.dsl.core.layout import decode
from induce.dsl.program import parse
from induce.search.components import Components
from induce.search.cost.costs import Costs
from induce.search.cost.prior import DefaultPrior, Prior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.options import SearchOptions
from induce.search.portfolio import promotion
from induce.search.portfolio.promotion import PROMOTED, PROMOTED_COST, promoted
from induce.search.synthesis import solve_task
from induce.search.task.problem import Problem
from induce.search.task.task import Task
from induce.search.task.values import Values

from ..searches import search_of

MEANT = "(xs: List[Int]) -> reverse(running_max(sort(xs) * xs)) - len(xs)"
PART = "(xs: List[Int]) -> sort(xs) * xs"
INPUTS = ([5, 3, 9, 9, 1], [2, 2, 8, 4, 7, 11], [10, 6, 6, 3], [14, 1, 0, 5, 5, 8], [3, 12, 4])


class Judging:
    """A guide that knows no better costs, and takes a value for a part if it is that of a program."""

    def __init__(self, part: str | None) -> None:
        self.part, self.seen = None if part is None else parse(part), 0

    def prior(self, task: Task, usual: Prior) -> Prior:
        return usual

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        self.seen += sum(len(one.entries) for one in values)
        if self.part is None:
            return None
        wanted = [self.part(*example.inputs) for example in task.train]
        return np.array([float(value == wanted) for one in values for value in told(one)])


def told(values: Values) -> list[list[Any]]:
    """The values of each entry."""
    return [
        [decode(words[:length].tolist(), values.type) for words, length in zip(*entry, strict=True)]
        for entry in zip(values.words, values.lengths.tolist(), strict=True)
    ]


def task_of(text: str) -> Task:
    program = parse(text)
    return Task.from_examples([(xs, program(xs)) for xs in INPUTS])


def grown(task: Task) -> Enumeration:
    search, _ = search_of([(example.inputs[0], example.output) for example in task.train])
    return search


def test_the_likeliest_values_are_promoted() -> None:
    task = task_of("(xs: List[Int]) -> reverse(sort(xs) * 3)")
    terminals = promoted(grown(task), Judging("(xs: List[Int]) -> sort(xs)"))
    assert len(terminals) == PROMOTED
    first = terminals[0]
    assert first.body == parse("(xs: List[Int]) -> sort(xs)").body
    assert first.cost == PROMOTED_COST
    assert first.values == [sorted(xs) for (xs,) in (example.inputs for example in Problem.of(task).examples)]


def test_a_guide_without_a_word_promotes_nothing() -> None:
    task = task_of("(xs: List[Int]) -> reverse(sort(xs) * 3)")
    assert promoted(grown(task), Judging(None)) == []


def test_only_so_many_values_are_looked_at() -> None:
    task, guide = task_of("(xs: List[Int]) -> reverse(sort(xs) * 3)"), Judging(None)
    promoted(grown(task), guide)
    assert 0 < guide.seen <= promotion.LOOKED_AT


def test_a_part_that_is_recognised_brings_its_program_into_reach() -> None:
    task, parts = task_of(MEANT), ["edits", "loops", "remainders", "reweighting"]
    options = SearchOptions(timeout=None, max_candidates=1_500_000, without=parts)
    assert solve_task(task, options, Components(guide=Judging(None))).status != "solved"
    result = solve_task(task, options, Components(guide=Judging(PART)))
    assert result.status == "solved"
    costs = Costs(task, DefaultPrior())
    assert all(one.program and one.cost == costs.of_whole(one.program.body) for one in result.found)
