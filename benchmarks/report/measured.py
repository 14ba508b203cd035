"""Which runs are meant, and what there is to say of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ...search.answer.reliability import Reliability
from ...support.errors import InputError
from ..runs.outcome import Outcome
from ..runs.store import Run, Store, open_store
from .comparison import Comparison, compare
from .figures import reliability_of
from .summary import Summary, summarise


@dataclass(frozen=True)
class Measured:
    """A run with its rows, and what pictures and tables call it."""

    label: str
    run: Run
    outcomes: tuple[Outcome, ...] = field(repr=False)

    @cached_property
    def summary(self) -> Summary:
        """Its headline figures."""
        return summarise(self.outcomes)

    @cached_property
    def reliability(self) -> Reliability | None:
        """How far its confidences hold, None if it has none to check."""
        return reliability_of(self.outcomes)


@dataclass(frozen=True)
class Section:
    """The runs on one suite, and the one that the others are compared with."""

    suite: str
    runs: tuple[Measured, ...]
    baseline: Measured

    @cached_property
    def comparisons(self) -> list[tuple[Measured, Comparison]]:
        """All other runs, each compared with the baseline."""
        others = [one for one in self.runs if one != self.baseline]
        return [(one, compare(self.baseline.outcomes, one.outcomes)) for one in others]

    @property
    def series(self) -> list[tuple[str, Sequence[Outcome]]]:
        """The rows of each run by its label."""
        return [(one.label, one.outcomes) for one in self.runs]


def measured(name: str, db: Path) -> Measured:
    """The run that is meant by `FILE`, `FILE:RUN`, or the number or name of one in `db`.

    Raises
    ------
    InputError
        If there is none.
    """
    file, run = _place(name, db)
    with open_store(file) as store:
        return _read(store, store.find(run), origin="" if file == db else f" in {file}")


def usual(db: Path) -> list[Measured]:
    """Of the suite that was run last, the latest run of every solver.

    Raises
    ------
    InputError
        If there are no runs.
    """
    with open_store(db) as store:
        digest = store.find("latest").digest
        latest = {run.solver: run for run in store.runs() if run.digest == digest}
        return [_read(store, run) for run in sorted(latest.values(), key=lambda run: run.id)]


def sections(runs: Iterable[Measured], against: Measured | None = None) -> list[Section]:
    """Runs by suite, compared with `against`, or with the first of each suite.

    Raises
    ------
    InputError
        If `against` is of another suite than all of them.
    """
    by_suite: dict[str, list[Measured]] = {}
    for one in runs:
        others = by_suite.setdefault(one.run.suite, [])
        if one not in others:
            others.append(one)
    if against is not None:
        if against.run.suite not in by_suite:
            known = ", ".join(by_suite)
            raise InputError(f"--against: {against.label} is a run on {against.run.suite}; expected one on {known}")
        chosen = by_suite[against.run.suite]
        if against not in chosen:
            chosen.append(against)
    return [
        Section(suite, tuple(some), against if against is not None and against in some else some[0])
        for suite, some in by_suite.items()
    ]


def _place(name: str, db: Path) -> tuple[Path, str]:
    file, colon, run = name.rpartition(":")
    if colon and os.path.isfile(file):
        return Path(file), run
    if os.path.isfile(name):
        return Path(name), "latest"
    return db, name


def _read(store: Store, run: Run, *, origin: str = "") -> Measured:
    outcomes = store.outcomes(run.id)
    if not outcomes:
        raise InputError(f"{store.path}: run {run.id} has no outcomes yet")
    return Measured(f"{run.solver} #{run.id}{origin}", run, tuple(outcomes))
