"""Loops whose step is searched for."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize
from induce.search.engine.bank import Bank

SCANNED: tuple[list[tuple[Any, Any]], list[int], list[int]] = (
    [([7, 2, 6, 1, 5], [7, 5, 8, 5, 7]), ([10, 14, 8, 3], [10, 19, 17, 11]), ([15, 12, 27, 39], [15, 19, 36, 57])],
    [4, 4, 4],
    [4, 6, 7],
)


def test_the_loop_is_what_only_bodies_find() -> None:
    examples, asked, expected = SCANNED
    whole = synthesize(examples, inputs=[asked], timeout=None, max_candidates=3_000_000)
    assert str(whole.program) == "(xs: List[Int]) -> scan(xs, 0, (acc: Int, x: Int) -> x + acc // 2)"
    assert whole.predictions == [expected]
    assert "acc" in str(whole.program and whole.program.python())
    less = synthesize(examples, timeout=None, max_candidates=3_000_000, without=["loops"])
    assert less.status != "solved"


def test_a_step_may_use_the_parameters_of_the_program() -> None:
    examples: list[tuple[Any, Any]] = [
        (([7, 2, 6], 1), [8, 7, 10]),
        (([10, 14, 8], 3), [13, 23, 22]),
        (([4, 0], 5), [9, 9]),
    ]
    result = synthesize(examples, inputs=[([2, 2], 7)], timeout=None, max_candidates=6_000_000)
    assert result.status == "solved"
    assert result.predictions == [[9, 13]]


def test_under_a_candidate_budget_the_answer_is_the_same_to_the_byte() -> None:
    examples, asked, _ = SCANNED
    one, other = (synthesize(examples, inputs=[asked], timeout=None, max_candidates=2_000_000) for _ in range(2))
    assert one.to_json(timed=False) == other.to_json(timed=False)
    assert one.stats.candidates <= 2_000_000


def test_programs_are_built_only_of_values_that_make_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    expression = Bank.expression

    def counted(self: Bank, entry: int, instances: Any) -> Any:
        built.append(entry)
        return expression(self, entry, instances)

    monkeypatch.setattr(Bank, "expression", counted)
    grids = [[[1, 1, 1], [1, 5, 1], [1, 1, 1]], [[0] * 4, [0, 3, 4, 0], [0, 6, 7, 0], [0] * 4]]
    synthesize([(grids[0], [[5]]), (grids[1], [[3, 4], [6, 97]])], max_candidates=1_500_000, guide=None)
    assert len(built) < 100  # Of 268 values it is asked whether they make one.


def test_several_bodies_that_are_right_are_rivals() -> None:
    """Of a block with no items alike the longest run is the first item; both are known, and no answer is sure."""
    examples: list[tuple[Any, Any]] = [
        (["a", "b", "|", "c", "d"], ["a", "|", "c"]),
        (["|", "e", "f", "g"], ["|", "e"]),
        (["h", "|", "|", "i", "j"], ["h", "|", "|", "i"]),
    ]
    result = synthesize(examples, inputs=[["k", "l", "l", "|", "n"]], timeout=None, max_candidates=1_000_000)
    assert ["k", "|", "n"] in [one.predictions[0] for one in result.ranked]
