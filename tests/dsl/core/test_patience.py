"""Evaluation ends when the time is over, in the middle of something."""

from __future__ import annotations

import time

import pytest

from induce.dsl.core.expression import evaluate
from induce.dsl.core.patience import OutOfTime, look, until
from induce.dsl.program import parse


def test_evaluation_ends_when_the_time_is_over() -> None:
    program = parse("(xs: List[Int]) -> map(xs, (x: Int) -> sum(range(0, x)))")
    with until(time.perf_counter()), pytest.raises(OutOfTime):
        evaluate(program.body, {"xs": [100]})
    assert evaluate(program.body, {"xs": [100]}) == [4950]


def test_without_an_end_it_goes_on() -> None:
    with until(time.perf_counter() - 1), until(None):
        look()
    with until(time.perf_counter() + 1000):
        look()
