"""Ordinal numbers that the outputs hold."""

from __future__ import annotations

from induce import Task, synthesize
from induce.search.readings.numbers.ordinals import ordinals
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def test_ordinals_within_texts() -> None:
    examples = [(n, f"the {n}{ending} floor") for n, ending in ((1, "st"), (2, "nd"), (13, "th"), (23, "rd"))]
    result = synthesize(examples, inputs=[11, 42], max_candidates=300_000)
    assert result.predictions == ["the 11th floor", "the 42nd floor"]


def test_none_is_read_where_an_output_has_none() -> None:
    assert not list(ordinals(Scene(Problem.of(Task.from_examples([(1, "1st"), (2, "two")])))))
    assert not list(ordinals(Scene(Problem.of(Task.from_examples([(1, "2nd"), (2, "3rd")])))))
