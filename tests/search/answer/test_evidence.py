"""What speaks for an answer and against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from induce.search.answer.evidence import FAR, Setting, evidence
from induce.search.task.task import Task


@dataclass(frozen=True)
class One:
    cost: int
    probability: float
    key: str
    omens: Mapping[str, int] = field(default_factory=dict)


SETTING = Setting("number", 3, 3, 20, 1000, 5000, 1, 2, 1)


def of(*rivals: One, traits: Mapping[str, int] | None = None, surprise: int = 0, lone: int = 0) -> dict[str, float]:
    return evidence(rivals, SETTING, traits or {}, surprise=surprise, lone=lone)


def test_rivals_that_predict_otherwise_count_by_their_distance() -> None:
    alone, near = of(One(9, 1.0, "1")), of(One(9, 0.6, "1"), One(11, 0.3, "2"), One(30, 0.1, "3"))
    assert (alone["alone"], near["alone"]) == (1, 0)
    assert (alone["gap"], near["gap"]) == (FAR, 2)
    assert near["near"] == pytest.approx(of(One(9, 0.7, "1"), One(11, 0.3, "2"))["near"])
    assert alone["agreed"] > near["agreed"] > 0


def test_those_that_agree_are_no_rivals() -> None:
    both = of(One(9, 0.6, "1"), One(11, 0.4, "1"))
    assert both["alone"] == 1
    assert both["agreed"] == of(One(9, 1.0, "1"))["agreed"]


def test_what_is_learnt_by_heart_is_seen() -> None:
    assert of(One(8, 1.0, "1"))["by heart"] == 0
    assert of(One(40, 1.0, "1"))["by heart"] == pytest.approx(1.5)


def test_omens_and_lone_decisions_are_evidence() -> None:
    found = of(One(9, 1.0, "1", {"predicted: unlike": 7}), lone=2, surprise=-3, traits={"if_else": 2})
    assert found["predicted: unlike"] == 3
    assert (found["lone decisions"], found["usual"], found["surprise"], found["decisions"]) == (2, 3, 0, 2)


@pytest.mark.parametrize(
    ("examples", "inputs", "kind", "new"),
    [
        ([([1, 2], True), ([3], False)], [[9, 9], [-1]], "truth", 1),
        ([("a b", "a"), ("c d", "c")], ["e f", "e f 7"], "text", 1),
        ([((1, "x"), 4), ((2, "y"), 5)], [(3, "z"), (3, "")], "number", 1),
        ([([1], [1]), ([2], [4])], [[3]], "list", 0),
    ],
)
def test_a_setting_says_what_the_task_is_like(
    examples: list[tuple[Any, Any]], inputs: list[Any], kind: str, new: int
) -> None:
    setting = Setting.of(Task.from_examples(examples, inputs=inputs), found_after=10, tried=20)
    assert (setting.kind, setting.new, setting.asked) == (kind, new, len(inputs))
    assert (setting.examples, setting.distinct) == (len(examples), 2)
    assert setting.written > 0
