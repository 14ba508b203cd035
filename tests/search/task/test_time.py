"""What a search does with its time: nothing once it is over, and shorter calls where values are long."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Task, synthesize
from induce.composition import solve
from induce.search.options import SearchOptions
from induce.search.task.budget import CHUNK, USUAL_WORDS, Budget, Pace


def test_nothing_is_searched_once_reading_has_taken_the_time() -> None:
    task = Task.from_examples([("ab", "a"), ("cd", "c")])
    result = solve(task, SearchOptions(timeout=1.0), warn=lambda _: None, spent=1.0)
    assert (result.status, result.stats.stopped_by, result.stats.candidates) == ("none", "time", 0)


@pytest.mark.parametrize("most", [None, 10**6])
def test_calls_are_shorter_where_values_are_long(most: int | None) -> None:
    usual, long = (Budget(timeout=1.0, max_candidates=most, memory=10**8) for _ in range(2))
    usual.words, long.words = USUAL_WORDS, 1000 * USUAL_WORDS
    assert usual.quota("store") == CHUNK
    assert 4 <= long.quota("store") < CHUNK // 100
    assert sum(long.quotas("match", 4)) <= 4 * long.quota("match")


def test_calls_side_by_side_take_as_long_as_one() -> None:
    budget = Budget(timeout=1.0, max_candidates=None, memory=10**8)
    assert sum(budget.quotas("match", 4)) == budget.quota("match")


def test_a_kind_of_call_that_turns_out_slow_has_few_candidates() -> None:
    budget = Budget(timeout=100.0, max_candidates=None, memory=10**8)
    assert Pace(budget, "deduce").quota() == budget.quota("deduce"), "values are short"
    budget.words = 100 * USUAL_WORDS
    pace = Pace(budget, "deduce")
    first = pace.quota()
    pace.note(first, 1e-4)
    assert first < pace.quota() <= budget.quota("deduce")
    pace.note(pace.quota(), 10.0)
    assert pace.quota() <= first


def test_under_a_candidate_budget_no_pace_looks_at_the_clock() -> None:
    budget = Budget(timeout=100.0, max_candidates=10**6, memory=10**8, words=100 * USUAL_WORDS)
    pace = Pace(budget, "deduce")
    quotas = [pace.quota()]
    for seconds in (1e-5, 10.0):
        pace.note(1, seconds)
        quotas.append(pace.quota())
    assert len(set(quotas)) == 1


def test_some_time_is_kept_back_for_what_follows_a_search() -> None:
    budget = Budget(timeout=20.0, max_candidates=None, memory=10**8)
    with budget.keeping_back(1000):
        assert budget.timeout == pytest.approx(19.9)
    with budget.keeping_back(10**6):
        assert budget.timeout == pytest.approx(18.5)
    with budget.keeping_back(10**9):
        assert budget.timeout == pytest.approx(12.0)
    assert budget.timeout == pytest.approx(20.0)


def rows(count: int) -> list[dict[str, Any]]:
    return [{"name": f"n{number % 7}", "price": 31 * number % 97, "tags": [number, 2]} for number in range(count)]


def test_large_tables_are_given_up_in_time() -> None:
    examples = [(rows(count), [[count, 7], [3, count]]) for count in (300, 301, 302, 303, 304, 305)]
    assert synthesize(examples, timeout=0.1).stats.seconds < 2.0
