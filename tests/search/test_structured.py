"""Tasks with structure: parts that are searched for, put together, and the time that they have together."""

from __future__ import annotations

import pytest

from induce import InputError, synthesize
from induce.search.checking import TOO_LATE
from induce.search.task.budget import Budget

from .solving import solve

RECORDS = [({"name": "ada", "age": 3}, {"age": 4}), ({"name": "bo", "age": 5}, {"age": 6})]


def test_records_whose_time_is_over_before_their_size_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    is_over, asked = Budget.is_over, iter([False])  # The time is not over when the search is asked to begin.
    monkeypatch.setattr(Budget, "is_over", lambda self: next(asked, None) is None and is_over(self))
    result = synthesize(RECORDS, timeout=1e-6)
    assert (result.status, result.stats.stopped_by) == ("none", "time")
    assert result.reason == TOO_LATE


def test_parts_are_put_together_and_counted_together() -> None:
    result = solve(RECORDS, max_candidates=100_000, inputs=[{"name": "cy", "age": 9}])
    assert (result.status, result.predictions) == ("solved", [{"age": 10}])
    assert 0 < result.stats.candidates <= 100_000


def test_outputs_with_parts_may_not_be_wrong() -> None:
    with pytest.raises(InputError, match="noise: expected 0 where outputs are"):
        solve([*RECORDS, ({"name": "cy", "age": 7}, {"age": 8})], noise=1)
