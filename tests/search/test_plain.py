"""A search for plain values: what it answers with, with a program and without, and what it keeps to."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError
from induce.search.engine.bank import Bank
from induce.search.portfolio.guided import GuidedSearch

from .solving import UNSOLVABLE, solve


def test_rivals_are_ranked() -> None:
    result = solve([([3, 1, 2], [1, 2, 3]), ([5, 1], [1, 5])], top=4)
    costs = [rival.cost for rival in result.programs]
    assert costs == sorted(costs)
    assert 1 <= len(costs) <= 4
    assert result.programs[0].program == result.program
    assert all(0 < rival.probability <= 1 for rival in result.programs)
    assert sum(rival.probability for rival in result.programs) <= 1 + 1e-9


def test_a_program_undefined_on_an_input_ranks_behind_one_that_is_not() -> None:
    examples = [([4, 1], 4), ([7], 7)]
    assert solve(examples, inputs=[[5, 2]]).predictions == [5]
    result = solve(examples, inputs=[[]])
    defined = [rival for rival in result.programs if result.predictions != [None]]
    assert defined, "some program of a list with a first item is defined on the empty one"


def test_a_single_example_is_solved_with_a_note() -> None:
    result = solve([([1, 2, 3], [3, 2, 1])], inputs=[[4, 5]])
    assert result.status == "solved"
    assert any("one example only" in note for note in result.notes)


def test_without_an_answer_there_is_a_reason() -> None:
    result = solve(UNSOLVABLE, inputs=[[4]], max_candidates=50_000)
    assert result.status in ("partial", "none")
    assert result.programs == ()
    assert "; try more candidates, a simpler example or noise 1 if an example may be wrong; " in result.reason
    assert "; nothing of type List[Int] and cost up to " in result.reason
    assert result.stats.stopped_by == "candidates"
    assert result.stats.candidates <= 50_000


def test_a_partial_program_says_what_it_fits() -> None:
    result = solve([([1, 2], [2, 1]), ([3, 4], [4, 3]), ([5, 6], [917, 12, 3])], max_candidates=100_000)
    assert result.status == "partial"
    assert result.fits == (True, True, False)
    assert result.program is not None
    assert result.program([8, 9]) == [9, 8]


def test_memory_is_kept_to(monkeypatch: pytest.MonkeyPatch) -> None:
    banks: list[Bank] = []
    make = Bank.__init__

    def noted(bank: Bank, **given: Any) -> None:
        make(bank, **given)
        if type(bank) is Bank:
            banks.append(bank)

    monkeypatch.setattr(Bank, "__init__", noted)
    sizes = []
    for memory in ("2MB", "1GB"):
        banks.clear()
        result = solve(UNSOLVABLE, memory=memory, max_candidates=4_000_000, without=["remainders", "reweighting"])
        assert result.stats.stopped_by == "candidates"
        sizes.append(sum(bank.bytes() for bank in banks))
    assert sizes[0] <= 2 * 10**6 < sizes[1]


def test_an_interrupted_search_gives_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    run = GuidedSearch.run

    def interrupted(self: GuidedSearch) -> str:
        run(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    result = solve([([3, 1, 2], [6, 2, 4]), ([5, 1], [10, 2])], max_candidates=10_000)
    assert result.stats.stopped_by == "interrupted"
    assert result.status == "solved"


def test_too_little_memory_is_an_input_error() -> None:
    rows = [[[0] * 3000] * 40, [[1] * 3000] * 30]
    with pytest.raises(InputError, match="memory: 1MB does not hold the examples"):
        solve([(rows[0], rows[0]), (rows[1], rows[1])], memory="1MB")
