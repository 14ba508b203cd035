"""Why there is no program: the clause that the bank bears out."""

from __future__ import annotations

from typing import Any

import pytest

from induce import Result, synthesize
from induce.search.enumeration import reasons
from induce.search.portfolio.guided import GuidedSearch
from induce.search.strategies.names import STRATEGIES

FORWARD_ONLY = {"without": STRATEGIES}


def solve(examples: list[tuple[Any, Any]], **options: Any) -> Result:
    return synthesize(examples, **{"timeout": None, "max_candidates": 100_000, **options})


@pytest.mark.parametrize(
    ("examples", "clause"),
    [
        (
            [([3, 1, 4, 7, 8, 2], [4, 3, 1, 8, 2, 7]), ([1, 5, 9, 2, 6, 5], [5, 9, 1, 6, 2, 5]), ([9, 7], [9, 7])],
            "xs has the right items in another order",
        ),
        ([("badcef", "fabdce"), ("xyzzyq", "zyxqyz")], "s has the right characters in another order"),
        ([([3, 1, 4], [100_003, 100_001, 100_004]), ([1, 5], [100_001, 100_005])], "xs is 100000 less than the output"),
        ([([3, 1, 4], -70_992), ([1, 5], -70_994)], "head(xs) is 70995 more than the output throughout"),
        ([([3, 1, 4, 5], [9077, 1, 4, 77]), ([1, 5, 2], [1, 5, 8183])], "xs is right but for the first or last item"),
        ([([3, 1, 4, 5], [3, 1, 4, 5, 177]), ([1, 5, 2], [1, 5, 2, 8183])], "xs is what every output begins with"),
        ([([3, 1, 4, 5], [177, 3, 1, 4, 5]), ([1, 5, 2], [8183, 1, 5, 2])], "xs is what every output ends with"),
        ([([1, 2], list(range(50, 0, -1)) + [3] * 50), ([3], [7])], "no List[Int] of 100 items was found"),
        ([([[1], [2]], [[917], [3], [888, 1]] * 19), ([[3]], [[7]])], "no List[List[Int]] of 57 items was found"),
        ([([1, 2], [917, 3]), ([3], [12, 12, 5]), ([], [1])], " comes nearest: the right length, and "),
        (
            [("ab", "qab"), ("cd", "zcd")],
            "train[0].output has the character 'q', which is not in its input; if that is right, try an ",
        ),
        ([([3, 1, 4], 8561), ([1, 5], 40217), ([9, 2, 6, 5], -777123)], "is right on any example"),
    ],
)
def test_the_most_telling_clause_is_chosen(examples: list[tuple[Any, Any]], clause: str) -> None:
    result = solve(examples, **FORWARD_ONLY)
    assert result.status != "solved"
    assert clause in result.reason
    assert "\n" not in result.reason


def test_case_and_numbers_are_no_unknown_text() -> None:
    result = solve([("ab", "B-7A1"), ("cd", "7DC-0")], **FORWARD_ONLY)
    assert "has the character" not in result.reason


def test_how_many_examples_are_right_at_best() -> None:
    result = solve([((1, 2), 3), ((5, 6), 11), ((7, 7), 90_417)], **FORWARD_ONLY)
    assert result.fits == (True, True, False)
    assert result.reason.startswith("n + m is right on 2 of 3 examples; train[2]: expected 90417, got 14; try more ")
    assert " or noise 1 if train[2] may be wrong; nothing of type Int " in result.reason


def test_what_was_tried_tells_costs_of_programs_from_costs_of_values() -> None:
    examples = [([3, 1, 4], [17, 8561]), ([1, 5], [40217, 3, 3])]
    result = solve(examples, max_candidates=30_000, **FORWARD_ONLY)
    assert f"; nothing of type List[Int] and cost up to {result.stats.level - 1} " in result.reason
    assert result.reason.endswith(" reproduces all 2 examples")
    deep = solve(examples, max_candidates=1_000_000, memory="1MB", **FORWARD_ONLY)
    tried, over = (int(part.split()[0]) for part in deep.reason.split("cost up to ")[1:3])
    assert " over the values of cost up to " in deep.reason
    assert over < tried - 1
    assert tried <= deep.stats.level


def test_nothing_tried_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: GuidedSearch) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(GuidedSearch, "run", interrupted)
    missing, tried = "no value of type List[Int] was found at all", "the search ended before any cost was tried out"
    assert solve([([3], [917])]).reason == f"{missing}; try a simpler example; {tried}"


def test_a_value_that_the_reference_interpreter_denies_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [([3, 1, 4, 5], [3, 1, 4, 5, 177]), ([1, 5, 2], [1, 5, 2, 8183])]
    assert "xs is what every output begins with" in solve(examples, **FORWARD_ONLY).reason
    monkeypatch.setattr(reasons, "value_of", lambda *_: [])
    assert "xs is what" not in solve(examples, **FORWARD_ONLY).reason


def test_whoever_interrupts_has_what_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(reasons, "near_misses", interrupted)
    result = solve([([1, 2], [2, 1]), ([5, 6], [917, 12, 3])])
    assert result.status == "partial"
    assert result.reason.endswith(" reproduces all 2 examples")
