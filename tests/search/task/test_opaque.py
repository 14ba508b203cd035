"""Values of several kinds: the types of their places, and tokens for them."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, Task


@pytest.mark.parametrize(
    ("examples", "types"),
    [
        ([([1, 2], True), (["a"], False)], ["List[Any]", "Bool"]),
        ([([1, 2], 2), ([True], True)], ["List[Any]", "Any"]),
        ([([[1], []], [[1]]), ([["a"]], [["a"]])], ["List[List[Any]]", "List[List[Any]]"]),
        ([(([1], 1), True), ((["a"], "b"), False)], ["List[Any]", "Any", "Bool"]),
        ([(([1], 0), 1), ((["a"], 0), "a")], ["List[Any]", "Int", "Any"]),
    ],
)
def test_types(examples: list[Any], types: list[str]) -> None:
    task = Task.from_examples(examples)
    assert [str(type_) for type_ in (*task.parameter_types, task.result_type)] == types


def test_an_input_to_be_predicted_may_be_of_another_kind() -> None:
    assert str(Task.from_examples([([1], 1)], inputs=[["a"]]).parameter_types[0]) == "List[Any]"


@pytest.mark.parametrize(
    ("examples", "message"),
    [
        ([([1, "a"], 1), ([2], 1)], r"train\[1\].input: Int and Str are mixed"),
        ([(1, 1), ("a", 2)], r"train\[1\].input: Int and Str are mixed"),
        ([([1], 1), (1, 2)], r"train\[1\].input: List\[Int\] and Int are mixed"),
        ([([1], 1), (2, "a")], "are mixed where one type is expected"),
        ([([1], 1), ([2], "a")], r"train\[1\].output: Int and Str are mixed"),
        ([([1], 1), ([["a"]], 2)], "are mixed where one type is expected"),
        ([([1], 1), (["\ud800"], 2)], "are mixed"),
    ],
)
def test_what_has_no_type(examples: list[Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Task.from_examples(examples)
