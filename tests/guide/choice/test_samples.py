"""What searches find for tasks of the corpus."""

from __future__ import annotations

import pytest

from induce import Task
from induce.guide.choice import samples
from induce.guide.choice.samples import Plan, collected
from induce.guide.corpus.written import FUNCTIONS
from induce.search.cost.learnt import shipped

FEW = (20_000,)


def test_a_sample_has_the_rivals_of_a_search_as_the_search_ranks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "CANDIDATES", FEW)
    one = samples._sample(("last_name_first/0", ("last_name_first", 0)))
    assert one is not None
    assert one.setting is not None
    assert (one.function, one.field, one.setting.kind) == ("last_name_first", "names", "text")
    assert any(rival.right for rival in one.rivals)
    ranked = one.under(shipped())
    assert ranked[0].right
    assert "after(" in ranked[0].program
    assert sum(rival.probability for rival in ranked) == pytest.approx(1)


def test_what_is_done_is_not_made_again() -> None:
    done = [f"{name}/0" for name in FUNCTIONS]
    assert [*collected(Plan(1, 0), workers=1, done=done)] == []


def test_tasks_are_sampled_beside_the_functions() -> None:
    task = Task.from_examples([([3, 1], 3), ([2, 9], 9), ([7], 7)], inputs=[[4, 5]], expected=[5], name="largest")
    done = [f"{name}/0" for name in FUNCTIONS]
    (one,) = collected(Plan(1, 0, [task]), workers=1, done=done)
    assert (one.name, one.field) == ("largest/0", "tasks")
    assert one.rivals
