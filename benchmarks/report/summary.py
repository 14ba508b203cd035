"""The figures of a run in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..runs.outcome import FAULTS, Outcome
from ..runs.store import Run
from .figures import Rate, fitted_rate, rate, solved_rate

LIMITS = (1.0, 10.0)
"""Seconds within which the solved are counted."""
HEADINGS = ("run", "suite", "solver", "tasks", "fitted", "solved", "95%", "in 1 s", "in 10 s", "median", "faults")
WORDS = (1, 2)
"""The columns that are aligned to the left."""


@dataclass(frozen=True)
class Summary:
    """Shares of the tasks answered so far, between 0 and 1.

    Parameters
    ----------
    tasks
        How many different tasks there are rows of.
    rows
        How many rows: with repeats more than tasks.
    interval
        Of `solved`, at 95%. A task that is repeated counts as one: its repeats are not independent.
    within
        The share solved within each of `LIMITS`.
    median
        Seconds, over the solved; None if there are none.
    """

    tasks: int
    rows: int
    fitted: float
    solved: float
    interval: tuple[float, float]
    within: tuple[float, ...]
    median: float | None
    faults: int


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Count what became of the tasks."""
    solved = solved_rate(outcomes)
    times = [outcome.seconds for outcome in outcomes if outcome.solved]
    return Summary(
        tasks=solved.total,
        rows=len(outcomes),
        fitted=fitted_rate(outcomes).share,
        solved=solved.share,
        interval=solved.interval,
        within=tuple(_solved_within(outcomes, limit).share for limit in LIMITS),
        median=median(times) if times else None,
        faults=sum(outcome.status in FAULTS for outcome in outcomes),
    )


def _solved_within(outcomes: Sequence[Outcome], seconds: float) -> Rate:
    return rate(outcomes, lambda one: one.solved and one.seconds <= seconds)


def table(runs: Sequence[tuple[Run, Summary]]) -> str:
    """A line for each run under one of headings."""
    rows = [HEADINGS, *(_row(run, summary) for run, summary in runs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.ljust(width) if place in WORDS else cell.rjust(width) for place, (cell, width) in enumerate(pairs)
        )
        for pairs in (zip(row, widths, strict=True) for row in rows)
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(run: Run, summary: Summary) -> tuple[str, ...]:
    low, high = summary.interval
    return (
        str(run.id),
        run.suite,
        run.solver,
        _tasks(run, summary),
        _percent(summary.fitted),
        _percent(summary.solved),
        f"{100 * low:.1f}-{_percent(high)}",
        *map(_percent, summary.within),
        "-" if summary.median is None else f"{summary.median:.3f} s",
        str(summary.faults),
    )


def _tasks(run: Run, summary: Summary) -> str:
    rows = run.tasks * run.repeats
    if summary.rows < rows:
        return f"{summary.rows} of {rows}"
    return str(run.tasks) if run.repeats == 1 else f"{run.tasks} x {run.repeats}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"
