"""Columns of values over all examples and rows."""

from __future__ import annotations

from induce import Task
from induce.search.cost.prior import expression_cost
from induce.search.readings.dates.columns import Workshop, column_of, flat_outputs
from induce.search.readings.scene.scene import Scene
from induce.search.task.problem import Problem

ROWS = Scene(Problem.of(Task.from_examples([(["2021-03-05", "2020-01-01"], ["a", "b"]), ([], [])])))


def test_rows_follow_each_other() -> None:
    column = column_of(ROWS.readings[0], 1)
    assert column.values == ("2021-03-05", "2020-01-01")
    assert column.shape == (2, 0)
    assert flat_outputs(ROWS) == (["a", "b"], (2, 0))


def test_primitives_apply_to_rows() -> None:
    workshop = Workshop(ROWS)
    read = workshop.column(5, "read_date", ROWS.readings[0].body, "YYYY-M-D")
    assert read is not None
    assert [day.year for day in read.values] == [2021, 2020]
    assert read.shape == (2, 0)
    reading = workshop.reading(read)
    assert reading is not None
    assert expression_cost(reading.body) + reading.extra == 5


def test_what_is_undefined_is_no_column() -> None:
    assert Workshop(ROWS).column(5, "read_date", ROWS.readings[0].body, "D/M/YYYY") is None
