"""Calls with different numbers of arguments make a signature, or one clear line."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, Task
from induce.dsl.core.signature import PLAIN, Signature


@pytest.mark.parametrize(
    ("calls", "signature", "types"),
    [
        ([(1, 2), (3, 4)], PLAIN, ["Int", "Int"]),
        ([(1,), (1, 2), (1, 2, 3)], Signature(rest=True), ["List[Int]"]),
        ([(), (1, 2, 3)], Signature(rest=True), ["List[Int]"]),
        ([("a",), ("a", 2, 3)], Signature(rest=True), ["Str", "List[Int]"]),
        ([("a", "b"), ("c",), ()], Signature(rest=True), ["List[Str]"]),
        ([([1],), ([1], [2], [3])], Signature(rest=True), ["List[List[Int]]"]),
        ([(1, 2), ("a", "b", "c", "d")], Signature(rest=True), ["List[Any]"]),
        ([(1,), (1, 2)], Signature(defaults=(None,)), ["Int", "Optional[Int]"]),
        ([("a", "x"), ("a",)], Signature(defaults=(None,)), ["Str", "Optional[Str]"]),
        ([(1, "a", True), (1,)], Signature(defaults=(None, None)), ["Int", "Optional[Str]", "Optional[Bool]"]),
    ],
)
def test_signatures(calls: list[Any], signature: Signature, types: list[str]) -> None:
    task = Task.from_examples([(call, number) for number, call in enumerate(calls)])
    assert task.signature == signature
    assert [str(type_) for type_ in task.parameter_types] == types


def test_inputs_to_be_predicted_count_as_calls() -> None:
    task = Task.from_examples([((1, 2), 3), ((1,), 1)], inputs=[(1, 2, 3, 4)])
    assert task.signature.rest
    assert task.train[0].inputs == ([1, 2],)
    assert task.inputs == (([1, 2, 3, 4],),)


@pytest.mark.parametrize(
    ("calls", "message"),
    [
        ([(1, "a", 2, "b"), (1,)], r"train\[1\].input: 1 arguments; expected 4 as in train\[0\], or further ones"),
        ([(1,), ("a", 2)], r"train\[1\].input, argument 1: Int and Str are mixed"),
        ([(1, 2), (1, "a", 2, 3, 4)], r"train\[1\].input, argument 2: Int and Str are mixed"),
        ([(1, 2), (1, "a", 2)], r"train\[1\].input, argument 2: Int and Str are mixed"),
    ],
)
def test_what_is_no_signature(calls: list[Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Task.from_examples([(call, 0) for call in calls])


def test_the_same_call_with_two_outputs_contradicts() -> None:
    with pytest.raises(InputError, match="contradicts"):
        Task.from_examples([((1, 2), 3), ((1, 2, 3, 4), 3), ((1, 2), 4)])


def test_one_more_example_is_a_call() -> None:
    task = Task.from_examples([((1, 2, 3), 6), ((1,), 1)]).with_example((4, 5), 9)
    assert task.train[-1].inputs == ([4, 5],)
    assert task.signature.rest
