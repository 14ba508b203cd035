"""Tasks solved under a candidate budget, as tests of the search as a whole do it."""

from __future__ import annotations

from typing import Any

from induce import Result, synthesize

ENOUGH = 1_500_000
UNSOLVABLE = [([1, 2], [917, 3]), ([3], [12, 12, 5]), ([], [1])]
"""Of a task that no small program solves."""


def solve(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": ENOUGH, **options})
