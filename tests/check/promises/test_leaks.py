"""What is left behind is seen."""

from __future__ import annotations

from random import Random

from induce.check.promises import leaks


def test_memory_and_files_that_stay_are_told() -> None:
    kept: list[object] = []

    def step(_: int) -> None:
        kept.append(bytearray(b"x" * (leaks.MOST_GROWN // 2)))
        kept.append(open(__file__))  # noqa: SIM115 - it is to stay open

    tally = leaks._repeated(Random(1), 8, step)
    assert tally.cases == 8
    assert len(tally.faults) == 2
    assert leaks._repeated(Random(1), 8, lambda _: None).faults == ()


def test_a_small_search_is_the_same_again() -> None:
    assert leaks.told(5) == leaks.told(5) != ""
