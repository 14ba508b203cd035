"""The tables that the terminal shows."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

from ...search.answer.reliability import SURE, Reliability
from ..runs.outcome import Outcome
from .comparison import SIGNIFICANCE, Comparison
from .figures import causes, families, solved_rate
from .measured import Measured, Section
from .summary import table

NOTHING = "–"
PIPE_WIDTH = 160
"""Columns where there is no terminal."""
MOST_FAMILIES = 40
"""With more the page has the table."""

LEAST_CHANCE = 1e-4
"""Smaller probabilities are not told apart."""
CONFIDENCES = (
    "*answers", "*solved", "*calibration error", "*area under curve",
    f"*at least {100 * SURE:g}% sure", "*of these right", "*of all right",
)  # fmt: skip
"""What is told of confidences; see `Reliability`."""


def print_sections(sections: Iterable[Section]) -> None:
    """Print what the runs on each suite have reached."""
    console = _console()
    for section in sections:
        print(table([(one.run, one.summary) for one in section.runs]))
        names = {family.name for one in section.runs for family in families(one.outcomes)}
        if 1 < len(names) <= MOST_FAMILIES:
            console.print(family_table(section.runs))
        console.print(cause_table(section.runs))
        if any(one.reliability is not None for one in section.runs):
            console.print(confidence_table(section.runs))
        for one, comparison in section.comparisons:
            print(f"{one.label} against {section.baseline.label}: {summary(comparison)}")


def family_table(runs: Sequence[Measured]) -> Table:
    """A row for each family, with what each run has fitted and solved of it."""
    known = [{family.name: family for family in families(one.outcomes)} for one in runs]
    grid = _grid("family", "*tasks", *(f"*{one.label} fitted, solved" for one in runs))
    for name in sorted(set().union(*known)):
        rows = [by_name.get(name) for by_name in known]
        cells = [NOTHING if row is None else f"{percent(row.fitted.share)} {percent(row.solved.share)}" for row in rows]
        grid.add_row(name, str(max(row.solved.total for row in rows if row is not None)), *cells)
    return grid


def cause_table(runs: Sequence[Measured]) -> Table:
    """Why tasks are not solved, and how many."""
    counted = [{cause.meaning: cause.rate.count for cause in causes(one.outcomes)} for one in runs]
    grid = _grid("not solved", *(f"*{one.label}" for one in runs))
    for meaning in dict.fromkeys(meaning for counts in counted for meaning in counts):
        grid.add_row(meaning, *(counts.get(meaning, "0") for counts in counted))
    return grid


def confidence_table(runs: Sequence[Measured]) -> Table:
    """How far the confidences hold of the runs that have any."""
    grid = _grid("confidences", *CONFIDENCES)
    for one in runs:
        if one.reliability is not None:
            grid.add_row(one.label, *confidence_cells(one.reliability))
    return grid


def confidence_cells(found: Reliability) -> tuple[str, ...]:
    """The figures that `CONFIDENCES` names."""
    return (
        f"{round(found.answers, 2):,g}",
        percent(found.right / found.answers),
        percent(found.error),
        NOTHING if found.area is None else f"{found.area:.3f}",
        f"{round(found.sure, 2):,g}",
        _percent_of(found.precision),
        _percent_of(found.recall),
    )


def print_changes(comparison: Comparison, before: Measured, after: Measured) -> None:
    """Print which tasks were lost and won, with the programs of both runs."""
    for letter, one in (("A", before), ("B", after)):
        print(
            f"{letter}  {one.label}, {one.run.suite}: solved {solved_rate(one.outcomes)} of {one.summary.tasks:,}"
            f"{_error(one)}"
        )
    for word, pairs in (("lost", comparison.lost), ("won", comparison.won)):
        for pair in pairs:
            print(f"\n{word}  {pair.before.name}\n  A  {_told(pair.before)}\n  B  {_told(pair.after)}")
    print(f"\n{summary(comparison)}")


def summary(comparison: Comparison) -> str:
    """One line on what was won and lost, and whether the losses are more than chance."""
    won, lost = len(comparison.won), len(comparison.lost)
    text = f"{won} won, {lost} lost of {len(comparison.pairs):,} tasks in common"
    if comparison.missing:
        text += f" ({comparison.missing:,} are in one run only)"
    if not lost:
        return text
    verdict = "a loss" if comparison.is_worse else "within the noise"
    chance = "p < 0.0001" if comparison.chance < LEAST_CHANCE else f"p = {comparison.chance:.2g}"
    return f"{text}: {verdict} (so many losses by chance: {chance}, bound {SIGNIFICANCE:g})"


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{100 * share:.1f}%"


def seconds(amount: float | None) -> str:
    """Seconds as people read them."""
    return NOTHING if amount is None else f"{amount:.3f}" if amount < 1 else f"{amount:.1f}"


def _percent_of(share: float | None) -> str:
    return NOTHING if share is None else percent(share)


def _error(one: Measured) -> str:
    return "" if one.reliability is None else f", calibration error {percent(one.reliability.error)}"


def _told(one: Outcome) -> str:
    shown = (one.program or one.fault).rstrip().replace("\n", "\n     ")
    return f"{one.status} in {seconds(one.seconds)} s  {shown}".rstrip()


def _grid(*heads: str) -> Table:
    """An empty table; the columns of figures begin with a star."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    grid = Table(box=SIMPLE_HEAD)
    for head in heads:
        grid.add_column(head.removeprefix("*"), justify="right" if head.startswith("*") else "left", overflow="fold")
    return grid


def _console() -> Console:
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False, emoji=False, highlight=False)
