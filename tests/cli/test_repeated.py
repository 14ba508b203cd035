"""Under a candidate budget a command prints the same bytes, whatever the clock and the process."""

from __future__ import annotations

import pytest

from induce.search.task.budget import Budget

from ..commands import BUDGET, BY_NAME, Call, spawned

UNSOLVABLE = {"unsolvable"}


@pytest.mark.parametrize("form", [("--json",), ("--python",), ("--text",)], ids="".join)
@pytest.mark.parametrize("name", ["double", "ambiguous", "unsolvable"])
def test_under_a_candidate_budget_the_clock_changes_no_byte(
    name: str, form: tuple[str, ...], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    for seconds in (0.25, 3000.0):
        monkeypatch.setattr(Budget, "seconds", seconds)
        printed.append(call("solve", BY_NAME[name], *form, *BUDGET)[:2])
    assert printed[0][1] or name in UNSOLVABLE
    assert printed[0] == printed[1]


@pytest.mark.parametrize("name", ["above_average", "unsolvable"])
def test_under_a_candidate_budget_no_process_prints_otherwise(name: str) -> None:
    first, second = (spawned("solve", BY_NAME[name], "--json", *BUDGET, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    assert second.stderr == ""
