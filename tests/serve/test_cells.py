"""What columns are read as, and how values are written into cells."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.serve.cells import EMPTY_TEXT, are_shouted, cell_of, kind_of, value_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "-20", " 3.5 "], "number"),
        (["1", "", "  "], "number"),
        (["12", "007"], "text"),
        (["+5"], "text"),
        (["1e5"], "text"),
        (["1,000"], "text"),
        (["4929123412341234"], "text"),
        (["999999999999999"], "number"),
        (["-0.5", "0"], "number"),
        (["1."], "text"),
        (["true", "false"], "true or false"),
        (["TRUE", "False"], "true or false"),
        (["true", "1"], "text"),
        (["[1, 2]", "[]"], "list"),
        (["[1, 2]", "[1, 2"], "text"),
        (["[1, NaN]"], "text"),
        (["[1]", "3"], "text"),
        (['{"a": 1}'], "record"),
        (["[" * 100_000], "text"),
        (["٣"], "text"),
        (["null"], "text"),
        (['"quoted"'], "text"),
        (["", ""], "text"),
        ([], "text"),
    ],
)
def test_a_column_is_one_kind(cells: list[str], kind: str) -> None:
    assert kind_of(cells) == kind


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        (" 12 ", "number", 12),
        ("1.50", "number", 1.5),
        ("", "number", None),
        ("TRUE", "true or false", True),
        ("[1, [2]]", "list", [1, [2]]),
        (" padded ", "text", " padded "),
        ("", "text", ""),
        (EMPTY_TEXT, "text", ""),
        ("007", "text", "007"),
    ],
)
def test_a_cell_has_a_value(cell: str, kind: str, value: Any) -> None:
    found = value_of(cell, kind)
    assert (found, type(found)) == (value, type(value))


@given(st.lists(JSON, max_size=4))
def test_a_list_is_read_as_it_was_written(value: list[Any]) -> None:
    cell = cell_of(value)
    assert kind_of([cell]) == "list"
    assert value_of(cell, "list") == value == json.loads(cell)


@given(st.text(max_size=8).filter(lambda text: text != EMPTY_TEXT))
def test_a_text_is_read_as_it_was_written(value: str) -> None:
    assert value_of(cell_of(value), "text") == value


def test_truth_values_are_written_as_their_column_has_them() -> None:
    assert are_shouted(["", " TRUE"])
    assert not are_shouted(["true", "True story"])
    assert [cell_of(True, shouted=True), cell_of(False), cell_of([True], shouted=True)] == ["TRUE", "false", "[true]"]
