"""Tables: checked, read as tasks, and made of task files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from induce import InputError, load_task
from induce.search.task.loading import parse_task
from induce.serve.sheet import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of, sheet_of_file

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def sheet(*rows: list[str], texts: list[bool] | None = None) -> Sheet:
    return Sheet.of([*rows], texts or [False] * len(rows[0]))


def test_rows_with_an_output_are_examples_and_others_are_predicted() -> None:
    one = sheet(["a b", "2"], ["", ""], ["", "7"], ["c", " "], ["d e f", "3"])
    assert one.kinds == ("text", "number")
    assert one.numbers == ((0, 4), (3,))
    assert one.examples == [(("a b",), 2), (("d e f",), 3)]
    assert one.inputs == [("c",)]


def test_several_columns_are_several_arguments() -> None:
    one = sheet(["007", "[1]", "x"], ["12", "", ""])
    assert one.kinds == ("text", "list", "text")
    assert one.examples == [(("007", [1]), "x")]
    assert one.inputs == [("12", None)]
    assert one.document == {
        "train": [{"input": {"args": ["007", [1]]}, "output": "x"}],
        "test": [{"input": {"args": ["12", None]}}],
    }


def test_a_column_may_be_told_to_be_text() -> None:
    one = sheet(["7", "0007"], ["12", ""], texts=[True, False])
    assert one.kinds == ("text", "text")
    assert one.inputs == [("12",)]


def test_outputs_are_written_as_their_column_is() -> None:
    assert sheet(["1", "TRUE"], ["2", ""]).written(False) == "FALSE"
    assert sheet(["1", '""'], ["2", ""]).written("") == '""'
    assert sheet(["1", "a"], ["2", ""]).written(None) == "null"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_task_becomes_a_table_and_a_table_the_same_task(file: Path) -> None:
    task = load_task(file)
    again = parse_task(sheet_of(task).document, place="table")
    assert again.train == task.train
    assert again.inputs == task.inputs
    assert again.parameter_types == task.parameter_types


@pytest.mark.parametrize(
    ("train", "rows", "texts"),
    [
        ([{"input": "12", "output": "012"}], [["12", "012"]], [True, False]),
        ([{"input": 12, "output": "7"}], [["12", "7"]], [False, True]),
        ([{"input": None, "output": 1}, {"input": 2, "output": 3}], [["", "1"], ["2", "3"]], [False, False]),
        ([{"input": "a", "output": ""}], [["a", '""']], [False, False]),
        ([{"input": 0.1, "output": True}], [["0.1", "true"]], [False, False]),
        ([{"input": {"args": [1]}, "output": {"a": [1]}}], [["1", '{"a": [1]}']], [False, False]),
    ],
)
def test_a_text_that_looks_otherwise_is_told_to_be_one(
    train: list[Any], rows: list[list[str]], texts: list[bool]
) -> None:
    assert sheet_of_file(json.dumps({"train": train})).to_json() == {"rows": rows, "texts": texts}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the file: line 1, column 2: not JSON: "),
        ("[]", 'the file: expected an object with "train": '),
        ('{"train": [{"input": {"args": [1, 2]}, "output": 1}, {"input": 3, "output": 1}]}', "do not fit into a table"),
        ('{"train": [{"input": null, "output": 1}, {"input": "a", "output": 1}]}', "null among texts does not fit"),
    ],
)
def test_what_is_no_table_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=r".") as caught:
        sheet_of_file(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "texts", "message"),
    [
        (None, [False, False], "rows, texts: expected lists"),
        ([], None, "rows, texts: expected lists"),
        ([], [False], f"texts: expected true or false for each of 2 to {MOST_COLUMNS} columns"),
        ([], [False] * (MOST_COLUMNS + 1), "texts: expected true or false"),
        ([], [0, 1], "texts: expected true or false"),
        ([["a"]], [False, False], "row 1: expected 2 cells, each a text"),
        ([["a", "b"], ["a", 1]], [False, False], "row 2: expected 2 cells, each a text"),
        ([["a", "b"]] * (MOST_ROWS + 1), [False, False], f"{MOST_ROWS + 1} rows; expected at most {MOST_ROWS}"),
        ([["a", "b" * (MOST_CHARACTERS + 1)]], [False, False], f"row 1: a cell of {MOST_CHARACTERS + 1} characters"),
    ],
)
def test_what_a_page_does_not_send_is_refused(rows: Any, texts: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        Sheet.of(rows, texts)
    assert str(caught.value).startswith(message)
