"""What dates and times lead to, as outputs show."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from induce import Task
from induce.dsl.program import Program
from induce.search.readings.dates.changes import _shown, between, derived
from induce.search.readings.dates.columns import Workshop
from induce.search.readings.dates.texts import said
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem


def changes(*examples: tuple[Any, str]) -> list[str]:
    """What is derived, without what it is derived from."""
    problem = Problem.of(Task.from_examples(examples))
    scene = Scene(problem)
    workshop = Workshop(scene)
    found = derived(workshop, [*said(scene)], problem.outputs)
    texts = [str(Program(problem.parameters, column.body)).partition(" -> ")[2] for column in found]
    return [text.replace('read_date(s, "YYYY-M-D")', "d").replace('read_time(s, "H:mm")', "t") for text in texts]


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([("2021-03-05", "12 Mar 2021"), ("2019-12-28", "4 Jan 2020")], "add_days(d, 7)"),
        ([("2021-01-31", "28 Feb 2021"), ("2019-12-15", "15 Jan 2020")], "add_months(d, 1)"),
        ([("2021-02-05", "1 Feb 2021"), ("2019-12-24", "1 Dec 2019")], "first_of_month(d)"),
        ([("2021-02-05", "31 Mar 2021"), ("2019-12-24", "31 Jan 2020")], "last_of_month(add_months(d, 1))"),
        ([("2021-03-05", "1 Mar 2021"), ("2021-03-14", "8 Mar 2021")], "start_of_week(d)"),
        ([("9:07", "9:00"), ("14:52", "14:30")], "floor_time(t, 30)"),
        ([("9:07", "8:45"), ("14:52", "14:45")], "add_minutes(floor_time(add_minutes(t, -15), 30), 15)"),
        ([("9:08", "9:15"), ("14:52", "14:45")], "round_time(t, 15)"),
        ([("9:07", "9:37"), ("23:52", "0:22")], "add_minutes(t, 30)"),
        ([("9:07", "9:00 to 9:29"), ("14:52", "14:30 to 14:59")], "add_minutes(floor_time(t, 30), 29)"),
    ],
)
def test_changes_are_solved(examples: list[tuple[str, str]], expected: str) -> None:
    assert expected in changes(*examples)


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ([(("2021-03-05", 7), "2021-03-12"), (("2019-12-28", 30), "2020-01-27")], "add_days(d, n)"),
        ([(("2021-03-05", 1), "2021-03-12"), (("2019-12-28", 2), "2020-01-11")], "add_days(d, n * 7)"),
        ([(("2021-03-05", 1), "2021-04-05"), (("2019-12-28", 3), "2020-03-28")], "add_months(d, n)"),
        ([(("9:07", 95), "10:42"), (("23:52", 20), "0:12")], "add_minutes(t, n)"),
        ([(("9:07", 2), "11:07"), (("23:52", 1), "0:52")], "add_minutes(t, n * 60)"),
    ],
)
def test_changes_by_a_number_that_is_given(examples: list[tuple[Any, str]], expected: str) -> None:
    assert expected in changes(*examples)


def test_what_changes_by_nothing_constant_is_left_out() -> None:
    assert changes(("2021-03-05", "6 Mar 2021"), ("2019-12-28", "4 Jan 2020")) == []


def test_what_lies_between() -> None:
    task = Task.from_examples([(("2024-02-01", "2024-03-01"), 29)])
    scene = Scene(Problem.of(task))
    workshop = Workshop(scene)
    assert (29,) in [column.values for column in between(workshop, [*said(scene)])]


def test_outputs_without_texts_show_nothing() -> None:
    assert _shown([], (date, time)) == []
