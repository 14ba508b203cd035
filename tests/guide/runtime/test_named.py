"""The guide that is meant by a name, and what becomes of weights that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from induce import InputError, Task, synthesize
from induce.guide.runtime import named
from induce.guide.runtime.named import guide_named
from induce.search.cost.prior import DefaultPrior, Prior
from induce.search.portfolio.guided import FIRST_MOMENTS
from induce.search.task.values import Values

EXAMPLES = [([3, 1, 2], [6, 4, 2]), ([5, 1], [10, 2])]


class Silent:
    """A guide that has nothing to say."""

    asked = 0

    def prior(self, task: Task, usual: Prior) -> Prior | None:
        self.asked += 1
        return None

    def odds(self, task: Task, values: Sequence[Values]) -> np.ndarray | None:
        return None


def refuse(message: str) -> None:
    raise AssertionError(message)


def test_none_and_a_guide_mean_themselves() -> None:
    guide = Silent()
    assert guide_named(None, warn=refuse) is None
    assert guide_named(guide, warn=refuse) is guide


def test_anything_else_is_bad_input(tmp_path: Path) -> None:
    expected = "'auto', the path of a weights file, a guide or None"
    with pytest.raises(InputError, match=f"^guide: 7 is not a valid guide; expected {expected}$"):
        synthesize(EXAMPLES, guide=7)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"missing.safetensors: cannot be read: no such file or directory"):
        synthesize(EXAMPLES, guide=tmp_path / "missing.safetensors")


def test_the_guide_that_comes_with_induce_can_be_used_whatever_has_become_of_primitives() -> None:
    told: list[str] = []
    task = Task.from_examples(EXAMPLES)
    assert guide_named("auto", warn=told.append).prior(task, DefaultPrior()) is not None  # type: ignore[union-attr]
    assert all("they keep their usual cost" in line for line in told)


def test_without_its_weights_there_is_a_warning_and_an_unguided_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named, "SHIPPED", tmp_path / "lost.safetensors")
    named._shipped.cache_clear()
    told: list[str] = []
    try:
        assert guide_named("auto", warn=told.append).prior(Task.from_examples(EXAMPLES), DefaultPrior()) is None  # type: ignore[union-attr]
    finally:
        named._shipped.cache_clear()
    assert len(told) == 1
    assert told[0].endswith("lost.safetensors: cannot be read: no such file or directory; searching without a guide")


def test_a_guide_with_nothing_to_say_leaves_the_search_as_it_is() -> None:
    guide = Silent()
    hard = [([4, 1, 9, 2], [8, -1, 3]), ([7, 7, 3, 3, 3], [0, 5]), ([1, 2], [9, 9, 9])]
    silent = synthesize(hard, guide=guide, timeout=None, max_candidates=1_000_000, without=["remainders"])
    assert guide.asked == 1
    assert silent.stats.candidates > FIRST_MOMENTS
