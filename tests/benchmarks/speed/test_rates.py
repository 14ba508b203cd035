"""Rates are measured, or said not to be."""

from __future__ import annotations

import pytest

from induce.benchmarks.speed.rates import Rates, floor_rate, rates
from induce.benchmarks.speed.unsolvable import KINDS, unsolvable_task
from induce.search.task.budget import RATES, Budget


def test_a_phase_that_was_too_short_has_no_rate() -> None:
    budget = Budget(timeout=1.0, max_candidates=None, memory=1)
    budget.note("store", 1000, 0.01)
    assert budget.measured("store") is None
    assert budget.rate("store") == RATES["store"]
    budget.note("store", 1000, 0.09)
    assert budget.measured("store") == budget.rate("store") == 20_000


def test_rates_are_compared_with_plain_python() -> None:
    found = Rates(store=None, match=4e6, floor=2e4, entry=400.0, level=7, stored=1234)
    assert found.ratio(found.match) == 200
    assert found.ratio(found.store) is None


@pytest.mark.parametrize("kind", KINDS)
def test_tasks_of_every_kind_are_the_same_each_time_and_of_the_size_asked_for(kind: str) -> None:
    task = unsolvable_task(kind, examples=4)
    assert task == unsolvable_task(kind, examples=4)
    assert task != unsolvable_task(kind, examples=4, seed=2)
    assert len(task.train) == 4


def test_lists_have_the_length_asked_for() -> None:
    assert {len(example.inputs[0]) for example in unsolvable_task(length=32).train} == {32}


def test_a_search_without_an_answer_is_measured() -> None:
    found = rates(unsolvable_task(), 0.5)
    assert found.level > 1
    assert found.stored > 100
    assert found.floor > 0
    assert found.entry > 8 * 5
    assert found.store is None or found.store > 0


def test_plain_python_is_measured() -> None:
    assert 0 < floor_rate(unsolvable_task("text", examples=2), 1000) < 1e7
