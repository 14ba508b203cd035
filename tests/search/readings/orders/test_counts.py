"""Pairs of an integer and how often it occurs."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from induce import Task
from induce.search.readings.orders.counts import counts
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

from ..texts.scenes import Examples, exact

LISTS = ([5, 1, 5, 2, 2, 5], [7, 7, 3, 4, 3, 9], [8])
LISTED = "(entry: Tuple[Int, Int]) -> items(part(entry, 0), part(entry, 1))"


def pairs(make: object) -> list[tuple[list[int], list[list[int]]]]:
    return [(xs, [list(pair) for pair in make(xs)]) for xs in LISTS]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (pairs(lambda xs: Counter(xs).items()), "counted(xs)"),
        (pairs(lambda xs: Counter(xs).most_common()), "most_common(xs)"),
        (pairs(lambda xs: [(x, len(list(run))) for x, run in groupby(xs)]), "runs_of(xs)"),
        (
            pairs(lambda xs: sorted(Counter(xs).items())),
            "sorted_by(counted(xs), (entry: Tuple[Int, Int]) -> part(entry, 0))",
        ),
    ],
    ids=["as they come", "the most frequent first", "runs", "by value"],
)
def test_tables(examples: Examples, expected: str) -> None:
    assert exact(counts, examples)[0] == f"map({expected}, {LISTED})"


def test_no_words_are_counted_where_all_outputs_are_empty() -> None:
    """A drawn task ended in TypeError: nothing tells an empty table of words from one of integers but its type."""
    task = Task.from_examples([(([4], ["b"]), [[4, 1]]), (([], []), [])])
    nothing = Problem.of(task).restricted([number for number, one in enumerate(task.train) if not one.output])
    assert [reading for reading in counts(Scene(nothing)) if "lines" in str(reading.body)] == []
