"""Rows of runs, and files of them, for the tests of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from induce.benchmarks.runs.outcome import Outcome
from induce.benchmarks.runs.store import Setup, open_store
from induce.benchmarks.solvers.solver import Limits

LETTERS = {"s": "solved", "f": "fitted", "n": "none", "u": "unsupported", "l": "late", "m": "memory", "d": "died"}


def outcome(number: int, status: str, *, seconds: float = 1.0, repeat: int = 0, program: str = "") -> Outcome:
    """A row; tasks with even numbers are of one family, the others of another."""
    family = "odd" if number % 2 else "even"
    return Outcome(number, f"task {number}", family, repeat, status, seconds, program=program)


def rows(letters: str) -> list[Outcome]:
    """A row for each letter: the first of its status."""
    return [outcome(number, LETTERS[letter], program=f"p{number}") for number, letter in enumerate(letters)]


def confident(confidences: Mapping[float, str]) -> list[Outcome]:
    """Rows of the same confidence for each string of letters, all of them checked."""
    letters = [(confidence, letter) for confidence, some in confidences.items() for letter in some]
    return [
        replace(outcome(number, LETTERS[letter]), confidence=confidence, checked=True)
        for number, (confidence, letter) in enumerate(letters)
    ]


def write_runs(path: Path, runs: Mapping[str, Sequence[Outcome]], *, suite: str = "tasks") -> Path:
    """A file with a run for each solver."""
    with open_store(path, create=True) as store:
        for solver, outcomes in runs.items():
            setup = Setup(
                suite=suite, digest=suite, tasks=len(outcomes), solver=solver, settings={"guide": "<b>auto</b>"},
                limits=Limits(), repeats=1, commit="abc1234", sources="", dsl="", machine={"cpu": "A & B"},
            )  # fmt: skip
            run = store.begin(setup)
            for one in outcomes:
                store.add(run.id, one)
    return path
