"""The figures of a run, against those counted by hand."""

from __future__ import annotations

import pytest

from induce.benchmarks.report.intervals import wilson
from induce.benchmarks.report.summary import summarise, table
from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.store import Run
from induce.benchmarks.solvers.solver import Limits

ROWS = [
    Outcome(0, "a", "", 0, "solved", seconds=12.0),
    Outcome(1, "b", "", 0, "solved", seconds=0.5),
    Outcome(2, "c", "", 0, "fitted", seconds=0.1),
    Outcome(3, "d", "", 0, "solved", seconds=1.0),
    Outcome(4, "e", "", 0, "none", seconds=10.0),
    *(Outcome(5 + n, "f", "", 0, status) for n, status in enumerate(("died", "late", "invalid", "memory"))),
    Outcome(9, "g", "", 0, "unsupported"),
]
RUN = Run("set", "d", 10, "induce", {}, Limits(), 1, "", "", "", {}, id=3, started="")


def test_counts() -> None:
    summary = summarise(ROWS)
    assert (summary.tasks, summary.rows, summary.faults, summary.median) == (10, 10, 4, 1.0)
    assert (summary.fitted, summary.solved) == pytest.approx((0.4, 0.3))
    assert summary.within == pytest.approx((0.2, 0.2))
    assert summary.interval == pytest.approx(wilson(3, 10))


def test_repeats_count_as_parts_of_their_task() -> None:
    rows = [Outcome(0, "a", "", repeat, status, 1.0) for repeat, status in enumerate(["solved", "none", "solved"])]
    summary = summarise([*rows, Outcome(1, "b", "", 0, "none")])
    assert (summary.tasks, summary.rows) == (2, 4)
    assert summary.solved == pytest.approx(1 / 3)
    assert summary.interval == pytest.approx(wilson(2 / 3, 2))


def test_of_nothing() -> None:
    summary = summarise([])
    assert (summary.tasks, summary.solved, summary.interval, summary.median) == (0, 0.0, (0.0, 1.0), None)


def test_the_table_is_aligned() -> None:
    lines = table([(RUN, summarise(ROWS)), (RUN, summarise(ROWS[:4]))]).splitlines()
    assert " ".join(lines[0].split()) == "run suite solver tasks fitted solved 95% in 1 s in 10 s median faults"
    assert " ".join(lines[1].split()) == "3 set induce 10 40.0% 30.0% 10.8-60.3% 20.0% 20.0% 1.000 s 4"
    assert lines[2].split()[3:6] == ["4", "of", "10"]
    assert len({len(line) for line in lines}) == 1
