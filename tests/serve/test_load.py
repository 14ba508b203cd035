"""Many requests beside one another, with searches: some cancelled, some hostile in size."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from induce.check.serving import load
from induce.check.serving.load import faults


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_many_requests_are_answered_or_refused_and_leave_nothing_behind() -> None:
    assert [*faults(Random(1), requests=200)] == []


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_what_is_not_answered_in_time_or_grows_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "ANSWERED", {200})
    monkeypatch.setattr(load, "GROWTH", -(10**12))
    found = [*faults(Random(1), requests=8)]
    assert [fault for fault in found if fault.startswith("request ")]
    assert [fault for fault in found if fault.startswith("the server has grown by")]
