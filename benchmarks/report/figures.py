"""What the rows of a run say: rates with intervals, families, causes of failure, curves, how far confidences hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import fsum

from ...search.answer.reliability import Reliability, reliability
from ..runs.outcome import Outcome
from .intervals import wilson

CAUSES = {
    "fitted": "fits the examples, predicts wrongly",
    "none": "no program within the limits",
    "unsupported": "not supported by the solver",
    "late": "killed past its limit",
    "memory": "out of memory",
    "died": "crashed",
    "invalid": "not a task",
}
"""Why a task is not solved, by its status."""


@dataclass(frozen=True)
class Rate:
    """Successes out of a total of tasks; with repeats, each task counts by the share of its repeats."""

    successes: float
    total: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.successes / self.total if self.total else 0.0

    @property
    def count(self) -> str:
        """The successes as people read them."""
        return f"{round(self.successes, 2):,g}"

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval by Wilson, over tasks: repeats do not make it narrower."""
        return wilson(self.successes, self.total)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{100 * self.share:.1f}% ({100 * low:.1f} to {100 * high:.1f})"


@dataclass(frozen=True)
class Family:
    """The rates of the tasks of one family."""

    name: str
    fitted: Rate
    solved: Rate


@dataclass(frozen=True)
class Cause:
    """The rows of one status that is not "solved", and how many tasks they make up."""

    status: str
    rate: Rate
    outcomes: tuple[Outcome, ...]

    @property
    def meaning(self) -> str:
        """The status in words."""
        return CAUSES[self.status]


def rate(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> Rate:
    """How many tasks something holds for."""
    repeats = Counter(one.number for one in outcomes)
    return Rate(fsum(1 / repeats[one.number] for one in outcomes if holds(one)), len(repeats))


def solved_rate(outcomes: Sequence[Outcome]) -> Rate:
    """How many tasks are solved."""
    return rate(outcomes, lambda one: one.solved)


def fitted_rate(outcomes: Sequence[Outcome]) -> Rate:
    """How many tasks have a program that reproduces the examples, whatever it predicts."""
    return rate(outcomes, lambda one: one.fitted)


def status_rate(outcomes: Sequence[Outcome], statuses: Collection[str]) -> Rate:
    """How many tasks end in one of some ways."""
    return rate(outcomes, lambda one: one.status in statuses)


def by_family(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The rows of each family, in alphabetical order."""
    rows: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        rows[one.family].append(one)
    return {name: rows[name] for name in sorted(rows)}


def families(outcomes: Sequence[Outcome]) -> list[Family]:
    """The rates of each family, in alphabetical order."""
    return [Family(name, fitted_rate(rows), solved_rate(rows)) for name, rows in by_family(outcomes).items()]


def causes(outcomes: Sequence[Outcome]) -> list[Cause]:
    """The rows that are not solved, by status in the order of `CAUSES`."""
    rows: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        if not one.solved:
            rows[one.status].append(one)
    statuses = sorted(rows, key=list(CAUSES).index)
    return [Cause(status, status_rate(outcomes, (status,)), tuple(rows[status])) for status in statuses]


def solved_against_time(outcomes: Sequence[Outcome]) -> tuple[list[float], list[float]]:
    """Seconds in ascending order, and how many tasks are solved in each of them at most: the cactus plot."""
    repeats = Counter(one.number for one in outcomes)
    steps = sorted((one.seconds, 1 / repeats[one.number]) for one in outcomes if one.solved)
    solved, counts = 0.0, []
    for _, share in steps:
        solved += share
        counts.append(solved)
    return [seconds for seconds, _ in steps], counts


def reliability_of(outcomes: Sequence[Outcome]) -> Reliability | None:
    """How far confidences hold; with repeats, each task counts by the share of its repeats.

    What counts are answers with a confidence that reproduce the examples, on tasks whose outputs are all held back.
    None if there are none.
    """
    repeats = Counter(one.number for one in outcomes)
    told = [
        (one.confidence, one.solved, 1 / repeats[one.number])
        for one in outcomes
        if one.confidence is not None and one.fitted and one.checked
    ]
    if not told:
        return None
    confidences, right, shares = zip(*told, strict=True)
    return reliability(confidences, right, shares)


def reliability_by_family(outcomes: Sequence[Outcome]) -> dict[str, Reliability]:
    """The same for each family that has such answers, in alphabetical order."""
    found = {family: reliability_of(rows) for family, rows in by_family(outcomes).items()}
    return {family: one for family, one in found.items() if one is not None}
