"""What searches find for tasks of the corpus."""

from __future__ import annotations

import pytest

from induce.guide.choice import samples
from induce.guide.choice.samples import collected
from induce.guide.corpus.written import FUNCTIONS
from induce.search.cost.learnt import shipped

FEW = (20_000,)


def test_a_sample_has_the_rivals_of_a_search_as_the_search_ranks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "CANDIDATES", FEW)
    one = samples._sample(("last_name_first", 0))
    assert one is not None
    assert one.setting is not None
    assert (one.function, one.field, one.setting.kind) == ("last_name_first", "names", "text")
    assert any(rival.right for rival in one.rivals)
    ranked = one.under(shipped())
    assert ranked[0].right
    assert "join(" in ranked[0].program
    assert sum(rival.probability for rival in ranked) == pytest.approx(1)


def test_what_is_done_is_not_made_again() -> None:
    done = [f"{name}/0" for name in FUNCTIONS]
    assert [*collected(1, seed=0, workers=1, done=done)] == []
