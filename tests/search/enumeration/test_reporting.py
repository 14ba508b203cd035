"""Whoever waits is told how far a search has come, and not too often."""

from __future__ import annotations

from itertools import pairwise

import pytest

from induce.search.enumeration.reporting import EVERY, Reporter
from induce.search.task.budget import Budget
from induce.search.task.settings import Progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as a list of one number that a test sets."""
    now = [100.0]
    monkeypatch.setattr("induce.search.task.budget.time.perf_counter", lambda: now[0])
    return now


def test_reports_are_told_apart_by_time(clock: list[float]) -> None:
    told: list[Progress] = []
    budget = Budget(None, None, 0, started=100.0)
    reporter = Reporter(budget, told.append)
    for tenth in range(31):
        clock[0] = 100 + tenth * EVERY / 3
        reporter.tell("match", level=tenth, stored=2)
    assert 7 <= len(told) <= 10
    assert all(after.seconds - before.seconds > EVERY for before, after in pairwise(told))


def test_a_report_says_what_is_so(clock: list[float]) -> None:
    told: list[Progress] = []
    budget = Budget(None, None, 0, started=100.0, candidates=7, others=5)
    reporter = Reporter(budget, told.append)
    clock[0] = 102.5
    reporter.tell("store", level=3, stored=11)
    assert told == [Progress(level=3, candidates=12, stored=11, seconds=2.5, phase="store")]


def test_nobody_has_to_listen(clock: list[float]) -> None:
    reporter = Reporter(Budget(None, None, 0, started=0.0), None)
    reporter.tell("match", level=1, stored=0)
    assert reporter._last == 0.0
