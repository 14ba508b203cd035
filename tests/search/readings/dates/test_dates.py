"""Dates, times and durations in the inputs, and the outputs that are written from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from induce import Task, synthesize
from induce.dsl.program import Program
from induce.search.readings.dates.dates import read_dates
from induce.search.readings.readings import readings_of
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem
from induce.support.errors import InputError


def readings(examples: list[tuple[Any, Any]], inputs: tuple[Any, ...] = ()) -> list[str]:
    """The readings that give the outputs of a task."""
    problem = Problem.of(Task.from_examples(examples, inputs=inputs))
    found = [one for one in readings_of(problem) if list(one.values) == problem.outputs]
    return [str(Program(problem.parameters, one.body)).partition(" -> ")[2] for one in found]


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (
            [("2021-03-05", "5 Mar 2021 (Fri)"), ("2019-12-24", "24 Dec 2019 (Tue)")],
            '(read_date(s, "YYYY-M-D"), "D MMM YYYY (ddd)")',
        ),
        ([("9:07", "9:00-9:30"), ("14:52", "14:30-15:00")], "floor_time"),
        ([("2021-02-05", "28.2.2021"), ("2019-12-24", "31.12.2019")], "last_of_month"),
        ([("2021-02-05", "15.2.2021"), ("2019-12-24", "3.1.2020")], 'add_days(read_date(s, "YYYY-M-D"), 10)'),
        ([(20110225, "25/2/2011"), (20201203, "3/12/2020")], '"YYYYMMDD"), "D/M/YYYY"'),
        ([("a 1:05 b", 65), ("b 10:20 c", 620)], "minute_of_day"),
        ([(("8:15", "10:20"), "2h 5m"), (("9:00", "9:40"), "0h 40m"), (("7:30", "17:45"), "10h 15m")], "in_minutes"),
    ],
)
def test_outputs_are_written(examples: list[tuple[Any, Any]], expected: str) -> None:
    assert any(expected in text for text in readings(examples))


def test_rivals_that_give_the_outputs_are_all_kept() -> None:
    found = readings([("03/02/2021", "Q1"), ("05/06/2021", "Q2")])
    assert any('"D/M/YYYY"' in text for text in found)
    assert any('"M/D/YYYY"' in text for text in found)


@pytest.mark.parametrize("examples", [[("ab", "b"), ("cd", "d")], [([1, 2], 3), ([4], 4)], [("31/02/2021", "2021")]])
def test_without_dates_nothing_is_read(examples: list[tuple[Any, Any]]) -> None:
    assert not list(read_dates(Scene(Problem.of(Task.from_examples(examples)))))


@pytest.mark.bounds
@pytest.mark.parametrize(
    ("examples", "inputs", "expected"),
    [
        (
            [("2021-03-05", "March 5th, 2021"), ("2019-12-22", "December 22nd, 2019")],
            ["2020-02-01"],
            ["February 1st, 2020"],
        ),
        ([("1:05 pm", "13:05"), ("9:30 am", "09:30")], ["12:10 am"], ["00:10"]),
        (
            [(("2024-01-01", "2024-01-31"), 30), (("2024-02-01", "2024-03-01"), 29)],
            [("2024-04-01", "2024-05-15")],
            [44],
        ),
        ([("0:00:03", 3), ("1:02:05", 3725)], ["2:15:00"], [8100]),
        ([(["1/2/2021", "12/25/2020"], ["2021-01-02", "2020-12-25"])], [["7/18/2018"]], [["2018-07-18"]]),
        ([(3725, "1:02:05"), (59, "0:00:59")], [8100], ["2:15:00"]),
    ],
)
def test_programs_of_dates(examples: list[tuple[Any, Any]], inputs: list[Any], expected: list[Any]) -> None:
    result = synthesize(examples, inputs=inputs, max_candidates=100_000)
    assert result.predictions == expected


@pytest.mark.bounds
def test_an_ambiguous_date_is_asked_about() -> None:
    result = synthesize([("03/02/2021", "Q1"), ("05/06/2021", "Q2")], max_candidates=100_000)
    question = result.question()
    assert question is not None
    assert {answer.output for answer in question.answers} >= {"Q1", "Q2"} or len(question.answers) > 1


@pytest.mark.bounds
def test_what_is_no_date_is_undefined() -> None:
    result = synthesize([("05/03/2021", "Fri"), ("24/12/2019", "Tue")], inputs=["31/02/2021"], max_candidates=100_000)
    assert result.predictions == [None]


@pytest.mark.bounds
def test_dates_of_python_are_inputs() -> None:
    moments = [((datetime(2021, 3, 5, 1, 0), datetime(2021, 3, 5, hour, 30)), 60 * hour - 30) for hour in (3, 7)]
    result = synthesize(moments, inputs=[(datetime(2021, 3, 5), datetime(2021, 3, 6))], max_candidates=100_000)
    assert result.predictions == [1440]
    question = result.question()
    assert question is not None  # Times of day alone would explain the examples as well.
    assert [answer.output for answer in question.answers] == [1440, 0]


def test_dates_as_outputs_are_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="outputs of type Date are not searched for; expected them as text or numbers"):
        synthesize([("5 Mar 2021", date(2021, 3, 5))], max_candidates=1000)


def test_what_is_written_is_not_read_again() -> None:
    found = readings([(3725, "1:02:05"), (59, "0:00:59")])
    assert any("of_seconds(n)" in text for text in found)
    assert not any("read_time(concat" in text or "read_duration(concat" in text for text in found)
