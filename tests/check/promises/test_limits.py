"""Which limits count as broken, and what is watched."""

from __future__ import annotations

import time
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from induce.check.drawing.strains import draw_strain
from induce.check.promises import limits
from induce.check.promises.limits import BESIDE, PROMISE, broken, draw_options, lateness, solve
from induce.check.watching.watcher import Taken, Watcher
from induce.search.options import SearchOptions


def test_what_is_late_or_large_is_told() -> None:
    options = SearchOptions(memory="100MB")
    assert [*broken(Taken(0.1, BESIDE), None, options)] == []
    assert [*broken(Taken(0.4, 0), None, options)] == ["0.40 s late"]
    assert len([*broken(Taken(0.0, BESIDE + 106 * 10**6), None, options)]) == 1


def test_what_a_search_raises_is_a_fault_of_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = 0

    def fail(*_: Any, **__: Any) -> Any:
        nonlocal searches
        searches += 1
        if searches == 3:  # The first one only loads everything.
            raise KeyError("x")
        return SimpleNamespace(stats=None)

    monkeypatch.setattr(limits, "SECONDS", 5.0)
    monkeypatch.setattr(limits, "solve", fail)
    tally = limits.batch(1)
    assert tally.cases == searches - 1 > 3
    assert [fault.rpartition(": ")[2] for fault in tally.faults] == ["KeyError('x')"]


def test_the_last_hundredth_is_judged() -> None:
    late = (0.0,) * 197 + (0.2,) * 3
    assert lateness(late) == (0.0, 0.2, 0.2)
    assert PROMISE.verdict(late) == ("99 of 100 searches are late by up to 0.20 s: expected 0.1 s",)
    assert PROMISE.verdict((0.0,) * 200) == ()


def test_a_watcher_sees_work_after_the_deadline_and_memory() -> None:
    with Watcher() as watcher:
        with watcher.watched(100.0) as early:
            pass
        with watcher.watched(0.05) as taken:
            kept = bytearray(b"x" * 80_000_000)
            end = time.process_time() + 0.5
            while time.process_time() < end:
                pass
    assert early.late == 0.0
    assert 0.1 < taken.late < 0.6
    assert taken.grown > 0.5 * len(kept)


def test_what_is_drawn_is_searched() -> None:
    draw = Random(3)
    strain, options = draw_strain(draw, 200), draw_options(draw)
    assert str(draw_strain(Random(3), 200)) == str(strain)
    assert solve(strain, SearchOptions(timeout=options.timeout, max_candidates=100)).stats.candidates <= 100
