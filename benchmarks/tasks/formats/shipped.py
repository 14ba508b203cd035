"""The suite that ships with induce, as data; the functions that it was made from are not needed to run it."""

from __future__ import annotations

from pathlib import Path

from .suite import Suite
from .table import load_suite

SUITES = Path(__file__).parents[1] / "shipped"
TASKS = SUITES / "induce400.jsonl"
MUST_SOLVE = SUITES / "must_solve.txt"


def shipped() -> Suite:
    """400 tasks of our own over all types, graded easy to hard, each with outputs held out."""
    return load_suite(TASKS)


def must_solve() -> frozenset[str]:
    """The names of the shipped tasks that induce has to solve within a million candidates."""
    return frozenset(MUST_SOLVE.read_text(encoding="utf-8").split())
