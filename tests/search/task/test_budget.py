"""What a search may spend: limits are kept, and under a candidate budget the clock decides nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.search.task.budget import CHUNK, LEAST_MEASURED, RATES, TRIFLE, Budget

PHASES = st.sampled_from(sorted(RATES))


def of_candidates(most: int, spent: int = 0, **more: Any) -> Budget:
    return Budget(timeout=None, max_candidates=most, memory=10**8, candidates=spent, **more)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as a list of one number that a test sets."""
    now = [50.0]
    monkeypatch.setattr("induce.search.task.budget.time.perf_counter", lambda: now[0])
    return now


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_work_is_cut_at_what_is_left(most: int, spent: int, work: int) -> None:
    left = of_candidates(most, spent).at_most(work)
    assert left == min(work, max(most - spent, 0))
    assert Budget(None, None, 0, candidates=spent).at_most(work) == work


@given(st.integers(0, 500_000), st.integers(0, 500_000), st.integers(1, 9), PHASES)
def test_calls_side_by_side_share_what_is_left(most: int, spent: int, count: int, phase: str) -> None:
    budget = of_candidates(most, spent)
    quotas = budget.quotas(phase, count)
    assert len(quotas) == count
    assert sum(quotas) == budget.at_most(count * CHUNK)
    assert quotas == sorted(quotas, reverse=True)
    assert all(0 <= quota <= CHUNK for quota in quotas)


@given(PHASES, st.integers(1, 10**7), st.floats(0.001, 10))
def test_under_a_candidate_budget_speed_decides_nothing(phase: str, candidates: int, seconds: float) -> None:
    fast, slow = of_candidates(10**8), of_candidates(10**8)
    fast.note(phase, candidates, seconds / 1000)
    slow.note(phase, candidates, seconds)
    assert fast.quota(phase) == slow.quota(phase)
    assert fast.effort == slow.effort
    for work in (TRIFLE + 1, 10**7, 10**9):
        assert fast.affords(phase, work, 0.6) == slow.affords(phase, work, 0.6)


def test_candidates_are_counted_over_all_phases_and_searches() -> None:
    budget = of_candidates(100)
    budget.note("store", 30, 0.1)
    budget.note("match", 20, 0.1)
    budget.others = 7
    assert (budget.candidates, budget.total) == (50, 57)
    assert budget.at_most(10**6) == 43
    assert budget.stopped_by() is None
    budget.others = 50
    assert budget.stopped_by() == "candidates"


def test_time_ends_a_search_and_an_interrupt_before_it(clock: list[float]) -> None:
    budget = Budget(timeout=2.0, max_candidates=None, memory=0, started=50.0)
    clock[0] = 51.9
    assert budget.stopped_by() is None
    clock[0] = 52.0
    assert budget.stopped_by() == "time"
    budget.max_candidates = 0
    assert budget.stopped_by() == "candidates"
    budget.interrupted = True
    assert budget.stopped_by() == "interrupted"


def test_a_rate_is_measured_once_there_was_time_enough() -> None:
    budget = Budget(timeout=10, max_candidates=None, memory=0)
    assert budget.rate("match") == RATES["match"]
    budget.note("match", 1000, LEAST_MEASURED / 2)
    assert budget.measured("match") is None
    budget.note("match", 3000, LEAST_MEASURED)
    assert budget.measured("match") == budget.rate("match") == pytest.approx(4000 / (1.5 * LEAST_MEASURED))
    assert budget.rate("store") == RATES["store"]
    assert budget.quota("match") == pytest.approx(0.02 * budget.rate("match"), abs=1)


def test_effort_is_time_at_the_assumed_rates() -> None:
    budget = Budget(timeout=10, max_candidates=None, memory=0)
    budget.note("match", int(RATES["match"]), 99.0)
    budget.note("edits", int(RATES["edits"]) // 2, 0.0)
    assert budget.effort == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("budget", "work", "affords"),
    [
        (of_candidates(0), TRIFLE, True),
        (of_candidates(100_000, 20_000), 48_000, True),
        (of_candidates(100_000, 20_000), 48_001, False),
        (of_candidates(100_000, 20_000, share=0.5), 24_000, True),
        (of_candidates(100_000, 20_000, share=0.5), 24_001, False),
        (of_candidates(100_000, 10_000, others=10_000), 48_001, False),
        (Budget(None, None, 0), 10**15, True),
    ],
)
def test_what_is_afforded_is_a_share_of_what_is_left(budget: Budget, work: int, affords: bool) -> None:
    assert budget.affords("store", work, 0.6) == affords


def test_time_that_is_left_is_weighed_by_the_rate(clock: list[float]) -> None:
    budget = Budget(timeout=10, max_candidates=None, memory=0, started=50.0)
    clock[0] = 56.0
    work = 0.5 * 4 * RATES["store"]
    assert budget.affords("store", work, 0.5)
    assert not budget.affords("store", work + 10, 0.5)


def test_searches_that_take_turns_share_the_limits(clock: list[float]) -> None:
    budget = Budget(timeout=10, max_candidates=1000, memory=500, started=50.0, candidates=300)
    clock[0] = 54.0
    beside = budget.beside(share=0.3, memory=40)
    assert (beside.timeout, beside.max_candidates, beside.memory, beside.share) == (10, 1000, 40, 0.3)
    assert beside.started == budget.started
    assert beside.candidates == 0
    first = budget.first(0.25)
    assert (first.timeout, first.max_candidates, first.memory, first.started) == (2.5, 250, 500, 50.0)


def test_a_search_within_gets_what_is_left_at_most(clock: list[float]) -> None:
    budget = Budget(timeout=10, max_candidates=1000, memory=500, started=50.0, candidates=300)
    clock[0] = 54.0
    part = budget.part(5000, 900)
    assert (part.timeout, part.max_candidates, part.memory, part.candidates) == (6.0, 700, 250, 0)
    assert budget.part(50, 200).memory == 200
    assert budget.part(50, 400).max_candidates == 50
    clock[0] = 99.0
    assert budget.part(50, 400).timeout == 0.0


def test_whoever_cancels_a_search_cancels_its_parts() -> None:
    asked: list[bool] = []
    budget = Budget(timeout=100, max_candidates=None, memory=10**6, cancelled=lambda: bool(asked))
    with budget.portion(0.5) as part:
        parts = [part, budget.first(0.5), budget.beside(share=0.5, memory=10), budget.part(10, 10), *budget.shares(2)]
        watches = [one.watch(0.9) for one in parts]
        assert [one.stopped_by() for one in parts] == [None] * len(parts)
        assert not any(watch() for watch in watches)
        asked.append(True)
        assert {one.stopped_by() for one in parts} == {"interrupted"}
        assert all(watch() for watch in watches)
        assert not any(one.leaves(-1) for one in parts)
