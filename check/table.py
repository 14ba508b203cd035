"""What a check found, as a table and as the lines of its faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .promises.promise import Promise
from .worker import Batch

HEAD = "| promise | cases | of | faults | measured | processor time |\n|---|---|---|---|---|---|"
NAMED = 20
"""Faults of a promise that are named; the record has all."""


def rows(promises: Sequence[Promise], batches: Sequence[Batch]) -> Iterator[str]:
    """The table in Markdown, a row for each promise that was tried."""
    yield HEAD
    for promise in promises:
        mine = [batch for batch in batches if batch.name == promise.name]
        if mine:
            cases = sum(batch.tally.cases for batch in mine)
            found = len(list(faults(promise, batches)))
            seconds = sum(batch.seconds for batch in mine)
            measured = "; ".join(filter(None, (promise.summary(_measured(mine)), _pythons(mine))))
            yield f"| {promise.says} | {cases:,} | {promise.goal:,} | {found} | {measured} | {seconds:.0f} s |"


def faults(promise: Promise, batches: Sequence[Batch]) -> Iterator[str]:
    """Every fault of a promise, with what runs it again."""
    mine = [batch for batch in batches if batch.name == promise.name]
    for batch in mine:
        for fault in batch.tally.faults:
            yield f"{promise.name}, batch {batch.seed}: {fault}"
    for wrong in promise.verdict(_measured(mine)):
        yield f"{promise.name}: {wrong}"


def _measured(batches: Sequence[Batch]) -> tuple[float, ...]:
    return tuple(figure for batch in batches for figure in batch.tally.measured)


def _pythons(batches: Sequence[Batch]) -> str:
    """The versions that ran what was printed, the oldest first: "" if none did."""
    versions = {version for batch in batches for version in batch.tally.pythons}
    return f"Python {', '.join(sorted(versions, key=_numbers))}" if versions else ""


def _numbers(version: str) -> list[int]:
    return [*map(int, version.split("."))]
