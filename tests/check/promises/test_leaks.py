"""What is left behind is seen, and a search that fails ends no other."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from induce.check.promises import leaks
from induce.check.promises.leaks import Outcome


def test_memory_and_files_that_stay_are_told() -> None:
    kept: list[object] = []

    def step(_: int) -> list[Outcome]:
        kept.append(bytearray(b"x" * (leaks.MOST_GROWN // 2)))
        kept.append(open(__file__))  # noqa: SIM115 - it is to stay open
        return [Outcome()]

    tally = leaks._repeated(Random(1), 8, step)
    assert tally.cases == 8
    assert len(tally.faults) == 2
    assert leaks._repeated(Random(1), 8, lambda _: [Outcome()]).faults == ()


def test_a_small_search_is_the_same_again() -> None:
    assert leaks.told(5) == leaks.told(5) != Outcome("None")


@pytest.mark.parametrize("way", range(1, 4))  # Other processes know nothing of what is put in a place.
def test_what_a_search_raises_is_a_fault_of_it_alone(way: int, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0

    def fail(*_: Any, **__: Any) -> Any:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyError("x")

    monkeypatch.setattr(leaks, "solve", fail)
    for name in ("SEARCHES", "FEW", "KEPT"):
        monkeypatch.setattr(leaks, name, 4)
    tally = leaks.batch(way)
    assert tally.cases >= 4
    (fault,) = tally.faults
    assert fault.startswith("the search of seed ")
    assert fault.endswith(": KeyError('x')")


def test_one_run_takes_each_way_once() -> None:
    assert leaks.PROMISE.goal == 2640
    assert leaks.summary((3.5 * 2**20,)) == "memory grows by 3.5 MB in the second half of 2,000 searches"
