"""The pictures of a report: solved against time, families, confidences, and one run's seconds against another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...search.answer.reliability import BINS, Reliability
from ..runs.outcome import Outcome
from .comparison import Comparison
from .drawing import FAINT, LOST, WON, blank, colour, plain_numbers, plot_area, styled
from .figures import Family, families, reliability_of, solved_against_time, solved_rate
from .intervals import wilson
from .measured import Section

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Series = Sequence[tuple[str, Sequence[Outcome]]]
"""Runs in the order of their colours, each by its label."""

LEAST_SECONDS = 1e-3
"""What took less is drawn here, since a logarithmic axis has no zero."""
MOST_FAMILIES = 30
"""How many are drawn, those with the most tasks."""
LONGEST_LABEL = 28
MOST_POINTS = 1000
"""A scatter of more is drawn as an image within the page."""
BEYOND = 2.0
"""Tasks that are not solved are drawn beyond the slowest solved by this factor."""


@dataclass(frozen=True)
class Gallery:
    """The pictures of a section; one of confidences if some are told, and a scatter for each of its comparisons."""

    cactus: Figure
    families: Figure
    reliability: Figure | None
    scatters: tuple[Figure, ...]

    def named(self) -> dict[str, Figure]:
        """Each picture by a name of its own."""
        scatters = {f"scatter-{number}": figure for number, figure in enumerate(self.scatters, 1)}
        told = {} if self.reliability is None else {"reliability": self.reliability}
        return {"cactus": self.cactus, "families": self.families, **told, **scatters}


def gallery(section: Section) -> Gallery:
    """Draw the pictures of a section."""
    baseline = section.baseline.label
    scatters = tuple(scatter(comparison, baseline, one.label) for one, comparison in section.comparisons)
    series = section.series
    return Gallery(cactus(series), family_bars(series), reliability_diagram(series), scatters)


def cactus(runs: Series) -> Figure:
    """How many percent of the tasks each run has solved after how many seconds."""
    with styled():
        figure, axes = plot_area(8, 4.2)
        end = BEYOND * max((_seconds(one) for _, outcomes in runs for one in outcomes if one.solved), default=10.0)
        for number, (label, outcomes) in enumerate(runs):
            times, solved = solved_against_time(outcomes)
            total = solved_rate(outcomes).total
            xs = [LEAST_SECONDS, *(max(time, LEAST_SECONDS) for time in times), end]
            ys = [0.0, *(100 * count / total for count in solved)]
            shown = f"{_shortened(label)}: {ys[-1]:.1f}%"
            axes.plot(xs, [*ys, ys[-1]], drawstyle="steps-post", color=colour(number), linewidth=2, label=shown)
        _log_seconds(axes, end)
        axes.set_ylim(0, 100)
        axes.set_ylabel("tasks solved, %")
        axes.legend(loc="upper left")
    return figure


def family_bars(runs: Series) -> Figure:
    """The rates of each family: fitted pale, solved full, with the 95% interval of the solved."""
    shown = shown_families(runs)
    with styled():
        figure, axes = plot_area(8, 1 + len(shown) * (0.14 + 0.2 * len(runs)))
        thick = 0.8 / len(runs)
        for number, (label, outcomes) in enumerate(runs):
            by_name = {family.name: family for family in families(outcomes)}
            for row, name in enumerate(shown):
                if name in by_name:
                    _bar(axes, by_name[name], row - 0.4 + thick * (number + 0.5), thick, colour(number))
            axes.barh([0], [0], color=colour(number), label=_shortened(label))
        axes.set_yticks(range(len(shown)), [_shortened(name) for name in shown])
        axes.set_ylim(len(shown) - 0.5, -0.5)
        axes.set_xlim(0, 100)
        axes.set_xlabel("tasks, %: solved (full), fitted (pale), 95% interval of solved (line)")
        axes.grid(visible=False, axis="y")
        if len(runs) > 1:
            figure.legend(loc="outside upper left", ncols=min(len(runs), 2))
    return figure


def shown_families(runs: Series) -> list[str]:
    """The families with the most tasks, the best solved by the first run first."""
    known: dict[str, Family] = {}
    for _, outcomes in runs:
        for family in families(outcomes):
            known.setdefault(family.name, family)
    largest = sorted(known.values(), key=lambda one: -one.solved.total)[:MOST_FAMILIES]
    return [one.name for one in sorted(largest, key=lambda one: (-one.solved.share, -one.fitted.share, one.name))]


def reliability_diagram(runs: Series) -> Figure | None:
    """The share of answers that is right against their confidence, and how many there are; None if no run tells it."""
    known = [(number, label, reliability_of(outcomes)) for number, (label, outcomes) in enumerate(runs)]
    told = [(number, label, found) for number, label, found in known if found is not None]
    if not told:
        return None
    with styled():
        figure = blank(6.6, 7)
        upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
        upper.plot([0, 100], [0, 100], color=FAINT, linewidth=1)
        for place, (number, label, found) in enumerate(told):
            _curve(upper, found, colour(number), f"{_shortened(label)}: calibration error {100 * found.error:.1f}%")
            _heights(lower, found, colour(number), place, len(told))
        for axes in (upper, lower):
            axes.grid()
            axes.set_axisbelow(True)
        upper.set_xlim(0, 100)
        upper.set_ylim(0, 100)
        upper.set_ylabel("right, %")
        lower.set_ylabel("answers, %")
        lower.set_xlabel("confidence, %")
        figure.legend(loc="outside upper left")
    return figure


def scatter(comparison: Comparison, before: str, after: str) -> Figure:
    """The seconds of two runs, a point for each task that either solves; what only one solves lies at the edge."""
    points = [pair for pair in comparison.pairs if pair.before.solved or pair.after.solved]
    slowest = max((_seconds(one) for pair in points for one in (pair.before, pair.after) if one.solved), default=10.0)
    edge = BEYOND * slowest
    groups = [
        ("solved by both", [pair for pair in points if pair.gain == 0], colour(0)),
        (f"only {_shortened(after)}", [pair for pair in points if pair.gain > 0], WON),
        (f"only {_shortened(before)}", [pair for pair in points if pair.gain < 0], LOST),
    ]
    many = len(points) > MOST_POINTS
    with styled():
        figure, axes = plot_area(6.6, 6)
        axes.plot([LEAST_SECONDS, edge], [LEAST_SECONDS, edge], color=FAINT, linewidth=1, zorder=3)
        size, alpha = (5, 0.4) if many else (18, 0.75)
        for label, pairs, shade in groups:
            xs, ys = [_place(pair.before, edge) for pair in pairs], [_place(pair.after, edge) for pair in pairs]
            shown = axes.scatter(xs, ys, s=size, color=shade, alpha=alpha, linewidths=0, zorder=2)
            shown.set(clip_on=False, rasterized=many, label=f"{label}: {len(pairs):,}")
        _log_seconds(axes, edge)
        axes.set_yscale("log")
        plain_numbers(axes.yaxis)
        axes.set_ylim(LEAST_SECONDS, edge)
        axes.set_xlabel(f"seconds, {_shortened(before)} (right edge: not solved)")
        axes.set_ylabel(f"seconds, {_shortened(after)} (upper edge: not solved)")
        figure.legend(loc="outside upper left", markerscale=2 if many else 1)
    return figure


def _bar(axes: Axes, family: Family, y: float, thick: float, shade: str) -> None:
    axes.barh([y], [100 * family.fitted.share], thick, color=shade, alpha=0.35)
    axes.barh([y], [100 * family.solved.share], thick, color=shade)
    low, high = family.solved.interval
    axes.plot([100 * low, 100 * high], [y, y], color=FAINT, linewidth=1)


def _curve(axes: Axes, found: Reliability, shade: str, label: str) -> None:
    """A point with its 95% interval for each bin that is not empty."""
    xs = [100 * one.confidence for one in found.bins]
    lows, highs = zip(*(wilson(one.right * one.answers, one.answers) for one in found.bins), strict=True)
    axes.vlines(xs, [100 * low for low in lows], [100 * high for high in highs], color=shade, alpha=0.5, linewidth=1.5)
    ys = [100 * one.right for one in found.bins]
    axes.plot(xs, ys, color=shade, linewidth=1, marker="o", markersize=6, label=label, clip_on=False)


def _heights(axes: Axes, found: Reliability, shade: str, place: int, runs: int) -> None:
    """A bar for each bin, those of several runs side by side."""
    width = 100 / BINS
    thick = 0.8 * width / runs
    lefts = [(one.number + 0.1) * width + place * thick for one in found.bins]
    axes.bar(lefts, [100 * one.answers / found.answers for one in found.bins], thick, align="edge", color=shade)


def _log_seconds(axes: Axes, end: float) -> None:
    axes.set_xscale("log")
    axes.set_xlim(LEAST_SECONDS, end)
    axes.set_xlabel("seconds")
    plain_numbers(axes.xaxis)


def _place(one: Outcome, edge: float) -> float:
    return _seconds(one) if one.solved else edge


def _seconds(one: Outcome) -> float:
    return max(one.seconds, LEAST_SECONDS)


def _shortened(text: str) -> str:
    half = LONGEST_LABEL // 2
    return text if len(text) <= LONGEST_LABEL else f"{text[: half - 1]}…{text[-half:]}"
