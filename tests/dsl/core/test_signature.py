"""Arguments of calls become the values of parameters, and back."""

from __future__ import annotations

import pytest

from induce.dsl.core.signature import PLAIN, Signature


@pytest.mark.parametrize(
    ("signature", "count", "arguments", "values"),
    [
        (PLAIN, 2, (1, "a"), (1, "a")),
        (PLAIN, 0, (), ()),
        (Signature(rest=True), 1, (), ([],)),
        (Signature(rest=True), 1, (3, 4), ([3, 4],)),
        (Signature(rest=True), 2, ("a", 3, 4), ("a", [3, 4])),
        (Signature(rest=True), 2, ("a",), ("a", [])),
        (Signature(defaults=(10,)), 2, (5,), (5, 10)),
        (Signature(defaults=(10,)), 2, (5, 7), (5, 7)),
        (Signature(defaults=(1, 2)), 3, (0,), (0, 1, 2)),
        (Signature(defaults=(1, 2)), 3, (0, 9), (0, 9, 2)),
    ],
)
def test_arguments_become_values(
    signature: Signature, count: int, arguments: tuple[object, ...], values: tuple[object, ...]
) -> None:
    assert signature.bound(arguments, count) == values
    assert signature.bound(signature.called(values), count) == values


@pytest.mark.parametrize(
    ("signature", "count", "arguments", "message"),
    [
        (PLAIN, 2, (1,), "the program takes 2 arguments, not 1"),
        (PLAIN, 1, (1, 2), "the program takes 1 arguments, not 2"),
        (Signature(rest=True), 2, (), "the program takes at least 1 arguments, not 0"),
        (Signature(defaults=(10,)), 2, (), "the program takes 1 to 2 arguments, not 0"),
        (Signature(defaults=(10,)), 2, (1, 2, 3), "the program takes 1 to 2 arguments, not 3"),
    ],
)
def test_too_few_and_too_many(signature: Signature, count: int, arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        signature.bound(arguments, count)
