"""The figures of a run in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .intervals import wilson
from .outcome import FAULTS, Outcome
from .store import Run

LIMITS = (1.0, 10.0)
"""Seconds within which the solved are counted."""
HEADINGS = ("suite", "solver", "tasks", "fitted", "solved", "95%", "in 1 s", "in 10 s", "median", "faults")


@dataclass(frozen=True)
class Summary:
    """Shares of the tasks answered so far, between 0 and 1.

    Parameters
    ----------
    tasks
        How many different tasks there are rows of.
    interval
        Of `solved`, at 95%. A task that is repeated counts as one: its repeats are not independent.
    within
        The share solved within each of `LIMITS`.
    median
        Seconds, over the solved; None if there are none.
    """

    tasks: int
    fitted: float
    solved: float
    interval: tuple[float, float]
    within: tuple[float, ...]
    median: float | None
    faults: int


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Count what became of the tasks."""
    total = max(len(outcomes), 1)
    tasks = len({outcome.number for outcome in outcomes})
    times = [outcome.seconds for outcome in outcomes if outcome.solved]
    solved = len(times) / total
    return Summary(
        tasks=tasks,
        fitted=sum(outcome.fitted for outcome in outcomes) / total,
        solved=solved,
        interval=wilson(solved * tasks, tasks),
        within=tuple(sum(seconds <= limit for seconds in times) / total for limit in LIMITS),
        median=median(times) if times else None,
        faults=sum(outcome.status in FAULTS for outcome in outcomes),
    )


def table(runs: Sequence[tuple[Run, Summary]]) -> str:
    """A line for each run under one of headings."""
    rows = [HEADINGS, *(_row(run, summary) for run, summary in runs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) if place < 2 else cell.rjust(width) for place, (cell, width) in enumerate(pairs))
        for pairs in (zip(row, widths, strict=True) for row in rows)
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(run: Run, summary: Summary) -> tuple[str, ...]:
    low, high = summary.interval
    partial = summary.tasks < run.tasks
    return (
        run.suite,
        run.solver,
        f"{summary.tasks} of {run.tasks}" if partial else str(summary.tasks),
        _percent(summary.fitted),
        _percent(summary.solved),
        f"{100 * low:.1f}-{_percent(high)}",
        *map(_percent, summary.within),
        "-" if summary.median is None else f"{summary.median:.3f} s",
        str(summary.faults),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"
