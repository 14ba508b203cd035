"""What NumPy, pandas and classes with fields hand over."""

from __future__ import annotations

import subprocess
import sys
from collections import OrderedDict, namedtuple
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntEnum
from typing import Any

import numpy as np
import pandas as pd
import pytest

from induce import Task, parse, synthesize
from induce.dsl.core.conversion import converted


@dataclass
class Order:
    item: str
    count: int


class Colour(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


Point = namedtuple("Point", ["x", "y"])

NUMPY = [
    (np.int64(3), 3),
    (np.bool_(True), True),
    (np.str_("a"), "a"),
    (np.float64("nan"), None),
    (np.array([1, 2]), [1, 2]),
    (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
    (np.array([1.0, np.nan, 3.0]), [1, None, 3]),
    (np.array(["a", "b"]), ["a", "b"]),
    (np.array([True, False]), [True, False]),
    (np.datetime64("2024-01-02"), date(2024, 1, 2)),
    (np.datetime64("2024-01-02T03:04:05.000000007"), datetime(2024, 1, 2, 3, 4, 5)),
    (np.datetime64("NaT"), None),
    (np.timedelta64(5, "s"), timedelta(seconds=5)),
]
PANDAS = [
    (pd.Series([1, None, 3]), [1, None, 3]),
    (pd.Series(["a", None]), ["a", None]),
    (pd.Series([1, None], dtype="Int64"), [1, None]),
    (pd.Series(["a", "b"], dtype="category"), ["a", "b"]),
    (pd.Series([True, None]), [True, None]),
    (pd.Series([[1, 2], None]), [[1, 2], None]),
    (pd.Index([4, 5]), [4, 5]),
    (pd.NA, None),
    (pd.NaT, None),
    (pd.Timestamp("2024-01-02 03:04"), datetime(2024, 1, 2, 3, 4)),
    (pd.Timedelta("5min"), timedelta(minutes=5)),
    (pd.DataFrame({"a": [1, None], "b": ["x", "y"]}), [{"a": 1, "b": "x"}, {"a": None, "b": "y"}]),
    (pd.DataFrame({"a": [1, 2], "b": ["x", None]}).iloc[1], {"a": 2, "b": None}),
]
PYTHON = [
    ((1, (2, "a")), [1, [2, "a"]]),
    ([(1, 2)], [[1, 2]]),
    (Order("pen", 2), {"item": "pen", "count": 2}),
    (Point(1, (2, 3)), {"x": 1, "y": [2, 3]}),
    (Colour.RED, "red"),
    (Level.HIGH, 3),
    (OrderedDict(a=np.int64(1)), {"a": 1}),
]


@pytest.mark.parametrize(("value", "wanted"), [*NUMPY, *PANDAS, *PYTHON], ids=repr)
def test_values_of_the_language(value: Any, wanted: Any) -> None:
    found = converted(value)
    assert repr(found) == repr(wanted)


@pytest.mark.parametrize("value", [3, True, "a", None, [1, [2]], {"a": [None]}, 2.5, date(2024, 1, 2)], ids=repr)
def test_values_stay(value: Any) -> None:
    assert repr(converted(value)) == repr(value)


@pytest.mark.parametrize("value", [{1, 2}, frozenset([1])])
def test_what_has_no_order_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="has no order; write a list"):
        converted(value)


def test_whole_floats_stay_unless_others_are_missing() -> None:
    assert repr(converted(pd.Series([1.0, 2.0]))) == "[1.0, 2.0]"
    assert repr(converted(pd.Series([1.5, None]))) == "[1.5, None]"


def test_examples_may_be_rows_of_a_table() -> None:
    table = pd.DataFrame({"first": ["Mia", "Tom"], "last": ["Fox", "Low"], "full": ["Mia Fox", "Tom Low"]})
    names = table[["first", "last"]]
    task = Task.from_examples([(row[["first", "last"]], row["full"]) for _, row in table.iterrows()], inputs=names)
    assert str(task.parameter_types[0]) == "Record{first: Str, last: Str}"
    assert task.train[1].inputs == ({"first": "Tom", "last": "Low"},)
    assert task.inputs == (({"first": "Mia", "last": "Fox"},), ({"first": "Tom", "last": "Low"},))


def test_a_named_tuple_is_one_argument() -> None:
    assert Task.from_examples([(Point(1, 2), 3)]).train[0].inputs == ({"x": 1, "y": 2},)


def test_programs_take_the_same() -> None:
    program = parse('(row: Record{item: Str, count: Int}) -> field(row, "count") + 1')
    assert program(Order("pen", 2)) == 3
    assert parse("(xs: List[Int]) -> sum(xs)")(np.array([1, 2])) == 3


def test_a_column_is_solved() -> None:
    examples = [(pd.Series([1, None, 3]), 4), (pd.Series([None, 2, 5]), 7)]
    program = synthesize(examples, max_candidates=20_000, timeout=None).program
    assert program is not None
    assert program([None, 5, 1]) == 6


def test_nothing_is_imported_for_it() -> None:
    code = "import sys\nfrom induce.dsl.core.conversion import converted\nassert converted((1, [2])) == [1, [2]]\n"
    check = "assert not {'numpy', 'pandas'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code + check], check=False).returncode == 0
