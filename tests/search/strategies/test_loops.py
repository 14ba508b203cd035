"""Loops whose step is searched for."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize
from induce.search.engine.bank import Bank

LOOPS: list[tuple[str, list[tuple[Any, Any]], Any, Any]] = [
    (
        "scan",
        [([7, 2, 6, 1, 5], [7, 5, 8, 5, 7]), ([10, 14, 8, 3], [10, 19, 17, 11]), ([15, 12, 27, 39], [15, 19, 36, 57])],
        [4, 4, 4],
        [4, 6, 7],
    ),
    (
        "unfold",
        [((5, 3), [3, 7, 15, 31, 63]), ((3, 10), [10, 21, 43]), ((4, 0), [0, 1, 3, 7])],
        (2, 4),
        [4, 9],
    ),
    (
        "map",
        [([3, 1, 2], [[1, 2, 3], [1], [1, 2]]), ([2, 4], [[1, 2], [1, 2, 3, 4]])],
        [1, 2],
        [[1], [1, 2]],
    ),
    (
        "fold",
        [
            ([], 0),
            ([5], 5),
            ([5, 2], 3),
            ([5, 2, 9], 6),
            ([5, 2, 9, 1], 5),
            ([7], 7),
            ([7, 7], 0),
            ([7, 7, 4], 4),
            ([1, 8], 7),
            ([1], 1),
            ([1, 8, 3], 4),
        ],
        [6, 1, 9, 9],
        5,
    ),
    (
        "iterate",
        [((0, 5), 5), ((1, 5), 7), ((2, 5), 11), ((3, 5), 19), ((0, 4), 4), ((1, 4), 5), ((2, 4), 7)],
        (4, 5),
        35,
    ),
    (
        "filter",
        [
            ([[3, 5], [2, 6], [5, 5, 4, 4], [4]], [[3, 5], [5, 5, 4, 4]]),
            ([[2], [2, 3, 6, 4], [3], [5, 6, 4, 6]], [[2], [5, 6, 4, 6]]),
            ([[5, 5, 4], [6], [6, 3], [3]], [[5, 5, 4], [6, 3]]),
            ([[1, 1, 4], [1, 3, 1, 4], [4], [1, 3]], [[1, 1, 4], [1, 3]]),
            ([[3], [1, 3], [1], [2]], [[1, 3], [2]]),
        ],
        [[5, 3, 5], [5], [4, 4, 5, 4], [4, 6, 6]],
        [[4, 4, 5, 4], [4, 6, 6]],
    ),
    (
        "map",
        [([4, 10], "<4> <10>"), ([7], "<7>"), ([1, 15, 2], "<1> <15> <2>"), ([30, 9], "<30> <9>")],
        [6, 11],
        "<6> <11>",
    ),
    (
        "map",
        [([4, 6], ["no. 00", "no. 02"]), ([7, 22], ["no. 00", "no. 15"]), ([1, 5, 2], ["no. 00", "no. 04", "no. 01"])],
        [3, 15],
        ["no. 00", "no. 12"],
    ),
]


@pytest.mark.bounds
@pytest.mark.parametrize(
    ("name", "examples", "asked", "expected"), LOOPS, ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_step_is_found(name: str, examples: list[tuple[Any, Any]], asked: Any, expected: Any) -> None:
    result = synthesize(examples, inputs=[asked], timeout=None, max_candidates=3_000_000)
    assert result.status == "solved"
    assert result.predictions == [expected]
    assert any(f"{name}(" in str(one.program) for one in result.found)


def test_the_loop_is_what_only_bodies_find() -> None:
    _, examples, asked, expected = LOOPS[0]
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
    _, examples, asked, _ = LOOPS[0]
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
