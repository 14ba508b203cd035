"""Tokens stand for values of several kinds."""

from __future__ import annotations

from induce import Task
from induce.search.signatures.tokens import with_tokens


def test_tokens_keep_equality_and_order_within_an_example() -> None:
    task = Task.from_examples([([30, 10, 30], 10), (["b", "c", "a"], "a")], inputs=[[True, False]])
    hidden = with_tokens(task)
    assert [example.inputs for example in hidden.train] == [([1, 0, 1],), ([1, 2, 0],)]
    assert [example.output for example in hidden.train] == [0, 0]
    assert hidden.inputs == (([1, 0],),)


def test_decimals_and_nothing_have_tokens() -> None:
    task = Task.from_examples([([2.5, 1, 2.5], 1), (["b", None], "b")])
    hidden = with_tokens(task)
    assert [example.inputs for example in hidden.train] == [([1, 0, 1],), ([1, 0],)]
    assert [example.output for example in hidden.train] == [0, 1]
