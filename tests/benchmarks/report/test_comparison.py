"""What is won and lost between two runs, and when that is more than chance."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.benchmarks.report.comparison import compare, tail

from .rows import LETTERS, outcome, rows

STATUSES = st.text("".join(LETTERS), max_size=12)


def test_won_and_lost_tasks_are_named() -> None:
    found = compare(rows("ssfn"), rows("sfsn"))
    assert [(pair.before.name, pair.after.status) for pair in found.lost] == [("task 1", "fitted")]
    assert [(pair.before.name, pair.after.status) for pair in found.won] == [("task 2", "solved")]
    assert found.missing == 0


@given(STATUSES, STATUSES)
def test_the_reverse_comparison_swaps_won_and_lost(first: str, second: str) -> None:
    there, back = compare(rows(first), rows(second)), compare(rows(second), rows(first))
    assert [pair.before for pair in there.won] == [pair.after for pair in back.lost]
    assert len(there.pairs) == min(len(first), len(second))
    assert there.missing == back.missing == abs(len(first) - len(second))


@pytest.mark.parametrize("tosses", [0, 1, 5, 40])
def test_the_tail_is_that_of_a_fair_coin(tosses: int) -> None:
    for least in range(tosses + 1):
        assert tail(least, tosses) == pytest.approx(sum(comb(tosses, n) for n in range(least, tosses + 1)) / 2**tosses)


def test_a_long_tail_does_not_overflow() -> None:
    assert tail(5000, 10_000) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("lost", "won", "worse"), [(4, 0, False), (5, 0, True), (5, 3, False), (12, 3, True)])
def test_losses_count_beyond_the_noise(lost: int, won: int, worse: bool) -> None:
    before, after = "s" * lost + "n" * won, "n" * lost + "s" * won
    assert compare(rows(before), rows(after)).is_worse == worse


def test_no_change_is_no_loss() -> None:
    assert not compare(rows("sns"), rows("sns")).is_worse


def test_with_repeats_a_task_is_lost_when_it_is_solved_less_often() -> None:
    before = [outcome(0, "solved", repeat=n) for n in range(3)]
    after = [outcome(0, "solved"), outcome(0, "fitted", repeat=1), outcome(0, "solved", repeat=2)]
    (pair,) = compare(before, after).lost
    assert (pair.before.status, pair.after.status) == ("solved", "fitted")
    assert pair.gain == pytest.approx(-1 / 3)


def test_tasks_are_paired_by_name_wherever_they_are() -> None:
    before = rows("sn")
    moved = [outcome(1, "solved"), outcome(0, "solved")]
    assert [pair.before.number for pair in compare(before, moved).won] == [1]
