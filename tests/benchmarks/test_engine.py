"""Rates are measured, or said not to be."""

from __future__ import annotations

from induce.benchmarks.engine import Rates, rates
from induce.search.budget import RATES, Budget


def test_a_phase_that_was_too_short_has_no_rate() -> None:
    budget = Budget(timeout=1.0, max_candidates=None, memory=1)
    budget.note("store", 1000, 0.01)
    assert budget.measured("store") is None
    assert budget.rate("store") == RATES["store"]
    budget.note("store", 1000, 0.09)
    assert budget.measured("store") == budget.rate("store") == 20_000


def test_what_was_not_measured_is_not_printed_as_a_rate() -> None:
    assert str(Rates(None, 4.2e6, 7, 1234)) == (
        "store not measured, match 4.2 M candidates a second; level 7, 1,234 values stored"
    )


def test_a_search_without_an_answer_is_measured() -> None:
    found = rates(1.0)
    assert found.level > 1
    assert found.store is None or found.store > 0
