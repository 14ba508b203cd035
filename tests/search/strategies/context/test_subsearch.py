"""Searches within a search: with less memory, and interrupted."""

from __future__ import annotations

import random
from typing import Any

import pytest

from induce import synthesize
from induce.search.enumeration.enumeration import Enumeration
from induce.search.strategies.context.subsearch import MEMORY


def test_a_search_within_that_lacks_memory_leaves_the_other_alone() -> None:
    """With so many examples a search within, which gets less memory, cannot even begin."""
    draw = random.Random(6)
    lists = [[draw.randint(0, 99) for _ in range(130)] for _ in range(450)]
    examples: list[tuple[Any, Any]] = [(xs, [x * x % 97 for x in xs[::2]]) for xs in lists]
    result = synthesize(examples, timeout=None, max_candidates=600_000, memory="1GB")
    assert result.stats.stopped_by != "memory"


def test_an_interrupt_in_a_search_within_keeps_what_that_found(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Enumeration.run
    subsearch = 0

    def interrupted(self: Enumeration) -> str:
        nonlocal subsearch
        stopped_by = run(self)
        if self.solutions and self.budget.memory == MEMORY:
            subsearch += 1
            raise KeyboardInterrupt
        return stopped_by

    monkeypatch.setattr(Enumeration, "run", interrupted)
    examples: list[tuple[Any, Any]] = [([7, 2, 6], [7, 5, 8]), ([10, 14, 8], [10, 19, 17]), ([5, 5], [5, 7])]
    result = synthesize(examples, inputs=[[4, 4]], timeout=None, max_candidates=6_000_000)
    assert subsearch == 1
    assert (result.status, result.stats.stopped_by) == ("solved", "interrupted")
    assert result.predictions == [[4, 6]]
