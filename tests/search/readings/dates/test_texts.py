"""Columns of what inputs say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from induce import Task
from induce.dsl.core.expression import Variable, walk
from induce.dsl.core.types import STR
from induce.search.cost.prior import expression_cost
from induce.search.readings.dates.texts import READ_COST, said
from induce.search.readings.scene.applying import applied
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def values(*inputs: Any, output: Any = 0) -> list[tuple[Any, ...]]:
    """The columns of a task of these inputs, whose outputs say nothing."""
    task = Task.from_examples([(one, output) for one in inputs])
    return [column.values for column in said(Scene(Problem.of(task)))]


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (("5 Mar 2021", "6 May 2020"), [(date(2021, 3, 5), date(2020, 5, 6))]),
        (("1:05 PM",), [(time(13, 5),)]),
        (("30:15",), [(timedelta(hours=30, minutes=15),), (timedelta(minutes=30, seconds=15),)]),
        (("at 1:05 PM or so",), [(time(13, 5),)]),
        ((20110225,), [(date(2011, 2, 25),)]),
        ((20110231,), []),
        ((["5 Mar 2021", "6 May 2020"], ["1 Jan 2000"]), [(date(2021, 3, 5), date(2020, 5, 6), date(2000, 1, 1))]),
        (("5 Mar",), []),
        ((date(2021, 3, 5),), [(date(2021, 3, 5),)]),
    ],
)
def test_values_are_read(inputs: tuple[Any, ...], expected: list[tuple[Any, ...]]) -> None:
    assert values(*inputs) == expected


def test_a_moment_is_a_date_and_a_time_as_well() -> None:
    found = values("2021-03-05 10:20")
    assert found == [(date(2021, 3, 5),), (time(10, 20),), (datetime(2021, 3, 5, 10, 20),)]
    assert values(datetime(2021, 3, 5, 10, 20)) == found


def test_seconds_since_1970() -> None:
    assert (datetime(2020, 9, 13, 12, 26, 40),) in values(1_600_000_000)
    assert (datetime(2020, 9, 13, 12, 26, 40),) in values(1_600_000_000_123)


def test_numbers_are_durations_where_outputs_are_texts() -> None:
    assert values(90, output="1:30") == [(timedelta(seconds=90),), (timedelta(minutes=90),)]
    assert values(90) == []


def test_what_is_read_in_a_reading_costs_as_much_more() -> None:
    scene = Scene(Problem.of(Task.from_examples([("20110225 x", "a"), ("20201203 y", "b")])))
    text = scene.read(applied("before", Variable("s", STR), " "))
    assert text is not None
    scene.add(text)
    costs = {column.cost for column in said(scene) if text.body in walk(column.body)}
    assert costs == {expression_cost(text.body) + READ_COST}
